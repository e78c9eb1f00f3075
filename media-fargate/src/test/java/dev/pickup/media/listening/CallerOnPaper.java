package dev.pickup.media.listening;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.SpeechToText.SpeechFault;
import dev.pickup.media.listening.SpeechToText.Transcript;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A caller leg whose voice activity is known exactly: feeds a stream faster than real time, as fast as it is
/// told, and keeps what comes back.
public final class CallerOnPaper implements AutoCloseable, SpeechToText.Listener {
    private static final int SAMPLES_PER_MS = 16;

    private final List<Transcript> transcripts = new CopyOnWriteArrayList<>();
    private final List<SpeechFault> faults = new CopyOnWriteArrayList<>();
    private final SpeechToText.Stream stream;
    private final double pace;
    private final long startNanos = System.nanoTime();
    private long fedMs;
    private long speechEndMs;

    /// @param pace how many times faster than real time; Transcribe's ring of 8 s allows for about 10
    public CallerOnPaper(SpeechToText engine, SpeechToText.Settings settings, double pace) {
        this.pace = pace;
        this.stream = engine.open(settings, this);
    }

    public SpeechToText.Stream stream() {
        return stream;
    }

    public long fedMs() {
        return fedMs;
    }

    public long speechEndMs() {
        return speechEndMs;
    }

    public List<SpeechFault> faults() {
        return faults;
    }

    public List<Transcript> transcripts() {
        return transcripts;
    }

    public List<String> finals() {
        return transcripts.stream()
                .filter(Transcript.Final.class::isInstance)
                .map(Transcript::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /// Speech, with a little silence around it.
    public CallerOnPaper says(short[] sound) {
        silence(300);
        stream.speechStarted(fedMs);
        speechEndMs = fedMs + sound.length / SAMPLES_PER_MS;
        feed(sound);
        silence(200);
        stream.speechPaused(speechEndMs);
        return this;
    }

    public CallerOnPaper turnEnds() {
        silence(300);
        stream.turnEnded(speechEndMs);
        return this;
    }

    public CallerOnPaper silence(int ms) {
        feed(new short[ms * SAMPLES_PER_MS]);
        return this;
    }

    public void feed(short[] sound) {
        for (int at = 0; at < sound.length; at += AudioFrame.SAMPLES) {
            keepPace();
            stream.audio(AudioFrame.copyOf(sound, at));
            fedMs += AudioFrame.PTIME_MS;
        }
    }

    @Override
    public void transcript(Transcript transcript) {
        transcripts.add(transcript);
    }

    @Override
    public void failed(SpeechFault fault) {
        faults.add(fault);
    }

    @Override
    public void close() {
        stream.close();
    }

    private void keepPace() {
        long dueNanos = startNanos + (long) (fedMs * 1e6 / pace);
        try {
            while (System.nanoTime() < dueNanos) {
                Thread.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
