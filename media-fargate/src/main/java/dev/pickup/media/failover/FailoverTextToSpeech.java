package dev.pickup.media.failover;

import dev.pickup.media.speaking.TextToSpeech;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A voice made of several: the first that works speaks.
///
/// A provider that breaks before any sound of the clause it is at is replaced at once, and the caller hears nothing of
/// it; one that breaks within a clause cannot be, as half of it may have been heard: the fault goes on to the
/// conversation, whose next attempt meets another provider. Characters are those of all providers together.
public final class FailoverTextToSpeech implements TextToSpeech {
    private static final Logger LOG = LoggerFactory.getLogger(FailoverTextToSpeech.class);

    private final Providers<TextToSpeech> providers;

    /// @param order    wanted first, then those that stand in
    /// @param nanoTime `System::nanoTime`, or a test's
    public FailoverTextToSpeech(List<TextToSpeech> order, LongSupplier nanoTime) {
        this.providers = new Providers<>(order, TextToSpeech::name, nanoTime);
    }

    @Override
    public Utterance open(Settings settings, Listener listener) {
        return open(settings, listener, false);
    }

    @Override
    public Utterance openAhead(Settings settings, Listener listener) {
        return open(settings, listener, true);
    }

    private Utterance open(Settings settings, Listener listener, boolean ahead) {
        Relay relay = new Relay(settings, listener, new ArrayDeque<>(providers.now()), ahead);
        relay.next();
        return relay;
    }

    /// The wanted one keeps them, and whoever stands in for it now: a filler that is late is none.
    @Override
    public void saidOften(Settings settings, List<String> clauses) {
        Provider<TextToSpeech> wanted = providers.first();
        wanted.engine().saidOften(settings, clauses);
        Provider<TextToSpeech> speaking = providers.now().getFirst();
        if (!speaking.equals(wanted)) {
            speaking.engine().saidOften(settings, clauses);
        }
    }

    @Override
    public String name() {
        return providers.first().name();
    }

    /// One utterance over whoever speaks it. Its lock is held for as long as a call takes to be passed on.
    private static final class Relay implements Utterance {
        private final Settings settings;
        private final Listener listener;
        private final Deque<Provider<TextToSpeech>> waiting;
        private final SortedMap<Integer, String> unfinished = new TreeMap<>();
        private int speaker;
        private Utterance current = new Nobody();
        private boolean ahead;
        private boolean ended;
        private boolean soundOfClause;
        private long earlierCharacters;

        Relay(Settings settings, Listener listener, Deque<Provider<TextToSpeech>> waiting, boolean ahead) {
            this.ahead = ahead;
            this.settings = settings;
            this.listener = listener;
            this.waiting = waiting;
        }

        /// Opens the next provider and gives it what is not spoken yet.
        synchronized void next() {
            Provider<TextToSpeech> provider = waiting.removeFirst();
            int number = ++speaker;
            listener.servedBy(provider.name());
            TextToSpeech engine = provider.engine();
            Ear ear = new Ear(provider, number);
            Utterance opened = ahead ? engine.openAhead(settings, ear) : engine.open(settings, ear);
            if (number != speaker) { // it broke while it was being opened, and another one speaks already
                opened.cancel();
                return;
            }
            current = opened;
            unfinished.forEach(current::clause);
            if (ended) {
                current.end();
            }
        }

        @Override
        public synchronized void clause(int clause, String text) {
            unfinished.put(clause, text);
            current.clause(clause, text);
        }

        @Override
        public synchronized void awaited(Duration silence) {
            current.awaited(silence);
        }

        @Override
        public synchronized void end() {
            ended = true;
            current.end();
        }

        @Override
        public synchronized void wanted() {
            ahead = false;
            current.wanted();
        }

        @Override
        public void cancel() {
            Utterance speaking;
            synchronized (this) {
                speaker++;
                speaking = current;
                current = new Nobody();
            }
            speaking.cancel(); // outside of the lock: it waits for a delivery that may want the lock
        }

        private synchronized boolean isSpeaking(int number) {
            return number == speaker;
        }

        private final class Ear implements Listener {
            private final Provider<TextToSpeech> provider;
            private final int number;

            Ear(Provider<TextToSpeech> provider, int number) {
                this.provider = provider;
                this.number = number;
            }

            @Override
            public void audio(int clause, short[] samples) {
                if (isSpeaking(number)) {
                    soundOfClause = true;
                    listener.audio(clause, samples);
                }
            }

            @Override
            public void clauseDone(int clause, List<WordTiming> words) {
                if (isSpeaking(number)) {
                    synchronized (Relay.this) {
                        unfinished.remove(clause);
                    }
                    soundOfClause = false;
                    listener.clauseDone(clause, words);
                }
            }

            @Override
            public void done(long characters) {
                if (isSpeaking(number)) {
                    provider.breaker().worked();
                    listener.done(earlierCharacters + characters);
                }
            }

            @Override
            public void failed(String code, String sentence) {
                if (!isSpeaking(number)) {
                    return;
                }
                provider.breaker().failed();
                LOG.warn("provider-failed {}: {}", provider.name(), code);
                boolean hopeless;
                synchronized (Relay.this) {
                    hopeless = soundOfClause || waiting.isEmpty();
                }
                if (hopeless) {
                    listener.failed(code, sentence);
                } else {
                    next();
                }
            }
        }
    }

    /// Speaks when nobody does.
    private static final class Nobody implements Utterance {
        @Override
        public void clause(int clause, String text) {}

        @Override
        public void end() {}

        @Override
        public void cancel() {}
    }
}
