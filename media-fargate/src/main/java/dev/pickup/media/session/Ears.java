package dev.pickup.media.session;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.SpeechToText.SpeechFault;
import dev.pickup.media.listening.SpeechToText.Transcript;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.turn.Fact;
import java.util.Optional;

/// The caller's audio → facts: voice activity in the loop (0.1 ms for each 32 ms), recognition in the engine.
/// Owned by
/// the loop.
///
/// Audio has a time line of its own: frame `n` was spoken `20 n` ms after the first, whatever the network did to
/// it.
/// When audio falls behind the clock for good (frames were lost), the line is moved on.
final class Ears implements AutoCloseable {
    /// How far behind for how long is "for good". Chosen: more than any burst after a stall, held for 2 s.
    private static final long BEHIND_MS = 80;

    private static final int WATCHED_FRAMES = 100;

    private final SpeechToText engine;
    private final SpeechToText.Settings settings;
    private final Mailbox mailbox;
    private final VoiceGate gate;
    private SpeechToText.Stream stream;
    private int streamNumber;
    private long streamStartFrame;
    private long frames;
    private double startMs = -1;
    private double leastBehindMs = Double.MAX_VALUE;
    private double usedSeconds;

    Ears(VoiceActivity activity, SpeechToText engine, SpeechToText.Settings settings, Mailbox mailbox) {
        this.engine = engine;
        this.settings = settings;
        this.mailbox = mailbox;
        this.gate = new VoiceGate(activity.newDetector());
        this.stream = engine.open(settings, listener(0));
    }

    /// Takes the next frame, which came at `nowMs`.
    Optional<Fact> hear(AudioFrame frame, double nowMs) {
        if (startMs < 0) {
            startMs = nowMs - AudioFrame.PTIME_MS;
        }
        frames++;
        keepUp(nowMs);
        stream.audio(frame);
        return switch (gate.listen(frame)) {
            case VoiceGate.Change.None _ -> Optional.empty();
            case VoiceGate.Change.Began(long atMs) -> {
                stream.speechStarted(atMs - streamStartMs());
                yield Optional.of(new Fact.SpeechStarted(callMs(atMs)));
            }
            case VoiceGate.Change.Paused(long atMs) -> {
                stream.speechPaused(atMs - streamStartMs());
                yield Optional.of(new Fact.SpeechPaused(callMs(atMs)));
            }
        };
    }

    /// When the frame taken last began, on the call's line.
    long lastFrameMs() {
        return callMs((frames - 1) * AudioFrame.PTIME_MS);
    }

    /// A transcript on the call's line; empty when it is from a stream that was given up.
    Optional<Fact> transcribed(Message.Recognized message) {
        if (message.stream() != streamNumber) {
            return Optional.empty();
        }
        Transcript transcript = message.transcript();
        return Optional.of(new Fact.Transcribed(
                transcript.text(),
                callMs(transcript.startMs() + streamStartMs()),
                callMs(transcript.endMs() + streamStartMs()),
                transcript instanceof Transcript.Final));
    }

    Optional<Fact> broke(Message.RecognizerBroke message) {
        return message.stream() == streamNumber
                ? Optional.of(new Fact.RecognizerFailed(message.fault().code()))
                : Optional.empty();
    }

    void turnEnded(long atCallMs) {
        stream.turnEnded(Math.max(0, Math.round(atCallMs - startMs) - streamStartMs()));
    }

    /// Gives the stream up and opens a fresh one.
    void restart() {
        usedSeconds += stream.billableSeconds();
        stream.close();
        streamNumber++;
        streamStartFrame = frames;
        stream = engine.open(settings, listener(streamNumber));
    }

    /// What the engine charges for so far.
    long billableSeconds() {
        return (long) Math.ceil(usedSeconds + stream.billableSeconds());
    }

    @Override
    public void close() {
        try (gate) {
            stream.close();
        }
    }

    private void keepUp(double nowMs) {
        double aheadMs = startMs + (double) frames * AudioFrame.PTIME_MS - nowMs;
        if (aheadMs > 0) { // the first frames had waited: nobody speaks in the future
            startMs -= aheadMs;
        }
        leastBehindMs = Math.min(leastBehindMs, nowMs - startMs - (double) frames * AudioFrame.PTIME_MS);
        if (frames % WATCHED_FRAMES == 0) {
            if (Math.abs(leastBehindMs) > BEHIND_MS) {
                startMs += leastBehindMs;
            }
            leastBehindMs = Double.MAX_VALUE;
        }
    }

    private long streamStartMs() {
        return streamStartFrame * AudioFrame.PTIME_MS;
    }

    private long callMs(long audioMs) {
        return Math.round(Math.max(0, startMs) + audioMs);
    }

    private SpeechToText.Listener listener(int number) {
        return new SpeechToText.Listener() {
            @Override
            public void transcript(Transcript transcript) {
                mailbox.put(new Message.Recognized(number, transcript));
            }

            @Override
            public void failed(SpeechFault fault) {
                mailbox.put(new Message.RecognizerBroke(number, fault));
            }
        };
    }
}
