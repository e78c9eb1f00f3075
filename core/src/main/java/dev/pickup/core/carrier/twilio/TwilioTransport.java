package dev.pickup.core.carrier.twilio;

import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import dev.pickup.core.carrier.CarrierUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;

/// Carries the SDK's requests to wherever Twilio is, each of them once: the SDK's own client repeats on every 5xx, also
/// what makes a second call or message. Any thread.
final class TwilioTransport extends com.twilio.http.HttpClient {
    static final String REQUEST_ID = "Twilio-Request-Id";

    private final TwilioSettings settings;
    private final TwilioHosts hosts;
    private final HttpClient client;

    TwilioTransport(TwilioSettings settings, HttpClient client) {
        this.settings = settings;
        this.client = client;
        hosts = new TwilioHosts(settings.apiBase());
    }

    /// Not repeated here: who asks knows whether it may be.
    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    /// @throws CarrierUnavailableException no answer
    @Override
    public Response makeRequest(Request request) {
        try {
            HttpResponse<String> response = client.send(translated(request), BodyHandlers.ofString());
            String id = response.headers().firstValue(REQUEST_ID).orElse("");
            return new Response(response.body(), response.statusCode(), new Header[] {new BasicHeader(REQUEST_ID, id)});
        } catch (HttpTimeoutException _) {
            throw new CarrierUnavailableException("timeout", "");
        } catch (IOException _) {
            throw new CarrierUnavailableException("connection", "");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CarrierUnavailableException("interrupted", "");
        }
    }

    private HttpRequest translated(Request request) {
        URI meant = URI.create(request.constructURL().toString());
        HttpRequest.Builder builder = HttpRequest.newBuilder(hosts.place(meant))
                .timeout(settings.timeout())
                .header("Accept", "application/json");
        if (request.requiresAuthentication()) {
            builder.header("Authorization", request.getAuthString());
        }
        if (!hosts.atTwilio()) {
            builder.header(TwilioHosts.HEADER, meant.getHost());
        }
        if (request.getMethod() == HttpMethod.POST) {
            return builder.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(request.encodeFormBody()))
                    .build();
        }
        return builder.method(request.getMethod().toString(), BodyPublishers.noBody())
                .build();
    }
}
