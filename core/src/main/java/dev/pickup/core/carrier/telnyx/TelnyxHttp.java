package dev.pickup.core.carrier.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierRejectedException.Reason;
import java.net.http.HttpClient;

/// Requests to Telnyx by those who want what it gives and nothing else: a refusal is thrown. Repeats and time-outs are
/// those of [TelnyxWire].
final class TelnyxHttp {
    private final TelnyxWire wire;

    TelnyxHttp(TelnyxSettings settings, HttpClient client) {
        wire = new TelnyxWire(settings, client);
    }

    JsonNode get(String path) {
        return given(wire.get(path)).body();
    }

    /// For commands, which carry a `command_id`.
    JsonNode post(String path, JsonNode body) {
        return given(wire.post(path, body)).body();
    }

    /// For what must not be done twice and has no id of ours: an answer, or none.
    TelnyxReply postOnce(String path, JsonNode body) {
        return given(wire.postOnce(path, body));
    }

    JsonNode patch(String path, JsonNode body) {
        return given(wire.patch(path, body)).body();
    }

    JsonNode delete(String path) {
        return given(wire.delete(path)).body();
    }

    private static TelnyxReply given(TelnyxReply reply) {
        if (reply.ok()) {
            return reply;
        }
        throw new CarrierRejectedException(reason(reply), reply.code(), reply.requestId());
    }

    /// Source: Telnyx "API errors", the 90xxx family of call control.
    private static Reason reason(TelnyxReply reply) {
        return switch (reply.code()) {
            case "90015", "90018", "10005" -> Reason.LEG_GONE;
            case "90045" -> Reason.STREAM_IN_USE;
            case "90048" -> Reason.STREAM_NOT_IN_USE;
            case "90034" -> Reason.NOT_ANSWERED;
            default -> reply.notAllowed() ? Reason.NOT_ALLOWED : Reason.OTHER;
        };
    }
}
