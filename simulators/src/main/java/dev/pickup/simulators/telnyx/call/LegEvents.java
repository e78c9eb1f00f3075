package dev.pickup.simulators.telnyx.call;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.telnyx.webhook.EventOutbox;
import dev.pickup.simulators.telnyx.webhook.WebhookEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Tells the customer what happens to one leg. Owned by the exchange's loop. Source: the OpenAPI's event schemas, and
/// payloads seen on real lines.
final class LegEvents {
    private final CallLeg leg;
    private final EventOutbox outbox;
    private final Instant startTime = Instant.now();

    LegEvents(CallLeg leg, EventOutbox outbox) {
        this.leg = leg;
        this.outbox = outbox;
    }

    Instant startTime() {
        return startTime;
    }

    void initiated() {
        ObjectNode payload = parties();
        payload.put("direction", leg.incoming() ? "incoming" : "outgoing");
        payload.put("state", leg.incoming() ? "parked" : "bridging");
        payload.put("calling_party_type", "pstn").put("caller_id_name", leg.from());
        payload.put("from_sip_uri", leg.from() + "@10.0.0.1").put("to_sip_uri", leg.to() + "@sip.telnyx.com");
        payload.put("offered_codecs", "PCMU,PCMA").put("connection_codecs", "PCMU,PCMA");
        payload.put("start_time", WebhookEvent.text(startTime));
        payload.putArray("tags");
        send("call.initiated", payload);
    }

    void answered() {
        ObjectNode payload = parties().put("state", "answered");
        payload.put("codec", "PCMU").put("sampling_rate", 8000);
        send("call.answered", payload.put("start_time", WebhookEvent.text(startTime)));
    }

    void bridged() {
        send("call.bridged", parties().put("start_time", WebhookEvent.text(startTime)));
    }

    void hangup(Hangup hangup) {
        ObjectNode payload = parties().put("state", "hangup");
        payload.put("hangup_cause", hangup.cause()).put("hangup_source", hangup.source());
        payload.put("sip_hangup_cause", hangup.sip());
        payload.put("start_time", WebhookEvent.text(startTime)).put("end_time", WebhookEvent.text(Instant.now()));
        ObjectNode quality = payload.putObject("call_quality_stats");
        quality.putObject("inbound").put("mos", "4.50").put("packet_count", "0").put("skip_packet_count", "0");
        quality.putObject("outbound").put("packet_count", "0").put("skip_packet_count", "0");
        send("call.hangup", payload);
    }

    /// For applications that want to know: what this exchange would charge, 0.002 dollars a started minute.
    void cost(Duration talked) {
        long seconds = talked.toSeconds() + (talked.toNanosPart() > 0 ? 1 : 0);
        String total = String.format(Locale.ROOT, "%.4f", Math.ceil(seconds / 60.0) * 0.002);
        ObjectNode payload = base().put("status", "success").put("total_cost", total);
        payload.put("billed_duration_secs", seconds);
        payload.putArray("cost_parts")
                .addObject()
                .put("call_part", "call-control")
                .put("cost", total)
                .put("currency", "USD")
                .put("rate", "0.002")
                .put("billed_duration_secs", seconds);
        send("call.cost", payload);
    }

    void digit(char digit) {
        send("call.dtmf.received", parties().put("digit", String.valueOf(digit)));
    }

    void speakStarted(Optional<String> clientState) {
        send("call.speak.started", withState(base(), clientState));
    }

    /// @param status `completed`, `call_hangup` or `cancelled_amd`
    void speakEnded(Optional<String> clientState, String status) {
        send("call.speak.ended", withState(base(), clientState).put("status", status));
    }

    void streamStarted(String streamId, String url) {
        send("streaming.started", base().put("stream_id", streamId).put("stream_url", url));
    }

    void streamStopped(String streamId, String url) {
        send("streaming.stopped", base().put("stream_id", streamId).put("stream_url", url));
    }

    void streamFailed(String streamId, String url) {
        ObjectNode payload = base().put("stream_id", streamId).put("stream_url", url);
        payload.put("failure_reason", "connection_failed").put("stream_type", "websocket");
        payload.putObject("stream_params").put("stream_url", url);
        send("streaming.failed", payload);
    }

    private ObjectNode base() {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        LegIds ids = leg.ids();
        payload.put("call_control_id", ids.callControlId()).put("call_leg_id", ids.callLegId());
        payload.put("call_session_id", ids.callSessionId()).put("connection_id", leg.connectionId());
        return withState(payload, leg.clientState());
    }

    private ObjectNode parties() {
        return base().put("from", leg.from()).put("to", leg.to());
    }

    private static ObjectNode withState(ObjectNode payload, Optional<String> clientState) {
        return payload.put("client_state", clientState.orElse(null));
    }

    private void send(String type, ObjectNode payload) {
        outbox.send(new WebhookEvent(type, UUID.randomUUID().toString(), Instant.now(), payload), leg.targets());
    }
}
