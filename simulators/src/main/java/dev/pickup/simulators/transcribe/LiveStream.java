package dev.pickup.simulators.transcribe;

import dev.pickup.simulators.eventstream.EventDecoder;
import dev.pickup.simulators.eventstream.EventDecoder.Received;
import dev.pickup.simulators.eventstream.FaultPlan;
import dev.pickup.simulators.eventstream.ServiceReply;
import dev.pickup.simulators.eventstream.StreamingService.Incoming;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// One stream that was accepted: its audio in, its results out. Owned by the connection's thread.
final class LiveStream implements Incoming {
    private static final long MS_PER_SECOND = 1_000;
    private static final long NANOS_PER_MS = 1_000_000;

    private final StreamParameters parameters;
    private final ServiceReply reply;
    private final Results results;
    private final Recognizer.Ear ear;
    private final EventDecoder decoder = new EventDecoder(this::take);
    private final ServiceTerms terms;
    private final Optional<FaultPlan.Planned<TranscribeFault>> planned;
    private final Runnable onOver;
    private final long openedNanos = System.nanoTime();
    private final List<Integer> chunks = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Queue<TranscribeFault> struck = new ConcurrentLinkedQueue<>();
    private long samples;
    private long lastAudioNanos = openedNanos;
    private long aheadMs;
    private boolean faulty;
    private boolean ended;
    private boolean over;

    LiveStream(
            StreamParameters parameters,
            ServiceReply reply,
            Recognizer recognizer,
            ServiceTerms terms,
            Optional<FaultPlan.Planned<TranscribeFault>> planned,
            Runnable onOver) {
        this.parameters = parameters;
        this.reply = reply;
        this.terms = terms;
        this.planned = planned;
        this.onOver = onOver;
        this.results = new Results(parameters, terms, reply, this::audioMs);
        this.ear = recognizer.open(
                parameters.language(),
                (text, startMs, endMs, complete) ->
                        reply.later(Duration.ZERO, () -> results.heard(text, startMs, endMs, complete)));
        Thread.ofVirtual().name("transcribe-silence").start(this::watchSilence);
    }

    @Override
    public void data(byte[] bytes) {
        try {
            decoder.feed(bytes);
        } catch (RuntimeException e) {
            refuse("The request body is not an event stream.");
        }
    }

    @Override
    public void end() {}

    @Override
    public void gone() {
        finish();
    }

    synchronized StreamReport report() {
        return new StreamReport(parameters, chunks, audioMs(), aheadMs, complaints, ended);
    }

    synchronized boolean isOver() {
        return over;
    }

    void strike(TranscribeFault fault) {
        struck.add(fault);
    }

    private void take(Received received) {
        switch (received) {
            case Received.Event(String type, byte[] payload) when type.equals("AudioEvent") -> audio(payload);
            case Received.Event(String type, byte[] _) -> refuse("No such event: " + type);
            case Received.Malformed(String what) -> refuse(what);
            case Received.EndOfInput _ -> {
                synchronized (this) {
                    ended = true;
                }
                ear.end();
                results.endWhenAllIsSaid();
            }
        }
    }

    private void audio(byte[] payload) {
        if (payload.length > parameters.sampleRateHz() * Short.BYTES || payload.length % Short.BYTES != 0) {
            refuse("An audio event holds whole samples, one second of them at most.");
            return;
        }
        short[] heard = new short[payload.length / Short.BYTES];
        ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(heard);
        synchronized (this) {
            chunks.add(payload.length);
            samples += heard.length;
            lastAudioNanos = System.nanoTime();
            aheadMs = Math.max(aheadMs, audioMs() - (System.nanoTime() - openedNanos) / NANOS_PER_MS);
        }
        ear.hear(heard);
        Optional.ofNullable(struck.poll()).ifPresent(this::suffer);
        if (!faulty
                && planned.isPresent()
                && audioMs() >= planned.get().afterAudio().toMillis()) {
            faulty = true;
            suffer(planned.get().fault());
        }
    }

    private void suffer(TranscribeFault fault) {
        switch (fault) {
            case TranscribeFault.Refuse(int _, String type) -> reply.exception(type, "As the script says.");
            case TranscribeFault.ExceptionEvent(String type) -> {
                reply.exception(type, "As the script says.");
                finish();
            }
            case TranscribeFault.Reset _ -> {
                reply.reset();
                finish();
            }
            case TranscribeFault.CloseConnection _ -> reply.closeConnection();
            case TranscribeFault.EndEarly _ -> {
                reply.end();
                finish();
            }
            case TranscribeFault.StopReading _ -> reply.read(false);
            case TranscribeFault.FallSilent _,
                    TranscribeFault.Slow _,
                    TranscribeFault.Repeat _,
                    TranscribeFault.Disorder _ -> results.suffer(fault);
        }
    }

    /// Ends a stream that brings no audio.
    private void watchSilence() {
        try {
            for (Duration rest = terms.silenceLimit();
                    !isOver();
                    rest = terms.silenceLimit().minus(quiet())) {
                if (!rest.isPositive()) {
                    refuse("Your request timed out because no new audio was received for 15 seconds.");
                    return;
                }
                Thread.sleep(rest);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Duration quiet() {
        return Duration.ofNanos(System.nanoTime() - lastAudioNanos);
    }

    private void refuse(String why) {
        synchronized (this) {
            complaints.add(why);
        }
        reply.exception("BadRequestException", why);
        finish();
    }

    private synchronized long audioMs() {
        return samples * MS_PER_SECOND / parameters.sampleRateHz();
    }

    private void finish() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        decoder.close();
        ear.close();
        onOver.run();
    }
}
