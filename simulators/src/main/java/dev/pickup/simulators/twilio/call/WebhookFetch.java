package dev.pickup.simulators.twilio.call;

import dev.pickup.simulators.twilio.fault.CallFault;
import dev.pickup.simulators.twilio.rest.Form;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Asks the customer's web server. Blocks; not for the loop. Any thread.
///
/// Connecting is tried twice, with the same idempotency token; an answer is waited for 15 s and not asked for again.
/// Source: Twilio "Webhooks connection overrides", "Webhooks security".
final class WebhookFetch {
    /// No connection, no answer, or a status that is none of 2xx.
    static final int HTTP_RETRIEVAL_FAILURE = 11200;
    private static final Duration READ_LIMIT = Duration.ofSeconds(15);
    private static final int ATTEMPTS = 2;

    /// What came back.
    ///
    /// @param error 0 when all is well
    record Answer(int error, String body) {}

    private final HttpClient client;
    private final String authToken;
    private final List<CallFault> faults;
    private final Consumer<String> note;

    WebhookFetch(HttpClient client, String authToken, List<CallFault> faults, Consumer<String> note) {
        this.client = client;
        this.authToken = authToken;
        this.faults = List.copyOf(faults);
        this.note = note;
    }

    Answer fetch(String url, String method, Form form) {
        String token = UUID.randomUUID().toString();
        Answer answer = attempts(url, method, form, token);
        if (CallFault.find(faults, CallFault.WebhookTwice.class).isPresent()) {
            Answer ignored = attempts(url, method, form, token);
            note.accept(
                    "The second delivery was answered with " + ignored.body().length() + " characters.");
        }
        boolean lost = CallFault.find(faults, CallFault.FirstAnswerLost.class).isPresent()
                && form.value("CallStatus").orElse("").equals("ringing");
        return lost ? attempts(url, method, form, token) : answer;
    }

    private Answer attempts(String url, String method, Form form, String token) {
        Answer answer = new Answer(HTTP_RETRIEVAL_FAILURE, "");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return once(url, method, form, token);
            } catch (ConnectException | HttpConnectTimeoutException _) {
                note.accept("No connection to the web server.");
            } catch (IOException | IllegalArgumentException _) {
                note.accept("No answer from the web server.");
                return answer;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return answer;
            }
        }
        return answer;
    }

    private Answer once(String url, String method, Form form, String token) throws IOException, InterruptedException {
        String bare = url.replaceFirst("#.*$", "");
        boolean get = method.equals("GET");
        String target = get ? bare + (bare.contains("?") ? "&" : "?") + form.encoded() : bare;
        boolean stranger =
                CallFault.find(faults, CallFault.WebhookWrongToken.class).isPresent();
        String signature =
                WebhookSignature.sign(stranger ? "0" + authToken : authToken, target, get ? Form.empty() : form);
        String body = CallFault.find(faults, CallFault.WebhookAltered.class).isPresent()
                ? form.encoded().replace("CallStatus=", "CallStatus=x")
                : form.encoded();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(target))
                .timeout(READ_LIMIT)
                .header("User-Agent", "TwilioProxy/1.1")
                .header("I-Twilio-Idempotency-Token", token)
                .header("X-Twilio-Signature", signature);
        HttpRequest built = get
                ? request.GET().build()
                : request.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                        .POST(BodyPublishers.ofString(body))
                        .build();
        HttpResponse<String> response = client.send(built, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            note.accept("The web server answered " + response.statusCode() + ".");
            return new Answer(HTTP_RETRIEVAL_FAILURE, "");
        }
        return new Answer(0, response.body());
    }
}
