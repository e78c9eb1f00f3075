package dev.pickup.media.speech;

import dev.pickup.media.speaking.PhraseCache;
import dev.pickup.media.speaking.PhraseCache.Phrase;
import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speaking.WholeSound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A voice that makes what is said often only once, each phrase by itself, so that its sound begins and ends where it
/// does. An utterance that begins with kept phrases begins with their sound, at once; what follows the first clause
/// that is not kept is spoken by the engine. Any thread.
public final class KeptPhrases implements TextToSpeech {
    /// In memory at once, of all agents of a task: 3 s each, 20 MB in all.
    private static final int MOST_IN_MEMORY = 200;

    private static final Duration LONGEST_MAKING = Duration.ofSeconds(20);

    private final TextToSpeech engine;
    private final PhraseCache cache;
    private final Map<Phrase, Optional<short[]>> often = new ConcurrentHashMap<>();

    public KeptPhrases(TextToSpeech engine, PhraseCache cache) {
        this.engine = engine;
        this.cache = cache;
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public void saidOften(Settings settings, List<String> clauses) {
        List<Phrase> unknown = new ArrayList<>();
        for (String clause : clauses) {
            Phrase phrase = new Phrase(engine.name(), settings.voice(), settings.language(), clause);
            if (often.size() < MOST_IN_MEMORY && often.putIfAbsent(phrase, Optional.empty()) == null) {
                unknown.add(phrase);
            }
        }
        if (!unknown.isEmpty()) {
            Thread.ofVirtual().name("phrases").start(() -> unknown.forEach(this::fetchOrMake));
        }
    }

    @Override
    public Utterance open(Settings settings, Listener listener) {
        return new Beginning(settings, listener, true);
    }

    @Override
    public Utterance openAhead(Settings settings, Listener listener) {
        return new Beginning(settings, listener, false);
    }

    /// A phrase that cannot be made now is forgotten: the next call that wants it tries again.
    private void fetchOrMake(Phrase phrase) {
        Optional<short[]> samples = cache.find(phrase);
        if (samples.isEmpty()) {
            samples = make(phrase);
            samples.ifPresent(made -> cache.keep(phrase, made));
        }
        if (samples.isPresent()) {
            often.put(phrase, samples);
        } else {
            often.remove(phrase);
        }
    }

    private Optional<short[]> make(Phrase phrase) {
        return WholeSound.of(engine, new Settings(phrase.voice(), phrase.language()), phrase.text(), LONGEST_MAKING);
    }

    /// Speaks from memory as long as it can, then through the engine, which is open from the start, but ahead of what
    /// may never come. Guarded by itself, held for moments.
    private final class Beginning implements Utterance {
        private final Settings settings;
        private final Listener listener;
        private final Deliveries deliveries = new Deliveries();
        private final Utterance rest;
        private boolean wanted;
        private boolean handedOver;
        private Optional<Runnable> fault = Optional.empty();

        Beginning(Settings settings, Listener listener, boolean wanted) {
            this.settings = settings;
            this.listener = listener;
            this.wanted = wanted;
            this.rest = engine.openAhead(settings, new InTurn());
        }

        @Override
        public synchronized void clause(int clause, String text) {
            Optional<short[]> kept = often.getOrDefault(
                    new Phrase(engine.name(), settings.voice(), settings.language(), text), Optional.empty());
            if (handedOver || kept.isEmpty()) {
                if (!handedOver && wanted) {
                    rest.wanted();
                }
                handedOver = true;
                fault.ifPresent(this::deliver);
                rest.clause(clause, text);
                return;
            }
            short[] samples = kept.get().clone();
            deliveries.add(() -> {
                listener.audio(clause, samples);
                listener.clauseDone(clause, List.of());
            });
            deliveries.runElsewhere();
        }

        @Override
        public void awaited(Duration silence) {
            rest.awaited(silence);
        }

        @Override
        public synchronized void end() {
            if (handedOver) {
                rest.end();
                return;
            }
            rest.cancel();
            deliveries.add(() -> listener.done(0));
            deliveries.runElsewhere();
        }

        @Override
        public synchronized void wanted() {
            wanted = true;
            if (handedOver) {
                rest.wanted();
            }
        }

        @Override
        public void cancel() {
            rest.cancel();
            deliveries.close();
        }

        /// An engine that breaks before it is wanted harms nobody: what is kept is spoken all the same.
        private synchronized void broke(Runnable telling) {
            if (handedOver) {
                deliver(telling);
            } else {
                fault = Optional.of(telling);
            }
        }

        private void deliver(Runnable call) {
            deliveries.add(call);
            deliveries.runElsewhere();
        }

        /// Lets the engine speak after what was kept.
        private final class InTurn implements Listener {
            @Override
            public void audio(int clause, short[] samples) {
                tell(() -> listener.audio(clause, samples));
            }

            @Override
            public void clauseDone(int clause, List<WordTiming> words) {
                tell(() -> listener.clauseDone(clause, words));
            }

            @Override
            public void done(long characters) {
                tell(() -> listener.done(characters));
            }

            @Override
            public void failed(String code, String sentence) {
                broke(() -> listener.failed(code, sentence));
            }

            private void tell(Runnable call) {
                deliveries.add(call);
                deliveries.run();
            }
        }
    }
}
