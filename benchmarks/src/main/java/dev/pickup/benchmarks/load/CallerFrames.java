package dev.pickup.benchmarks.load;

import dev.pickup.media.audio.AudioFrame;

/// The frames that one call's stream sends, written without a JSON tree: the load generator shall leave the machine to
/// the server. Both carriers number them alike, under field names of their own. One thread.
final class CallerFrames {
    private final String sequenceField;
    private final String streamField;
    private final String stream;
    private final StringBuilder text = new StringBuilder(1_200);
    private long sequence = 1;
    private long chunk;

    /// @param stream as the carrier names it; numbers begin behind the `start` frame's 1
    CallerFrames(String sequenceField, String streamField, String stream) {
        this.sequenceField = sequenceField;
        this.streamField = streamField;
        this.stream = stream;
    }

    /// 20 ms.
    ///
    /// @param payload the sound on the wire, in base64
    String media(String payload) {
        chunk++;
        return begin("media")
                .append("{\"track\":\"inbound\",\"chunk\":\"")
                .append(chunk)
                .append("\",\"timestamp\":\"")
                .append((chunk - 1) * AudioFrame.PTIME_MS)
                .append("\",\"payload\":\"")
                .append(payload)
                .append("\"}}")
                .toString();
    }

    String mark(String name) {
        return begin("mark").append("{\"name\":\"").append(name).append("\"}}").toString();
    }

    /// @param callField what the carrier calls the name of a call
    String stop(String callField, String call) {
        return begin("stop")
                .append("{\"")
                .append(callField)
                .append("\":\"")
                .append(call)
                .append("\"}}")
                .toString();
    }

    /// Up to the frame's own object, which is named like the event.
    private StringBuilder begin(String event) {
        sequence++;
        text.setLength(0);
        return text.append("{\"event\":\"")
                .append(event)
                .append("\",\"")
                .append(sequenceField)
                .append("\":\"")
                .append(sequence)
                .append("\",\"")
                .append(streamField)
                .append("\":\"")
                .append(stream)
                .append("\",\"")
                .append(event)
                .append("\":");
    }
}
