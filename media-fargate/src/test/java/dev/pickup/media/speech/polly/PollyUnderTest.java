package dev.pickup.media.speech.polly;

import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speaking.VoiceHeard;
import dev.pickup.media.speech.aws.Closing;
import dev.pickup.media.speech.aws.Simulated;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import dev.pickup.simulators.polly.PollySimulator;
import dev.pickup.simulators.polly.ServiceTerms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The real client and the simulated service it speaks with; what is said travels beside the sound.
final class PollyUnderTest implements AutoCloseable {
    static final long LIMIT_SECONDS = 60;
    static final Duration LIMIT = Duration.ofSeconds(LIMIT_SECONDS);
    static final TextToSpeech.Settings AGENT = new TextToSpeech.Settings("", "en-US");
    static final List<String> REPLY = List.of(
            "Yes, of course.",
            "We are open from nine in the morning until five in the afternoon,",
            "from Monday to Friday.",
            "Would you like to book an appointment?");

    private final Closing closing;
    private final ScriptedSpeech speech = new ScriptedSpeech();
    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private final AtomicLong clock = new AtomicLong(-1);
    private PollySimulator service;
    private PollyTextToSpeech engine;

    PollyUnderTest(Closing closing) {
        this.closing = closing;
        this.service = start(ServiceTerms.prompt());
        this.engine = engine(PollySettings.generative().withQuota(1_000, 100));
    }

    PollySimulator service() {
        return service;
    }

    PollyTextToSpeech engine() {
        return engine;
    }

    /// What the client counted, by name.
    Map<String, Long> counts() {
        return counts;
    }

    /// From now on time passes for the client by `passes` alone.
    void stopClock() {
        clock.set(System.nanoTime());
    }

    void passes(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    /// Another service, and another client with it.
    void restart(ServiceTerms terms, PollySettings settings) {
        close();
        service = start(terms);
        engine = engine(settings);
    }

    /// Says these clauses in one reply; returns before they are heard.
    VoiceHeard say(List<String> clauses) {
        VoiceHeard heard = new VoiceHeard();
        TextToSpeech.Utterance utterance = engine.open(AGENT, heard);
        for (int i = 0; i < clauses.size(); i++) {
            utterance.clause(i, clauses.get(i));
        }
        utterance.end();
        return heard;
    }

    @Override
    public void close() {
        closing.close(engine, service);
    }

    static PollySettings timed(PollySettings.Timing timing) {
        return PollySettings.generative().withQuota(1_000, 100).withTiming(timing);
    }

    /// Nothing is given up before the test is.
    static PollySettings.Timing patient() {
        return racingAfter(LIMIT);
    }

    /// A stream without sound for so long gets a rival.
    static PollySettings.Timing racingAfter(Duration late) {
        PollySettings.Timing usual = PollySettings.Timing.usual();
        return new PollySettings.Timing(usual.keepAlive(), usual.rotation(), usual.flush(), LIMIT, late, LIMIT);
    }

    private PollySimulator start(ServiceTerms terms) {
        return PollySimulator.start(terms.withPace(20), (text, _) -> speech.callerSays(text));
    }

    private PollyTextToSpeech engine(PollySettings settings) {
        return new PollyTextToSpeech(
                Simulated.at(service.endpoint()),
                settings,
                () -> clock.get() < 0 ? System.nanoTime() : clock.get(),
                (name, amount) -> counts.merge(name, amount, Long::sum));
    }
}
