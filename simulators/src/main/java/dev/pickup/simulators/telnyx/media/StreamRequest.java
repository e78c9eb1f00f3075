package dev.pickup.simulators.telnyx.media;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import dev.pickup.simulators.telnyx.media.WireFormat.Encoding;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.Shape;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A media stream as a command asked for it. Immutable.
///
/// @param token            sent in the handshake and in the first frame; empty for none
/// @param customParameters sent in `start`
public record StreamRequest(
        String url,
        Track track,
        String codec,
        boolean rtp,
        String bidirectionalCodec,
        int bidirectionalRateHz,
        Target target,
        Optional<String> token,
        Map<String, String> customParameters) {
    /// Which side's audio the customer receives.
    public enum Track {
        INBOUND_TRACK,
        OUTBOUND_TRACK,
        BOTH_TRACKS
    }

    /// Whose line hears what the customer sends: this leg's, the other one's of a bridge, or both.
    public enum Target {
        SELF,
        OPPOSITE,
        BOTH
    }

    private static final String DEFAULT_CODEC = "default";
    private static final int DEFAULT_RATE_HZ = 8000;

    /// The stream fields that `answer` and `streaming_start` have in common.
    public static final Shape FIELDS = Shape.of(
            Shape.matching("stream_url", "wss?://.+", ErrorCode.BAD_REQUEST, "must be a WebSocket URL"),
            Shape.oneOf("stream_track", "inbound_track", "outbound_track", "both_tracks"),
            Shape.oneOf("stream_codec", "PCMU", "PCMA", "G722", "OPUS", "AMR-WB", "L16", DEFAULT_CODEC),
            Shape.oneOf("stream_bidirectional_mode", "mp3", "rtp"),
            Shape.oneOf("stream_bidirectional_codec", "PCMU", "PCMA", "G722", "OPUS", "AMR-WB", "L16"),
            Shape.oneOf("stream_bidirectional_target_legs", "opposite", "self", "both"));

    /// What `streaming_start` has besides. `answer` takes these without complaint and does not heed them: they are not
    /// documented there.
    public static final Shape DETAILS = Shape.of(
            Shape.integerOf("stream_bidirectional_sampling_rate", 8000, 16000, 22050, 24000, 48000),
            Shape.text("stream_auth_token", 4000),
            Shape.array("custom_parameters"));

    /// Reads a body that has been checked.
    ///
    /// @param details whether the fields of [#DETAILS] are heeded
    /// @throws ApiProblem this exchange has no such codec for what it is sent
    public static StreamRequest read(JsonNode body, boolean details) {
        String bidirectional = body.path("stream_bidirectional_codec").asText("PCMU");
        boolean rtp = body.path("stream_bidirectional_mode").asText("mp3").equals("rtp");
        if (rtp && encoding(bidirectional).isEmpty()) {
            throw new ApiProblem(
                    ErrorCode.STREAM_FAILED,
                    "This exchange cannot decode " + bidirectional + ".",
                    "/stream_bidirectional_codec");
        }
        return new StreamRequest(
                body.path("stream_url").asText(),
                Track.valueOf(upper(body.path("stream_track").asText("inbound_track"))),
                body.path("stream_codec").asText(DEFAULT_CODEC),
                rtp,
                bidirectional,
                details ? body.path("stream_bidirectional_sampling_rate").asInt(DEFAULT_RATE_HZ) : DEFAULT_RATE_HZ,
                Target.valueOf(
                        upper(body.path("stream_bidirectional_target_legs").asText("opposite"))),
                details ? Optional.ofNullable(body.path("stream_auth_token").textValue()) : Optional.empty(),
                details ? parameters(body.path("custom_parameters")) : Map.of());
    }

    /// What the customer receives: the call's own codec, unless another was asked for that it can be turned into.
    WireFormat fromCaller(FaultScript faults) {
        return fallback(faults)
                .orElseGet(() -> encoding(codec)
                        .map(e -> format(e, 16_000, faults))
                        .orElse(WireFormat.telephone(Encoding.PCMU)));
    }

    /// What the customer sends.
    WireFormat toCaller(FaultScript faults) {
        return fallback(faults)
                .orElseGet(
                        () -> format(encoding(bidirectionalCodec).orElse(Encoding.PCMU), bidirectionalRateHz, faults));
    }

    private static WireFormat format(Encoding encoding, int l16Rate, FaultScript faults) {
        return encoding == Encoding.L16
                ? new WireFormat(encoding, l16Rate, faults.has(Fault.StreamBigEndian.class))
                : WireFormat.telephone(encoding);
    }

    private static Optional<WireFormat> fallback(FaultScript faults) {
        return faults.find(Fault.StreamCodecFallback.class)
                .map(f -> WireFormat.telephone(Encoding.valueOf(f.encoding())));
    }

    private static Optional<Encoding> encoding(String codec) {
        return switch (codec) {
            case "PCMU" -> Optional.of(Encoding.PCMU);
            case "PCMA" -> Optional.of(Encoding.PCMA);
            case "L16" -> Optional.of(Encoding.L16);
            default -> Optional.empty();
        };
    }

    private static Map<String, String> parameters(JsonNode array) {
        Map<String, String> parameters = new LinkedHashMap<>();
        array.forEach(
                p -> parameters.put(p.path("name").asText(), p.path("value").asText()));
        return parameters;
    }

    private static String upper(String value) {
        return value.toUpperCase(Locale.ROOT);
    }

    /// Neither token nor URL, which may hold one, is printed.
    @Override
    public String toString() {
        return "StreamRequest[" + codec + ", " + (rtp ? bidirectionalCodec : "mp3") + "]";
    }
}
