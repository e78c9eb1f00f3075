package dev.pickup.media.session;

import dev.pickup.core.agent.AgentSettings;
import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.EndOfTurn;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.SpeechToText.SpeechFault;
import dev.pickup.media.listening.SpeechToText.Transcript;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.turn.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final double LONGEST_BEHIND_MS = 500;

    private static final int WATCHED_FRAMES = 100;

    /// Voice activity notices late: the first sound of a word lies before it. Chosen.
    private static final long LEAD_IN_MS = 300;

    private static final Logger LOG = LoggerFactory.getLogger(Ears.class);

    private final SpeechToText engine;
    private final SpeechToText.Settings settings;
    private final Mailbox mailbox;
    private final VoiceGate gate;
    private final EchoFloor echo = new EchoFloor();
    private final FrameHistory history = new FrameHistory();
    private final Optional<EndOfTurn> endOfTurn;
    private SpeechToText.Stream stream;
    private int streamNumber;
    private long streamStartFrame;
    private long frames;
    private double startMs = -1;
    private double leastBehindMs = Double.MAX_VALUE;
    private final Map<String, Double> usedSeconds = new LinkedHashMap<>();
    private boolean speaking;
    private long pausedAtMs;

    Ears(
            VoiceActivity activity,
            SpeechToText engine,
            SpeechToText.Settings settings,
            Optional<EndOfTurn> endOfTurn,
            Mailbox mailbox) {
        this.endOfTurn = endOfTurn;
        this.engine = engine;
        this.settings = settings;
        this.mailbox = mailbox;
        this.gate = new VoiceGate(activity.newDetector());
        this.stream = engine.open(settings, listener(0));
    }

    /// What an agent wants of a recognizer.
    static SpeechToText.Settings wanted(AgentSettings agent) {
        return new SpeechToText.Settings(
                agent.language(),
                agent.vocabulary(),
                agent.engines().otherLanguages(),
                agent.engines().redactPii());
    }

    /// We say this, and the caller hears it at `heardAtMs`: it may come back.
    void said(AudioFrame frame, long heardAtMs) {
        echo.said(frame, heardAtMs);
    }

    /// Takes the next frame, which came at `nowMs`.
    List<Fact> hear(AudioFrame frame, double nowMs) {
        if (startMs < 0) {
            startMs = nowMs - AudioFrame.PTIME_MS;
        }
        frames++;
        history.add(frame);
        keepUp(nowMs);
        stream.audio(frame);
        return switch (gate.listen(frame, echo.at(nowMs))) {
            case VoiceGate.Change.None _ -> List.of();
            case VoiceGate.Change.Began(long atMs) -> {
                speaking = true;
                stream.speechStarted(Math.max(0, atMs - streamStartMs()));
                yield List.of(new Fact.SpeechStarted(callMs(atMs)));
            }
            case VoiceGate.Change.Hushed(long atMs) -> List.of(new Fact.SpeechHushed(callMs(atMs)));
            case VoiceGate.Change.Paused(long atMs) -> paused(atMs);
        };
    }

    /// How much of what the caller should have been heard saying by now has not come: the network holds it back, or the
    /// machine. A line that gives nothing at all is not waited for longer than 500 ms.
    long behindMs(double nowMs) {
        double expected = nowMs - AudioFrame.PTIME_MS; // the next frame is on its way still
        double heard = startMs + (double) frames * AudioFrame.PTIME_MS;
        return startMs < 0 ? 0 : Math.round(Math.clamp(expected - heard, 0, LONGEST_BEHIND_MS));
    }

    /// The caller may be beginning to speak: known within 64 ms of audio.
    boolean stirs() {
        return gate.stirs();
    }

    private List<Fact> paused(long atMs) {
        speaking = false;
        pausedAtMs = atMs;
        stream.speechPaused(Math.max(0, atMs - streamStartMs()));
        long atCallMs = callMs(atMs);
        endOfTurn.ifPresent(model -> judge(model, atCallMs));
        List<Fact> facts = new ArrayList<>(2);
        gate.ending()
                .map(e -> new Fact.Intonation(
                        atCallMs, tenth(e.level()), tenth(e.slope()), tenth(e.energy()), e.lastVoicedMs()))
                .ifPresent(facts::add);
        facts.add(new Fact.SpeechPaused(atCallMs));
        return facts;
    }

    /// On a thread of its own: the loop does not wait for it, and a pause that is over ignores it.
    private void judge(EndOfTurn model, long atCallMs) {
        short[] heard = history.samples(history.count(), EndOfTurn.LONGEST_SAMPLES / AudioFrame.SAMPLES);
        Thread.ofVirtual().name("end-of-turn").start(() -> {
            try {
                mailbox.put(new Message.Noted(new Fact.EndOfTurnJudged(atCallMs, model.judge(heard))));
            } catch (IllegalStateException e) {
                LOG.warn("end-of-turn-failed: {}", e.getMessage());
            }
        });
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
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
                transcript instanceof Transcript.Final,
                transcript.language().orElse("")));
    }

    Optional<Fact> broke(Message.RecognizerBroke message) {
        return message.stream() == streamNumber
                ? Optional.of(new Fact.RecognizerFailed(message.fault().code()))
                : Optional.empty();
    }

    void turnEnded(long atCallMs) {
        stream.turnEnded(Math.max(0, Math.round(atCallMs - startMs) - streamStartMs()));
    }

    /// Gives the stream up and opens a fresh one, which hears again what was said from `fromCallMs` on, as far as it is
    /// kept.
    void restart(long fromCallMs) {
        stream.billableSecondsBy(engine.name())
                .forEach((provider, used) -> usedSeconds.merge(provider, used, Double::sum));
        stream.close();
        streamNumber++;
        long fromMs = Math.round(fromCallMs - Math.max(0, startMs));
        streamStartFrame = history.from((fromMs - LEAD_IN_MS) / AudioFrame.PTIME_MS);
        stream = engine.open(settings, listener(streamNumber));
        boolean spoken = speaking || pausedAtMs > fromMs;
        for (long number = streamStartFrame; number < history.count(); number++) {
            stream.audio(history.frame(number));
        }
        if (spoken) {
            stream.speechStarted(Math.max(0, fromMs - streamStartMs()));
        }
        if (spoken && !speaking) {
            stream.speechPaused(Math.max(0, pausedAtMs - streamStartMs()));
        }
    }

    /// What each provider charges for so far, in started seconds.
    Map<String, Long> billableSeconds() {
        Map<String, Double> all = new LinkedHashMap<>(usedSeconds);
        stream.billableSecondsBy(engine.name()).forEach((provider, used) -> all.merge(provider, used, Double::sum));
        Map<String, Long> started = new LinkedHashMap<>();
        all.forEach((provider, used) -> started.put(provider, (long) Math.ceil(used)));
        return started;
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
            public void servedBy(String provider) {
                mailbox.put(new Message.ServedBy("speech-to-text", provider));
            }

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
