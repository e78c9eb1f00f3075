package dev.pickup.media.speech.transcribe;

import dev.pickup.media.audio.AudioFrame;

/// The way from the tape to one stream: in pieces of 100 ms, near real time, and silence when a leg brings
/// nothing. Owned by the leg's thread.
final class AudioFeed {
    private static final long PIECE_MS = CallerLeg.PIECE_MS;

    /// Pieces that may be sent at one tick: what is replayed goes faster than it was spoken, not all at once.
    private static final int MOST_AT_ONCE = 8;

    /// A leg that brings nothing for so long is on hold. The service gives a stream up after 15 s.
    private static final long ON_HOLD_MS = 1_000;

    /// A client that lets more pieces wait than this has not kept up: the service reads no more, or slowly.
    private static final int MOST_BACKLOG = 3;

    private static final byte[] SILENCE = new byte[(int) (PIECE_MS * AudioFrame.SAMPLE_RATE_HZ / 1_000) * Short.BYTES];

    private final AudioTape tape;
    private final ServiceStream stream;
    private final Timeline timeline;
    private final long startMs;
    private long positionMs;
    private long filledMs;
    private long lastAudioMs;
    private long lastFillMs;
    private long keptUpMs;

    /// @param fromMs where on the tape it begins; a multiple of 100
    AudioFeed(AudioTape tape, ServiceStream stream, long fromMs, long nowMs) {
        this.tape = tape;
        this.stream = stream;
        this.timeline = new Timeline(fromMs);
        this.startMs = fromMs;
        this.positionMs = fromMs;
        this.lastAudioMs = nowMs;
        this.keptUpMs = nowMs;
    }

    ServiceStream stream() {
        return stream;
    }

    Timeline timeline() {
        return timeline;
    }

    /// Audio that the stream was given, silence included.
    long sentMs() {
        return positionMs - startMs + filledMs;
    }

    /// Whether the client has not kept up for `limitMs`.
    boolean isStuck(long nowMs, long limitMs) {
        if (stream.backlog() <= MOST_BACKLOG) {
            keptUpMs = nowMs;
        }
        return nowMs - keptUpMs > limitMs;
    }

    /// Sends what is due; returns how much of it was silence that nobody fed, in ms.
    long send(long nowMs) {
        int pieces = 0;
        while (tape.endMs() - positionMs >= PIECE_MS && pieces < MOST_AT_ONCE) {
            stream.send(tape.read(positionMs, PIECE_MS));
            positionMs += PIECE_MS;
            pieces++;
        }
        if (pieces > 0) {
            lastAudioMs = nowMs;
            return 0;
        }
        return nowMs - lastAudioMs >= ON_HOLD_MS ? fill(nowMs) : 0;
    }

    private long fill(long nowMs) {
        long from = Math.max(lastFillMs, lastAudioMs);
        if (nowMs - from < PIECE_MS) {
            return 0;
        }
        lastFillMs = Math.max(from + PIECE_MS, nowMs - PIECE_MS);
        timeline.filled(sentMs(), PIECE_MS);
        filledMs += PIECE_MS;
        stream.send(SILENCE);
        return PIECE_MS;
    }
}
