package dev.pickup.benchmarks.first;

import dev.pickup.benchmarks.caption.Caption;
import dev.pickup.media.Engines;
import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.replying.LanguageModel;
import dev.pickup.media.speaking.TextToSpeech;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// One exchange with a service, until the first that comes of it. Blocks; it is over altogether when it returns.
enum Exchange {
    TRANSCRIBE {
        @Override
        void make(Engines engines, Runnable first) throws Exception {
            Coming coming = new Coming(first);
            SpeechToText.Settings settings = new SpeechToText.Settings("en-US", List.of());
            try (SpeechToText.Stream stream = engines.speechToText().open(settings, coming)) {
                word().forEach(stream::audio);
                coming.await();
            }
        }
    },
    BEDROCK {
        @Override
        void make(Engines engines, Runnable first) {
            LanguageModel.AgentBrief brief = new LanguageModel.AgentBrief(
                    "You answer the phone of a clinic. Be brief.", "the clinic", Map.of(), List.of(), "en-US", "");
            LanguageModel.Request request = new LanguageModel.Request(
                    brief, List.of(new LanguageModel.Message.Caller("Hello")), List.of(), 0, "2026-01-01T00:00:00Z");
            engines.model().reply(request, event -> {
                if (event instanceof LanguageModel.Event.Token) {
                    first.run();
                }
            });
        }
    },
    POLLY {
        @Override
        void make(Engines engines, Runnable first) throws Exception {
            Coming coming = new Coming(first);
            TextToSpeech.Utterance utterance = engines.voice().open(new TextToSpeech.Settings("", "en-US"), coming);
            utterance.clause(0, "Good morning.");
            utterance.end();
            coming.await();
        }
    };

    private static final int FRAMES = 10;

    /// @param first told when the first word, token or sound has come, perhaps again later
    abstract void make(Engines engines, Runnable first) throws Exception;

    /// A spoken word, and as much silence.
    private static List<AudioFrame> word() {
        short[] samples = new short[FRAMES * AudioFrame.SAMPLES];
        for (int frame = 0; frame < FRAMES / 2; frame++) {
            new Caption(0, frame == FRAMES / 2 - 1, "Hello").write(samples, frame * AudioFrame.SAMPLES);
        }
        return IntStream.range(0, FRAMES)
                .mapToObj(frame -> AudioFrame.copyOf(samples, frame * AudioFrame.SAMPLES))
                .toList();
    }

    /// What comes of a stream, or that nothing does.
    private static final class Coming implements SpeechToText.Listener, TextToSpeech.Listener {
        private static final int LONGEST_SECONDS = 20;

        private final CompletableFuture<Boolean> over = new CompletableFuture<>();
        private final Runnable first;

        Coming(Runnable first) {
            this.first = first;
        }

        void await() throws Exception {
            boolean _ = over.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public void servedBy(String provider) {}

        @Override
        public void transcript(SpeechToText.Transcript transcript) {
            first.run();
            over.complete(true);
        }

        @Override
        public void failed(SpeechToText.SpeechFault fault) {
            over.completeExceptionally(new IllegalStateException(fault.code()));
        }

        @Override
        public void audio(int clause, short[] samples) {
            first.run();
        }

        @Override
        public void clauseDone(int clause, List<TextToSpeech.WordTiming> words) {}

        @Override
        public void done(long characters) {
            over.complete(true);
        }

        @Override
        public void failed(String code, String sentence) {
            over.completeExceptionally(new IllegalStateException(code));
        }
    }
}
