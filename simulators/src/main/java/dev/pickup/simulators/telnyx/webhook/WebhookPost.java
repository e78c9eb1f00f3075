package dev.pickup.simulators.telnyx.webhook;

import static java.net.http.HttpRequest.BodyPublishers.ofByteArray;
import static java.net.http.HttpResponse.BodyHandlers.discarding;

import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/// One attempt at one URL. Any thread; blocks.
final class WebhookPost {
    /// "Voice API webhooks".
    private static final int MOST_REDIRECTS = 3;
    /// The status of an attempt that got none.
    static final int NO_ANSWER = 0;

    private final HttpClient client;
    private final WebhookSigner strangersSigner;
    private final int redirects;

    WebhookPost(HttpClient client, DeliverySettings.RetryRule rule) {
        this.client = client;
        strangersSigner = new WebhookSigner("00".repeat(31) + "01");
        redirects = rule == DeliverySettings.RetryRule.VOICE_API ? MOST_REDIRECTS : 0;
    }

    /// @param number counts from 1, over all URLs
    record Attempt(WebhookEvent event, int number, String url) {}

    /// @return the HTTP status, or [#NO_ANSWER]
    int send(Attempt attempt, WebhookSigner signer, Duration deadline, FaultScript faults) throws InterruptedException {
        WebhookEvent event = attempt.event();
        String url = attempt.url();
        byte[] body = event.body(attempt.number(), url);
        long skew = faults.find(Fault.WebhookSkewed.class, event.type())
                .map(Fault.WebhookSkewed::seconds)
                .orElse(0L);
        String timestamp = Long.toString(Instant.now().getEpochSecond() + skew);
        boolean stranger =
                faults.find(Fault.WebhookWrongKey.class, event.type()).isPresent();
        String signature = (stranger ? strangersSigner : signer).sign(timestamp, body);
        if (faults.find(Fault.WebhookAltered.class, event.type()).isPresent()) {
            alter(body, event.id());
        }
        return send(url, timestamp, signature, body, deadline, redirects);
    }

    private int send(String url, String timestamp, String signature, byte[] body, Duration deadline, int redirectsLeft)
            throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(deadline)
                    .header("Content-Type", "application/json")
                    .header("User-Agent", "telnyx-webhooks")
                    .header("telnyx-timestamp", timestamp)
                    .header("telnyx-signature-ed25519", signature)
                    .POST(ofByteArray(body))
                    .build();
            HttpResponse<Void> response = client.send(request, discarding());
            var location = response.headers().firstValue("location");
            if (response.statusCode() / 100 == 3 && location.isPresent() && redirectsLeft > 0) {
                String next = URI.create(url).resolve(location.get()).toString();
                return send(next, timestamp, signature, body, deadline, redirectsLeft - 1);
            }
            return response.statusCode();
        } catch (IOException | IllegalArgumentException _) {
            return NO_ANSWER;
        }
    }

    /// The last digit of the event's id becomes another one: the JSON stays well-formed.
    private static void alter(byte[] body, String id) {
        int at = new String(body, StandardCharsets.UTF_8).indexOf(id) + id.length() - 1;
        body[at] = (byte) (body[at] == '0' ? '1' : '0');
    }
}
