package dev.pickup.media.speech.offline;

import ai.onnxruntime.OrtException;
import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.speech.Deliveries;
import dev.pickup.media.speech.offline.EngineWorkers.Urgency;
import java.nio.FloatBuffer;

/// One caller leg being listened to. Its state is guarded by this object's monitor, which is held for
/// microseconds; the model runs outside of it.
final class ListeningStream implements SpeechToText.Stream {
    private static final int SAMPLES_PER_MS = AudioFrame.SAMPLE_RATE_HZ / 1000;
    /// Voice activity starts late and ends early: this much around it is decoded too (a third fewer errors,
    /// measured).
    private static final long PADDING = 400 * SAMPLES_PER_MS;
    private static final long INTERIM_EVERY = 480 * SAMPLES_PER_MS;
    /// Speech shorter than this may be a cough: the model may answer that it heard no word.
    private static final long SURELY_SPEECH = 200 * SAMPLES_PER_MS;
    /// After this much, the next pause begins a new segment.
    private static final long LONG_SEGMENT = 8_000 * SAMPLES_PER_MS;
    /// Without a pause, a segment is cut here, at the quietest place of its last seconds.
    private static final long MAX_SEGMENT = 13_000 * SAMPLES_PER_MS;
    private static final long CUT_WITHIN = 4_000 * SAMPLES_PER_MS;

    private final OfflineSpeechToText engine;
    private final SpeechToText.Listener listener;
    private final Deliveries deliveries = new Deliveries();
    private final AudioHistory history = new AudioHistory();
    private SpokenTurn turn = new SpokenTurn();
    private boolean speaking;
    private boolean interimPending;
    private volatile boolean closed;
    private long nextInterim;
    private long lastSpeechEnd;

    ListeningStream(OfflineSpeechToText engine, SpeechToText.Listener listener) {
        this.engine = engine;
        this.listener = listener;
    }

    @Override
    public synchronized void audio(AudioFrame frame) {
        history.add(frame);
        if (!speaking) {
            return;
        }
        if (history.end() - turn.last().from > MAX_SEGMENT) {
            cut();
        } else if (history.end() >= nextInterim && !interimPending) {
            nextInterim = history.end() + INTERIM_EVERY;
            SpokenTurn current = turn;
            interimPending = engine.submit(Urgency.SPARE, () -> interim(current, current.last()));
        }
    }

    @Override
    public synchronized void speechStarted(long atMs) {
        if (speaking) {
            return;
        }
        speaking = true;
        long at = atMs * SAMPLES_PER_MS;
        nextInterim = at + INTERIM_EVERY;
        if (turn.isEmpty()) {
            turn.segments().add(new Segment(Math.max(at - PADDING, lastSpeechEnd)));
        } else if (at - turn.last().from > LONG_SEGMENT) {
            turn.last().close(turn.last().to);
            turn.segments().add(new Segment(Math.max(at - PADDING, lastSpeechEnd)));
        }
    }

    @Override
    public synchronized void speechPaused(long atMs) {
        if (!speaking) {
            return;
        }
        speaking = false;
        lastSpeechEnd = atMs * SAMPLES_PER_MS;
        turn.last().to = lastSpeechEnd;
        decode(turn, turn.last(), Urgency.SOON);
    }

    @Override
    public synchronized void turnEnded(long atMs) {
        SpokenTurn ended = turn;
        turn = new SpokenTurn();
        ended.end(atMs);
        if (speaking) {
            lastSpeechEnd = Math.min(atMs * SAMPLES_PER_MS, history.end());
            ended.last().to = lastSpeechEnd;
            turn.segments().add(new Segment(lastSpeechEnd));
        }
        for (Segment segment : ended.segments()) {
            if (!segment.isSettled()) {
                decode(ended, segment, Urgency.NOW);
            }
        }
        deliverIfComplete(ended);
        deliveries.runElsewhere();
    }

    @Override
    public synchronized double billableSeconds() {
        return (double) history.end() / AudioFrame.SAMPLE_RATE_HZ;
    }

    @Override
    public void close() {
        closed = true;
        deliveries.close();
    }

    /// The caller talks on and on: what was said up to the quietest moment becomes a segment of its own.
    private void cut() {
        long at = history.quietest(history.end() - CUT_WITHIN, history.end());
        Segment full = turn.last();
        full.close(at);
        turn.segments().add(new Segment(at));
        decode(turn, full, Urgency.SOON);
    }

    private void decode(SpokenTurn of, Segment segment, Urgency urgency) {
        if (!engine.submit(urgency, () -> decode(of, segment)) && of.isOver()) {
            engine.settledForGuess();
            segment.settleForGuess();
        }
    }

    /// On a worker.
    private void decode(SpokenTurn of, Segment segment) {
        long end;
        synchronized (this) {
            boolean goesOn = speaking && of == turn && segment == turn.last() && !segment.isClosed();
            if (closed || goesOn || !segment.beginDecoding()) {
                return;
            }
            end = segment.to;
        }
        boolean surelySpeech = end - segment.from - PADDING >= SURELY_SPEECH;
        run(() -> {
            String text = engine.listen(target -> copy(segment, end + PADDING, target), surelySpeech);
            synchronized (this) {
                segment.decoded(text, end);
                deliverIfComplete(of);
                deliverInterim(of);
            }
        });
    }

    /// On a worker.
    private void interim(SpokenTurn of, Segment segment) {
        if (closed) {
            return;
        }
        run(() -> {
            long end;
            synchronized (this) {
                end = history.end();
            }
            String text = engine.glance(target -> copy(segment, end, target));
            synchronized (this) {
                interimPending = false;
                if (of == turn && speaking && segment == turn.last()) {
                    segment.to = end;
                    segment.guess(text);
                    deliverInterim(of);
                }
            }
        });
    }

    private synchronized int copy(Segment segment, long end, FloatBuffer target) {
        return history.copyNormalized(segment.from, end, target);
    }

    private void deliverInterim(SpokenTurn of) {
        if (!of.isOver()) {
            var interim = new SpeechToText.Transcript.Interim(of.text(), of.startMs(), of.endMs());
            deliveries.add(() -> listener.transcript(interim));
        }
    }

    private void deliverIfComplete(SpokenTurn of) {
        if (of.mayBeDelivered()) {
            var last = new SpeechToText.Transcript.Final(of.text(), of.startMs(), of.endMs());
            deliveries.add(() -> listener.transcript(last));
        }
    }

    private interface Decoding {
        void run() throws OrtException, InterruptedException;
    }

    private void run(Decoding decoding) {
        try {
            decoding.run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            fail("The recognizer was shut down.");
        } catch (OrtException | RuntimeException e) {
            fail("The recognizer broke down (" + e.getClass().getSimpleName() + ").");
        }
        deliveries.run();
    }

    private void fail(String sentence) {
        deliveries.add(() -> {
            listener.failed(new SpeechToText.SpeechFault("engine-failed", sentence));
            close();
        });
    }
}
