package dev.pickup.simulators.telnyx.call;

import dev.pickup.simulators.caller.CallerStep.Say;
import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.line.ExchangeLoop;
import dev.pickup.simulators.line.PlacedCall;
import dev.pickup.simulators.line.PlacedCall.CarriersEnd;
import java.util.Map;

/// Somebody out there who dialled: the far end of an incoming leg. Owned by the exchange's loop.
final class CallerSide implements FarEnd {
    private final OutsideCall call;
    private final PlacedCall placed;

    CallerSide(OutsideCall call, ExchangeLoop loop) {
        this.call = call;
        placed = new PlacedCall(
                call.from(), call.to(), call.script(), Hangup.byCaller(false).cause(), loop);
    }

    OutsideCall call() {
        return call;
    }

    PlacedCall placed() {
        return placed;
    }

    /// It has found its way; the leg rings next.
    void rings(CallLeg leg, Map<Say, Pcm> spoken) {
        placed.rings(
                new CarriersEnd() {
                    @Override
                    public String callControlId() {
                        return leg.ids().callControlId();
                    }

                    @Override
                    public String callLegId() {
                        return leg.ids().callLegId();
                    }

                    @Override
                    public void pressed(char digit) {
                        leg.pressed(digit);
                    }

                    @Override
                    public void hangUp() {
                        leg.end(Hangup.byCaller(leg.answered()));
                    }

                    @Override
                    public double worstLateMs() {
                        return leg.audio().map(LegAudio::worstLateMs).orElse(0.0);
                    }
                },
                spoken);
    }

    /// It led nowhere.
    void unreachable(Hangup hangup, String why) {
        placed.note(why);
        ended(hangup);
    }

    @Override
    public void answered() {
        placed.answered();
    }

    @Override
    public void frame(short[] heard, short[] said) {
        placed.frame(heard, said);
    }

    @Override
    public void hearDigit(char digit) {
        placed.hear(digit);
    }

    @Override
    public void cleared(double atMs) {
        placed.cleared(atMs);
    }

    @Override
    public void ended(Hangup hangup) {
        placed.ended(hangup.by(), hangup.cause());
    }
}
