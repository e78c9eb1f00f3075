package dev.pickup.benchmarks.load;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A carrier's end of a media socket: what it writes, and how it reads us. One per call; one thread writes, one reads.
interface CallerWire {
    /// Media frames and marks look alike at the carriers, as far as they are read here.
    Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]*)\"");

    String PAYLOAD = "\"payload\":\"";

    /// Where the socket is, below the server's root.
    String path();

    /// Before any audio, in this order.
    List<String> opening();

    /// Whether the wire carries less than L16, so that captions are lost on it and lines have to be announced.
    boolean narrow();

    /// The next 20 ms of the caller. `payload` is base64 of L16, 16 kHz.
    String media(String payload);

    /// A mark that was reached.
    String mark(String name);

    /// The caller hung up.
    String stop();

    /// The first sample, at 16 kHz, of what we sent that can be heard; -1 when it is silence.
    int firstAudible(byte[] sound);

    /// Reads one frame of ours.
    default Heard read(String frame) {
        int from = frame.indexOf(PAYLOAD);
        if (from >= 0) {
            int start = from + PAYLOAD.length();
            byte[] sound = Base64.getDecoder().decode(frame.substring(start, frame.indexOf('"', start)));
            return new Heard.Sound(firstAudible(sound));
        }
        if (frame.contains("\"clear\"")) {
            return new Heard.Clear();
        }
        Matcher name = NAME.matcher(frame);
        if (!name.find()) {
            throw new IllegalStateException("The agent sent a frame that is neither media, mark nor clear.");
        }
        return new Heard.Mark(name.group(1));
    }

    /// What came from the agent.
    sealed interface Heard {
        /// @param firstSample that can be heard, or -1 when it is silence
        record Sound(int firstSample) implements Heard {}

        record Mark(String name) implements Heard {}

        record Clear() implements Heard {}
    }

    /// The carriers there are.
    static Optional<CallerWire> of(String carrier, String token, String authToken) {
        return switch (carrier) {
            case "telnyx" -> Optional.of(new TelnyxWire(token, authToken));
            case "twilio" -> Optional.of(new TwilioWire(token, authToken));
            default -> Optional.empty();
        };
    }
}
