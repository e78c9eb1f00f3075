package dev.pickup.simulators.telnyx.call;

import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.line.ExchangeLoop;
import dev.pickup.simulators.line.NoiseFloor;
import dev.pickup.simulators.line.Sound;
import dev.pickup.simulators.line.Surroundings;
import dev.pickup.simulators.line.Timer;
import dev.pickup.simulators.telnyx.media.MediaStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// The audio of an answered leg: every 20 ms, what the person hears is put together, what they say goes to the media
/// stream and to the leg they are bridged with. Owned by the exchange's loop.
final class LegAudio {
    private static final Duration FRAME = Duration.ofMillis(20);

    private final ExchangeLoop loop;
    private final FarEnd person;
    private final Announcements announcements;
    private final NoiseFloor noise;
    private final Surroundings surroundings;
    private final short[] said = new short[Pcm.FRAME_SAMPLES];
    private final short[] heard = new short[Pcm.FRAME_SAMPLES];
    private final short[] part = new short[Pcm.FRAME_SAMPLES];
    /// What the media stream of the other leg says to this one.
    private final short[] whispered = new short[Pcm.FRAME_SAMPLES];
    private final Timer ticks;
    private final long startNanos;
    private Optional<MediaStream> stream = Optional.empty();
    private Optional<LegAudio> peer = Optional.empty();
    private long frames;
    private long worstLateNanos;

    /// Begins at once.
    LegAudio(
            ExchangeLoop loop,
            FarEnd person,
            Announcements announcements,
            NoiseFloor noise,
            Surroundings surroundings) {
        this.loop = loop;
        this.person = person;
        this.announcements = announcements;
        this.noise = noise;
        this.surroundings = surroundings;
        startNanos = loop.nowNanos();
        ticks = loop.every(FRAME, this::frame);
    }

    Optional<MediaStream> stream() {
        return stream;
    }

    void attach(MediaStream value) {
        stream = Optional.of(value);
    }

    void detach() {
        stream = Optional.empty();
    }

    /// The two persons hear each other from now on.
    void bridge(LegAudio other) {
        peer = Optional.of(other);
        other.peer = Optional.of(this);
    }

    void unbridge() {
        peer.ifPresent(p -> p.peer = Optional.empty());
        peer = Optional.empty();
    }

    void stop() {
        ticks.cancel();
        unbridge();
    }

    /// Milliseconds since the answer.
    double nowMs() {
        return (loop.nowNanos() - startNanos) / 1e6;
    }

    /// How late the latest frame was.
    double worstLateMs() {
        return worstLateNanos / 1e6;
    }

    private void frame() {
        frames++;
        long due = startNanos + frames * FRAME.toNanos();
        worstLateNanos = Math.max(worstLateNanos, loop.nowNanos() - due);
        announcements.play(heard);
        Sound.mix(heard, whispered);
        Arrays.fill(whispered, (short) 0);
        stream.ifPresent(this::listen);
        peer.ifPresent(p -> Sound.mix(heard, p.said));
        person.frame(heard, said);
        stream.ifPresent(s -> s.send(surroundings.over(noise.over(said), heard), heard));
    }

    /// On a single leg `opposite` is nobody: what is sent is consumed, and nobody hears it.
    private void listen(MediaStream from) {
        from.play(part);
        switch (from.target()) {
            case SELF -> Sound.mix(heard, part);
            case OPPOSITE -> whisper();
            case BOTH -> {
                Sound.mix(heard, part);
                whisper();
            }
        }
    }

    private void whisper() {
        peer.ifPresent(p -> Sound.mix(p.whispered, part));
    }
}
