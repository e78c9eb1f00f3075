package dev.pickup.media.speech.transcribe;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.speech.Deliveries;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One caller leg as the session sees it: puts audio on the tape, tells the leg's thread, and delivers what
/// that finds.
///
/// The queue to the thread is unbounded and stays short: ten entries a second come in, and none waits for the
/// service.
final class CallerLeg implements SpeechToText.Stream {
    /// As the service recommends: 50 to 200 ms, all the same.
    static final long PIECE_MS = 100;

    private static final long TICK_MS = 50;

    /// Behind the engine's name in the rate card.
    private static final String REDACTED = "-redacted";

    private final SpeechToText.Listener listener;
    private final Deliveries deliveries = new Deliveries();
    private final AudioTape tape = new AudioTape();
    private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
    private final Transcription transcription;
    private final boolean redacted;
    private volatile boolean closed;

    CallerLeg(TranscribeSpeechToText engine, SpeechToText.Settings settings, SpeechToText.Listener listener) {
        this.listener = listener;
        this.redacted = settings.redactPii();
        this.transcription = new Transcription(engine, settings, tape, inputs::add, this::deliver, this::fail);
    }

    void start() {
        Thread.ofVirtual().name("transcribe-leg").start(this::run);
    }

    @Override
    public void audio(AudioFrame frame) {
        if (tape.add(frame) % PIECE_MS == 0) {
            inputs.add(new Input.Fed());
        }
    }

    @Override
    public void speechStarted(long atMs) {
        inputs.add(new Input.SpeechStarted(atMs));
    }

    @Override
    public void speechPaused(long atMs) {
        inputs.add(new Input.SpeechPaused(atMs));
    }

    @Override
    public void turnEnded(long atMs) {
        inputs.add(new Input.TurnEnded(atMs));
    }

    @Override
    public double billableSeconds() {
        return transcription.billableSeconds();
    }

    /// Redaction has a price of its own.
    @Override
    public Map<String, Double> billableSecondsBy(String engine) {
        return Map.of(redacted ? engine + REDACTED : engine, billableSeconds());
    }

    @Override
    public void close() {
        closed = true;
        deliveries.close();
        inputs.add(new Input.Close());
    }

    private void run() {
        try {
            transcription.begin();
            while (!closed && !transcription.isOver()) {
                takeAll(inputs.poll(TICK_MS, TimeUnit.MILLISECONDS));
                transcription.tick();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            transcription.end();
        }
    }

    /// All that came before anybody is judged: after a pause of ours, answers wait behind the audio that they answer.
    private void takeAll(@Nullable Input first) {
        for (Input input = first; input != null; input = inputs.poll()) {
            transcription.take(input);
        }
    }

    private void deliver(List<SpeechToText.Transcript> transcripts) {
        transcripts.forEach(transcript -> deliveries.add(() -> listener.transcript(transcript)));
        deliveries.run();
    }

    private void fail(SpeechToText.SpeechFault fault) {
        deliveries.add(() -> listener.failed(fault));
        deliveries.run();
        closed = true;
    }
}
