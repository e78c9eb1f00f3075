package dev.pickup.core.carrier.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierRejectedException.Reason;
import dev.pickup.core.carrier.CommandId;
import dev.pickup.core.carrier.LegStatus;
import dev.pickup.core.carrier.StreamRequest;
import dev.pickup.core.number.PhoneNumber;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// Telnyx Call Control v2 over REST.
///
/// Source: Telnyx "Call Control" commands `answer`, `streaming_start`, `streaming_stop`, `hangup`, `speak`, `transfer`,
/// and `GET /calls/{id}`; "Media Streaming over WebSockets" for the stream's parameters.
public final class TelnyxClient implements Carrier {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String VOICE = "AWS.Polly.Joanna-Neural";
    private static final int STREAM_SAMPLE_RATE_HZ = 16_000;
    // The caller hears it ring for this long before the transfer has failed; the carrier's default is 30 s.
    private static final int TRANSFER_RINGS_SECONDS = 25;

    private final TelnyxHttp http;

    /// @param client shared by all carriers of a process; its connect time-out is the caller's choice
    public TelnyxClient(TelnyxSettings settings, HttpClient client) {
        this.http = new TelnyxHttp(settings, client);
    }

    @Override
    public void answer(CallLeg leg, CommandId id) {
        command(leg, "answer", JSON.createObjectNode(), id);
    }

    /// Every parameter is named: the carrier's defaults are another codec, another rate, MP3 and the other leg.
    @Override
    public void startStream(CallLeg leg, StreamRequest request, CommandId id) {
        ObjectNode body = JSON.createObjectNode()
                .put("stream_url", request.url().toString())
                .put("stream_track", "inbound_track")
                .put("stream_codec", "L16")
                .put("stream_bidirectional_mode", "rtp")
                .put("stream_bidirectional_codec", "L16")
                .put("stream_bidirectional_sampling_rate", STREAM_SAMPLE_RATE_HZ)
                .put("stream_bidirectional_target_legs", "self")
                .put("stream_auth_token", request.authToken());
        command(leg, "streaming_start", body, id);
    }

    @Override
    public void stopStream(CallLeg leg, CommandId id) {
        command(leg, "streaming_stop", JSON.createObjectNode(), id);
    }

    @Override
    public void hangUp(CallLeg leg, CommandId id) {
        command(leg, "hangup", JSON.createObjectNode(), id);
    }

    @Override
    public void speak(CallLeg leg, String sentence, String language, CommandId id) {
        ObjectNode body = JSON.createObjectNode()
                .put("payload", sentence)
                .put("payload_type", "text")
                .put("voice", VOICE)
                .put("language", language);
        command(leg, "speak", body, id);
    }

    @Override
    public void transfer(CallLeg leg, PhoneNumber to, CommandId id) {
        ObjectNode body = JSON.createObjectNode()
                .put("to", to.e164())
                .put("timeout_secs", TRANSFER_RINGS_SECONDS)
                .put("target_leg_client_state", ClientState.ofTransferTarget(leg.legId()));
        command(leg, "transfer", body, id);
    }

    @Override
    public LegStatus status(CallLeg leg) {
        try {
            JsonNode data = http.get("/calls/" + encoded(leg)).path("data");
            return data.path("is_alive").asBoolean() ? new LegStatus.Alive() : new LegStatus.Ended(endTime(data));
        } catch (CarrierRejectedException e) {
            if (e.reason() == Reason.LEG_GONE) {
                return new LegStatus.Unknown();
            }
            throw e;
        }
    }

    private void command(CallLeg leg, String action, ObjectNode body, CommandId id) {
        body.put("client_state", ClientState.ofCaller(leg.legId())).put("command_id", id.toString());
        http.post("/calls/" + encoded(leg) + "/actions/" + action, body);
    }

    private static String encoded(CallLeg leg) {
        return URLEncoder.encode(leg.controlId(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Optional<Instant> endTime(JsonNode data) {
        try {
            return data.path("end_time").isTextual()
                    ? Optional.of(Instant.parse(data.path("end_time").asText()))
                    : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
