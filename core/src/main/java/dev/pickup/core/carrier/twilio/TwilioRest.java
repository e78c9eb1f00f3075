package dev.pickup.core.carrier.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.Domains;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.credential.Secret;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/// Requests of one account with one pair of credentials, over Twilio's SDK. Any thread.
///
/// Reads, and writes that lead to a state, are repeated while Twilio does not answer or says "later"; what makes
/// something new is asked for once. Nothing of Twilio's answer is in an exception but its code and request id.
final class TwilioRest {
    /// Where Twilio keeps accounts besides the United States. Source: Twilio "Global infrastructure: regions and
    /// edges".
    enum Region {
        US1("us1", "ashburn"),
        IE1("ie1", "dublin"),
        AU1("au1", "sydney");

        private final String name;
        private final String edge;

        Region(String name, String edge) {
            this.name = name;
            this.edge = edge;
        }

        String wireName() {
            return name;
        }
    }

    private final TwilioSettings settings;
    private final HttpClient http;
    private final String accountSid;
    private final String username;
    private final Secret password;
    private final TwilioRestClient client;

    TwilioRest(TwilioSettings settings, HttpClient http, String accountSid, String username, Secret password) {
        this(settings, http, accountSid, username, password, Region.US1);
    }

    private TwilioRest(
            TwilioSettings settings,
            HttpClient http,
            String accountSid,
            String username,
            Secret password,
            Region region) {
        this.settings = settings;
        this.http = http;
        this.accountSid = accountSid;
        this.username = username;
        this.password = password;
        TwilioRestClient.Builder builder = new TwilioRestClient.Builder(username, password.reveal())
                .accountSid(accountSid)
                .httpClient(new TwilioTransport(settings, http));
        client = (region == Region.US1 ? builder : builder.region(region.name).edge(region.edge)).build();
    }

    /// The same credentials, tried elsewhere.
    TwilioRest in(Region region) {
        return new TwilioRest(settings, http, accountSid, username, password, region);
    }

    String accountSid() {
        return accountSid;
    }

    /// Path of a resource of the account: `/Calls.json` becomes `/2010-04-01/Accounts/AC…/Calls.json`.
    String path(String resource) {
        return "/2010-04-01/Accounts/" + accountSid + resource;
    }

    TwilioAnswer get(String resource, Map<String, String> query) {
        return read(Domains.API, path(resource), query);
    }

    /// @param path from the root of the host
    TwilioAnswer read(Domains host, String path, Map<String, String> query) {
        return repeated(() -> {
            Request request = new Request(HttpMethod.GET, host.toString(), path);
            query.forEach(request::addQueryParam);
            return send(request);
        });
    }

    /// A write that leads to a state: done again, it comes to the same.
    TwilioAnswer set(String resource, Map<String, String> form) {
        return repeated(() -> post(resource, form));
    }

    /// A write that makes something new, or may not be made twice: once.
    TwilioAnswer once(String resource, Map<String, String> form) {
        return post(resource, form);
    }

    private TwilioAnswer post(String resource, Map<String, String> form) {
        Request request = new Request(HttpMethod.POST, Domains.API.toString(), path(resource));
        form.forEach(request::addPostParam);
        return send(request);
    }

    private TwilioAnswer send(Request request) {
        return TwilioAnswer.of(client.request(request));
    }

    /// The last answer, or the last failure to get one.
    private TwilioAnswer repeated(Supplier<TwilioAnswer> attempt) {
        Duration pause = settings.pause();
        for (int number = 1; number < settings.attempts(); number++) {
            try {
                TwilioAnswer answer = attempt.get();
                if (!answer.unavailable()) {
                    return answer;
                }
            } catch (CarrierUnavailableException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
            rest(pause);
            pause = pause.multipliedBy(2);
        }
        return attempt.get();
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "TwilioRest[" + accountSid + "]";
    }
}
