package dev.pickup.simulators.twilio.call;

import dev.pickup.simulators.caller.CallReport.Party;
import dev.pickup.simulators.caller.CallerStep.Say;
import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.line.ExchangeLoop;
import dev.pickup.simulators.line.NoiseFloor;
import dev.pickup.simulators.line.PlacedCall;
import dev.pickup.simulators.line.PlacedCall.CarriersEnd;
import dev.pickup.simulators.line.StreamTally;
import dev.pickup.simulators.line.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// Somebody out there who dialled, and the line between them and the carrier. Owned by the exchange's loop.
final class CallerSide {
    private static final Duration FRAME = Duration.ofMillis(20);

    private final OutsideCall call;
    private final PlacedCall placed;
    private final ExchangeLoop loop;
    private final NoiseFloor noise;
    private final short[] said = new short[Pcm.FRAME_SAMPLES];
    private final short[] heard = new short[Pcm.FRAME_SAMPLES];
    private Optional<VoiceCall> voice = Optional.empty();
    private Timer ticks = () -> {};
    private long firstNanos;
    private long frames;
    private long worstLateNanos;

    CallerSide(OutsideCall call, ExchangeLoop loop) {
        this.call = call;
        this.loop = loop;
        placed = new PlacedCall(call.from(), call.to(), call.script(), "canceled", loop);
        noise = new NoiseFloor(NoiseFloor.USUAL_DBFS, placed.id().hashCode());
    }

    OutsideCall call() {
        return call;
    }

    PlacedCall placed() {
        return placed;
    }

    StreamTally tally() {
        return placed.tally();
    }

    /// Any thread.
    void note(String sentence) {
        placed.note(sentence);
    }

    void rings(VoiceCall value, Map<Say, Pcm> spoken) {
        voice = Optional.of(value);
        placed.rings(end(value), spoken);
    }

    void answer() {
        placed.answered();
        firstNanos = loop.nowNanos();
        ticks = loop.every(FRAME, this::frame);
    }

    boolean answered() {
        return placed.isAnswered();
    }

    boolean isOver() {
        return placed.isOver();
    }

    Duration talked() {
        return Duration.ofNanos((long) (placed.talkedMs() * 1e6));
    }

    void cleared() {
        placed.cleared(nowMs());
    }

    double nowMs() {
        return placed.talkedMs();
    }

    void ended(Party by, String cause) {
        ticks.cancel();
        placed.ended(by, cause);
    }

    /// What is heard now was sent before: the person speaks into the same frame.
    private void frame() {
        frames++;
        worstLateNanos = Math.max(worstLateNanos, loop.nowNanos() - firstNanos - frames * FRAME.toNanos());
        Arrays.fill(heard, (short) 0);
        voice.ifPresent(v -> v.listen(heard));
        placed.frame(heard, said);
        voice.ifPresent(v -> v.speak(noise.over(said)));
    }

    private CarriersEnd end(VoiceCall value) {
        return new CarriersEnd() {
            @Override
            public String callControlId() {
                return value.sid();
            }

            @Override
            public String callLegId() {
                return value.sid();
            }

            @Override
            public void pressed(char digit) {
                value.pressed(digit);
            }

            @Override
            public void hangUp() {
                value.end(Party.CALLER, answered() ? "completed" : "no-answer");
            }

            @Override
            public double worstLateMs() {
                return worstLateNanos / 1e6;
            }
        };
    }
}
