package dev.pickup.media;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.replying.LanguageModel;
import dev.pickup.media.session.FrameClock;
import dev.pickup.media.speaking.TextToSpeech;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes one exchange with each engine before the task takes calls: classes are loaded, connections stand, credentials
/// work. An engine that does not answer is asked again until it does: a task that cannot hear, think or speak must not
/// look healthy. On a thread of its own.
public final class WarmUp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final String LANGUAGE = "en-US";

    /// A recognizer that was given a second of silence and did not complain has its stream open.
    private static final int FRAMES = 50;

    private final Engines engines;
    private final Runnable ready;
    private final Thread thread;

    /// @param ready told once, when all have answered
    public WarmUp(Engines engines, Runnable ready) {
        this.engines = engines;
        this.ready = ready;
        this.thread = Thread.ofVirtual().name("warm-up").start(this::run);
    }

    private interface Exchange {
        /// @throws Exception it did not work
        void make() throws Exception;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            untilItWorks("voice", engines.voice().name(), () -> speak(engines.voice()));
            untilItWorks("model", engines.model().name(), () -> reply(engines.model()));
            untilItWorks("speech-to-text", engines.speechToText().name(), () -> listen(engines.speechToText()));
            ready.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void untilItWorks(String port, String engine, Exchange exchange) throws InterruptedException {
        boolean done = false;
        while (!done) {
            long began = FrameClock.nanos();
            try {
                exchange.make();
                done = true;
                LOG.info("warm {} {} after {} ms", port, engine, (FrameClock.nanos() - began) / 1_000_000);
            } catch (InterruptedException | CancellationException e) {
                throw new InterruptedException();
            } catch (Exception e) {
                LOG.error("not-warm {} {}: {}", port, engine, e.getMessage());
                Thread.sleep(PAUSE);
            }
        }
    }

    static void reply(LanguageModel model) {
        LanguageModel.AgentBrief brief = new LanguageModel.AgentBrief(
                "Answer with the single word: ready.", "Warm-up", Map.of(), List.of(), LANGUAGE, "");
        model.reply(
                new LanguageModel.Request(
                        brief,
                        List.of(new LanguageModel.Message.Caller("Hello")),
                        List.of(),
                        0,
                        "2026-01-01T00:00:00Z"),
                _ -> {});
    }

    static void speak(TextToSpeech voice) throws ExecutionException, TimeoutException, InterruptedException {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        TextToSpeech.Utterance utterance =
                voice.open(new TextToSpeech.Settings("", LANGUAGE), new TextToSpeech.Listener() {
                    @Override
                    public void audio(int clause, short[] samples) {}

                    @Override
                    public void clauseDone(int clause, List<TextToSpeech.WordTiming> words) {}

                    @Override
                    public void done(long characters) {
                        done.complete(true);
                    }

                    @Override
                    public void failed(String code, String sentence) {
                        done.completeExceptionally(new IllegalStateException(code + ": " + sentence));
                    }
                });
        utterance.clause(0, "Ready.");
        utterance.end();
        boolean _ = done.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    }

    static void listen(SpeechToText recognizer) throws InterruptedException {
        CompletableFuture<SpeechToText.SpeechFault> broken = new CompletableFuture<>();
        SpeechToText.Settings settings = new SpeechToText.Settings(LANGUAGE, List.of());
        try (SpeechToText.Stream stream = recognizer.open(settings, new SpeechToText.Listener() {
            @Override
            public void transcript(SpeechToText.Transcript transcript) {}

            @Override
            public void failed(SpeechToText.SpeechFault fault) {
                broken.complete(fault);
            }
        })) {

            for (int i = 0; i < FRAMES && !broken.isDone(); i++) {
                stream.audio(AudioFrame.SILENCE);
                Thread.sleep(AudioFrame.PTIME_MS);
            }
            stream.turnEnded(FRAMES * (long) AudioFrame.PTIME_MS);
        }
        Optional<SpeechToText.SpeechFault> fault = Optional.ofNullable(broken.getNow(null));
        if (fault.isPresent()) {
            throw new IllegalStateException(
                    fault.get().code() + ": " + fault.get().sentence());
        }
    }
}
