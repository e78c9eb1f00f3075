package dev.pickup.simulators.telnyx.media;

/// Sends one direction's audio, frame by frame, and counts its chunks. Owned by the exchange's loop.
final class TrackSender {
    private final String track;
    private final StreamFrames frames;
    private final FrameEncoder encoder;
    private final FrameLine line;
    private long chunk;

    TrackSender(String track, StreamFrames frames, FrameEncoder encoder, FrameLine line) {
        this.track = track;
        this.frames = frames;
        this.encoder = encoder;
        this.line = line;
    }

    void send(short[] frame) {
        long atMs = chunk * 20;
        chunk++;
        line.send(frames.media(track, chunk, encoder.encode(frame)), atMs);
    }
}
