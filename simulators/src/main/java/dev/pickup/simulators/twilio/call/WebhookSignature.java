package dev.pickup.simulators.twilio.call;

import dev.pickup.simulators.twilio.rest.Form;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// `X-Twilio-Signature`: HMAC-SHA1 with the auth token over the URL and the sorted parameters.
/// Source: Twilio "Webhooks security".
final class WebhookSignature {
    private WebhookSignature() {}

    static String sign(String authToken, String url, Form parameters) {
        StringBuilder text = new StringBuilder(url);
        for (String name : new TreeSet<>(parameters.names())) {
            for (String value : new TreeSet<>(parameters.all(name))) {
                text.append(name).append(value);
            }
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no HMAC-SHA1", e);
        }
    }
}
