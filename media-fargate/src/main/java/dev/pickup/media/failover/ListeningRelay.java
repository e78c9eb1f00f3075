package dev.pickup.media.failover;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.SpeechToText.Listener;
import dev.pickup.media.listening.SpeechToText.Settings;
import dev.pickup.media.listening.SpeechToText.SpeechFault;
import dev.pickup.media.listening.SpeechToText.Stream;
import dev.pickup.media.listening.SpeechToText.Transcript;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One caller leg over whoever listens to it. Its lock is held for as long as a call takes to be passed on; the
/// listener is called outside of it.
final class ListeningRelay implements Stream {
    private static final Logger LOG = LoggerFactory.getLogger(ListeningRelay.class);

    /// 15 s.
    private static final int MOST_FRAMES = 750;

    /// What is said before voice activity notices belongs to the turn.
    private static final int FRAMES_BEFORE_TURN = 50;

    private final Settings settings;
    private final Listener listener;
    private final Deque<Provider<SpeechToText>> waiting;
    private final Deque<AudioFrame> sinceTurn = new ArrayDeque<>();
    private Optional<Stream> current = Optional.empty();
    private int listenerNumber;
    private long frames;
    private long startMs;
    private final Map<String, Double> earlierSeconds = new LinkedHashMap<>();
    private Optional<String> provider = Optional.empty();

    ListeningRelay(Settings settings, Listener listener, Deque<Provider<SpeechToText>> waiting) {
        this.settings = settings;
        this.listener = listener;
        this.waiting = waiting;
    }

    /// Opens the next provider and lets it hear the turn so far.
    void next() {
        Provider<SpeechToText> next;
        synchronized (this) {
            next = waiting.removeFirst();
            earlierSeconds.putAll(billed());
            int number = ++listenerNumber;
            startMs = (frames - sinceTurn.size()) * AudioFrame.PTIME_MS;
            Stream opened = next.engine().open(settings, new Ear(next, number, startMs));
            if (number != listenerNumber) { // it broke while it was being opened, and another one listens already
                opened.close();
                return;
            }
            sinceTurn.forEach(opened::audio);
            current = Optional.of(opened);
            provider = Optional.of(next.name());
        }
        listener.servedBy(next.name());
    }

    @Override
    public synchronized void audio(AudioFrame frame) {
        frames++;
        sinceTurn.addLast(frame);
        if (sinceTurn.size() > MOST_FRAMES) {
            sinceTurn.removeFirst();
        }
        current.ifPresent(stream -> stream.audio(frame));
    }

    @Override
    public synchronized void speechStarted(long atMs) {
        current.ifPresent(stream -> stream.speechStarted(inStream(atMs)));
    }

    @Override
    public synchronized void speechPaused(long atMs) {
        current.ifPresent(stream -> stream.speechPaused(inStream(atMs)));
    }

    @Override
    public synchronized void turnEnded(long atMs) {
        while (sinceTurn.size() > FRAMES_BEFORE_TURN) {
            sinceTurn.removeFirst();
        }
        current.ifPresent(stream -> stream.turnEnded(inStream(atMs)));
    }

    @Override
    public synchronized double billableSeconds() {
        return billed().values().stream().mapToDouble(Double::doubleValue).sum();
    }

    @Override
    public synchronized Map<String, Double> billableSecondsBy(String engine) {
        return billed();
    }

    /// What was told of those who listened before, and of the one who listens now.
    private Map<String, Double> billed() {
        Map<String, Double> all = new LinkedHashMap<>(earlierSeconds);
        current.ifPresent(stream -> stream.billableSecondsBy(provider.orElseThrow())
                .forEach((name, seconds) -> all.merge(name, seconds, Double::sum)));
        return all;
    }

    @Override
    public void close() {
        Optional<Stream> open;
        synchronized (this) {
            listenerNumber++;
            open = current;
        }
        open.ifPresent(Stream::close); // outside of the lock: it waits for a delivery that may want the lock
    }

    private long inStream(long atMs) {
        return Math.max(0, atMs - startMs);
    }

    private synchronized boolean isListening(int number) {
        return number == listenerNumber;
    }

    private synchronized boolean somebodyIsLeft() {
        return !waiting.isEmpty();
    }

    private final class Ear implements Listener {
        private final Provider<SpeechToText> provider;
        private final int number;
        private final long offsetMs;

        Ear(Provider<SpeechToText> provider, int number, long offsetMs) {
            this.provider = provider;
            this.number = number;
            this.offsetMs = offsetMs;
        }

        @Override
        public void transcript(Transcript transcript) {
            if (!isListening(number)) {
                return;
            }
            provider.breaker().worked();
            listener.transcript(
                    switch (transcript) {
                        case Transcript.Interim(String text, long startMs, long endMs, var language) ->
                            new Transcript.Interim(text, startMs + offsetMs, endMs + offsetMs, language);
                        case Transcript.Final(String text, long startMs, long endMs, var language) ->
                            new Transcript.Final(text, startMs + offsetMs, endMs + offsetMs, language);
                    });
        }

        @Override
        public void failed(SpeechFault fault) {
            if (!isListening(number)) {
                return;
            }
            provider.breaker().failed();
            LOG.warn("provider-failed {}: {}", provider.name(), fault.code());
            if (somebodyIsLeft()) {
                next();
            } else {
                listener.failed(fault);
            }
        }
    }
}
