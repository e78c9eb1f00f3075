package dev.pickup.core.carrier.twilio;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the SDK's URLs lead: it knows `https://{product}.twilio.com` only. Pure.
///
/// With a base at Twilio, all products move to the base's edge and region. With any other base, all of them are there,
/// told apart by their paths, which differ for what we use; [#HEADER] names the host that was meant besides.
final class TwilioHosts {
    /// Sent to stand-ins only.
    static final String HEADER = "X-Twilio-Host";

    private static final Pattern AT_TWILIO = Pattern.compile("api((?:\\.[a-z0-9-]+){0,2})\\.twilio\\.com");
    private static final Pattern PRODUCT = Pattern.compile("([a-z-]+)((?:\\.[a-z0-9-]+){0,2})\\.twilio\\.com");
    /// Part of every path already.
    private static final String VERSION = "/2010-04-01";

    private final String base;
    private final boolean atTwilio;
    private final String place;

    TwilioHosts(URI apiBase) {
        String text = apiBase.toString().replaceFirst("/+$", "");
        base = text.endsWith(VERSION) ? text.substring(0, text.length() - VERSION.length()) : text;
        Matcher matcher = AT_TWILIO.matcher(apiBase.getHost());
        atTwilio = matcher.matches();
        place = atTwilio ? matcher.group(1) : "";
    }

    boolean atTwilio() {
        return atTwilio;
    }

    /// @param url of the SDK
    /// @throws IllegalArgumentException it leads to somebody else, who must not get the credentials
    URI place(URI url) {
        Matcher matcher = PRODUCT.matcher(String.valueOf(url.getHost()));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not one of Twilio's hosts.");
        }
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        if (!atTwilio) {
            return URI.create(base + url.getRawPath() + query);
        }
        String where = matcher.group(2).isEmpty() ? place : matcher.group(2);
        return URI.create("https://" + matcher.group(1) + where + ".twilio.com" + url.getRawPath() + query);
    }
}
