package dev.pickup.functions.byop;

import dev.pickup.core.number.Did;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;

/// Posts to a number's webhook over the public address, as its carrier does, but unsigned: what answers
/// 401 is reached, is ours, and checks signatures. Blocking; any thread.
final class WebhookProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int UNAUTHORIZED = 401;

    private final URI publicBaseUrl;
    private final HttpClient client;

    WebhookProbe(URI publicBaseUrl, HttpClient client) {
        this.publicBaseUrl = publicBaseUrl;
        this.client = client;
    }

    /// Repeat: harmless.
    NumberCheck reach(Did did) {
        URI address = address(did);
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(address)
                            .timeout(PATIENCE)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{}"))
                            .build(),
                    BodyHandlers.ofString());
            boolean ours = answer.statusCode() == UNAUTHORIZED && answer.body().contains("signature-invalid");
            return ours
                    ? NumberCheck.passed(NumberCheck.WEBHOOK_REACHABLE, "It answers, and refuses what is not signed.")
                    : NumberCheck.failed(
                            NumberCheck.WEBHOOK_REACHABLE,
                            "Our public address answers " + answer.statusCode()
                                    + " to what is not signed; PUBLIC_BASE_URL leads somewhere else.");
        } catch (IOException _) {
            return NumberCheck.failed(
                    NumberCheck.WEBHOOK_REACHABLE, "Our public address does not answer; check PUBLIC_BASE_URL.");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return NumberCheck.unknown(NumberCheck.WEBHOOK_REACHABLE, "Stopped before an answer came.");
        }
    }

    private URI address(Did did) {
        String base = publicBaseUrl.toString().replaceFirst("/$", "");
        String end = did.byop().map(byop -> "/" + byop.credential()).orElse("");
        return URI.create(base + "/webhooks/" + did.carrier().name().toLowerCase(Locale.ROOT) + "/voice" + end);
    }
}
