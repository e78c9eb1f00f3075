package dev.pickup.core.carrier.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.CarrierEvent;
import dev.pickup.core.carrier.CarrierEvent.Offer;
import dev.pickup.core.carrier.HangupCause;
import dev.pickup.core.carrier.WebhookCodec;
import dev.pickup.core.carrier.WebhookRefusedException;
import dev.pickup.core.carrier.WebhookRefusedException.Reason;
import dev.pickup.core.carrier.WebhookRequest;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Telnyx' webhooks, API version 2. Pure; any thread.
///
/// Source: Telnyx "Voice API webhooks", "Webhook fundamentals"; OpenAPI `team-telnyx/openapi` `spec3.yml` (2026).
public final class TelnyxWebhookCodec implements WebhookCodec {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TelnyxSignature signature;

    /// @param publicKey base64 of 32 raw bytes, as the carrier's portal shows it
    /// @throws IllegalArgumentException it is not
    public TelnyxWebhookCodec(String publicKey) {
        this.signature = new TelnyxSignature(publicKey);
    }

    @Override
    public void verify(WebhookRequest request, Instant now) {
        signature.verify(request, now);
    }

    @Override
    public CarrierEvent parse(WebhookRequest request, Instant now) {
        JsonNode data = read(request).path("data");
        Envelope envelope = new Envelope(
                required(data, "id"),
                required(data, "event_type"),
                time(data, "occurred_at").orElse(now),
                data.path("payload"));
        if (!envelope.payload().hasNonNull("call_leg_id")) {
            return irrelevant(envelope, "");
        }
        return ClientState.callerOfTarget(
                        envelope.payload().path("client_state").asText(""))
                .map(caller -> ofTransferTarget(envelope, caller))
                .orElseGet(() -> ofCaller(envelope));
    }

    private record Envelope(String id, String type, Instant occurredAt, JsonNode payload) {}

    private static CarrierEvent ofTransferTarget(Envelope event, String caller) {
        return switch (event.type()) {
            case "call.bridged" -> new CarrierEvent.CallBridged(event.id(), caller, event.occurredAt());
            case "call.hangup" ->
                new CarrierEvent.TransferLegEnded(event.id(), caller, event.occurredAt(), cause(event.payload()));
            default -> irrelevant(event, caller);
        };
    }

    private static CarrierEvent ofCaller(Envelope event) {
        JsonNode payload = event.payload();
        String leg = required(payload, "call_leg_id");
        if (payload.path("direction").asText().equals("outgoing")) {
            return irrelevant(event, leg); // dialled by somebody else on this carrier account
        }
        Instant at = event.occurredAt();
        return switch (event.type()) {
            case "call.initiated" -> new CarrierEvent.CallOffered(event.id(), at, offer(payload));
            case "call.answered" -> new CarrierEvent.CallAnswered(event.id(), at, offer(payload));
            case "call.hangup" ->
                new CarrierEvent.CallEnded(
                        event.id(), time(payload, "end_time").orElse(at), offer(payload), cause(payload));
            case "call.bridged" -> new CarrierEvent.CallBridged(event.id(), leg, at);
            case "call.speak.ended" -> new CarrierEvent.SpeechEnded(event.id(), leg, at);
            case "streaming.started", "streaming_started" -> new CarrierEvent.StreamStarted(event.id(), leg, at);
            case "streaming.stopped", "streaming_stopped", "streaming.failed", "streaming_failed" ->
                new CarrierEvent.StreamEnded(
                        event.id(),
                        leg,
                        at,
                        lastElement(payload.path("stream_url").asText("")));
            default -> irrelevant(event, leg);
        };
    }

    private static Offer offer(JsonNode payload) {
        String from = payload.path("from").asText("");
        String to = required(payload, "to");
        if (!PhoneNumber.isE164(to)) {
            throw malformed();
        }
        CallLeg leg = new CallLeg(
                CarrierName.TELNYX,
                required(payload, "call_leg_id"),
                required(payload, "call_control_id"),
                payload.path("call_session_id").asText(""));
        return new Offer(
                leg,
                PhoneNumber.isE164(from) ? Optional.of(new PhoneNumber(from)) : Optional.empty(),
                new PhoneNumber(to));
    }

    private static HangupCause cause(JsonNode payload) {
        return switch (payload.path("hangup_cause").asText("")) {
            case "normal_clearing" -> HangupCause.COMPLETED;
            case "timeout", "no_answer", "originator_cancel" -> HangupCause.NO_ANSWER;
            case "user_busy", "busy" -> HangupCause.BUSY;
            case "call_rejected" -> HangupCause.REFUSED;
            case "not_found", "unallocated_number" -> HangupCause.BAD_NUMBER;
            case "time_limit" -> HangupCause.TIME_LIMIT;
            default -> HangupCause.UNKNOWN;
        };
    }

    private static Optional<String> lastElement(String url) {
        String path = url.replaceFirst("[?#].*$", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.isEmpty() ? Optional.empty() : Optional.of(last);
    }

    private static CarrierEvent irrelevant(Envelope event, String leg) {
        return new CarrierEvent.Irrelevant(event.id(), leg, event.occurredAt(), event.type());
    }

    private static JsonNode read(WebhookRequest request) {
        try {
            return JSON.readTree(request.body());
        } catch (IOException _) {
            throw malformed();
        }
    }

    private static String required(JsonNode node, String field) {
        String text = node.path(field).asText("");
        if (!node.path(field).isTextual() || text.isBlank() || text.length() > 512) {
            throw malformed();
        }
        return text;
    }

    private static Optional<Instant> time(JsonNode node, String field) {
        try {
            return node.path(field).isTextual()
                    ? Optional.of(Instant.parse(node.path(field).asText()))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static WebhookRefusedException malformed() {
        return new WebhookRefusedException(Reason.MALFORMED);
    }
}
