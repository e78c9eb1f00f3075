package dev.pickup.simulators.telnyx.call;

import dev.pickup.simulators.caller.CallRecording;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallReport.HangUp;
import dev.pickup.simulators.caller.CallReport.State;
import dev.pickup.simulators.caller.CallerAct;
import dev.pickup.simulators.caller.CallerStep.Say;
import dev.pickup.simulators.caller.Measurements;
import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.line.CallStillRunningException;
import dev.pickup.simulators.line.ExchangeLoop;
import dev.pickup.simulators.line.Person;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.line.StreamTally;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A call that somebody out there placed: the caller's end of an incoming leg. Owned by the exchange's loop, except
/// what
/// [SimulatedCall] promises to any thread.
final class PlacedCall implements SimulatedCall, FarEnd {
    private static final CallRecording NOTHING = new CallRecording(Pcm.of(new short[0]), Pcm.of(new short[0]));

    private final String id;
    private final OutsideCall call;
    private final ExchangeLoop loop;
    private final long dialledNanos;
    private final StreamTally tally = new StreamTally();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private Map<Say, Pcm> lines = Map.of();
    private Optional<CallLeg> leg = Optional.empty();
    private Optional<Person> person = Optional.empty();
    private Optional<HangUp> outcome = Optional.empty();
    private long answeredNanos = Long.MAX_VALUE;
    private long endedNanos = Long.MAX_VALUE;

    PlacedCall(String id, OutsideCall call, ExchangeLoop loop) {
        this.id = id;
        this.call = call;
        this.loop = loop;
        dialledNanos = loop.nowNanos();
    }

    OutsideCall call() {
        return call;
    }

    StreamTally tally() {
        return tally;
    }

    /// Any thread.
    void note(String sentence) {
        notes.add(sentence);
    }

    /// It has found its way; the leg rings next.
    void rings(CallLeg value, Map<Say, Pcm> spoken) {
        leg = Optional.of(value);
        lines = spoken;
        loop.after(call.script().ringPatience(), () -> {
            if (value.state() instanceof LegState.Ringing) {
                note("Nobody answered; the caller gave up.");
                value.end(Hangup.byCaller(false));
            }
        });
    }

    /// It led nowhere.
    void unreachable(Hangup hangup, String why) {
        note(why);
        ended(hangup);
    }

    boolean isOver() {
        return outcome.isPresent();
    }

    @Override
    public void answered() {
        answeredNanos = loop.nowNanos();
        person = Optional.of(new Person(call.script(), lines));
    }

    @Override
    public void frame(short[] heard, short[] said) {
        person.ifPresent(p -> p.frame(heard, said).forEach(this::act));
    }

    @Override
    public void hearDigit(char digit) {
        person.ifPresent(p -> p.hear(digit));
    }

    @Override
    public void cleared(double atMs) {
        person.ifPresent(p -> p.cleared(atMs));
    }

    @Override
    public void ended(Hangup hangup) {
        if (isOver()) {
            return;
        }
        endedNanos = loop.nowNanos();
        outcome = Optional.of(new HangUp(hangup.by(), hangup.cause(), millis(answeredNanos, endedNanos)));
        lines = Map.of();
        over.countDown();
    }

    private void act(CallerAct act) {
        switch (act) {
            case CallerAct.Press(char digit) -> leg.ifPresent(l -> l.pressed(digit));
            case CallerAct.HangUp _ -> leg.ifPresent(l -> l.end(Hangup.byCaller(true)));
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CallReport await(Duration limit) {
        try {
            if (over.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return report();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new CallStillRunningException(report());
    }

    @Override
    public CallReport report() {
        return loop.ask(this::snapshot);
    }

    @Override
    public CallRecording recording() {
        return loop.ask(() -> person.map(Person::recording).orElse(NOTHING));
    }

    @Override
    public void hangUp() {
        loop.run(() -> {
            if (leg.isPresent()) {
                leg.get().end(Hangup.byCaller(leg.get().answered()));
            } else {
                ended(Hangup.byCaller(false));
            }
        });
    }

    private CallReport snapshot() {
        Measurements.Result measured = person.map(Person::measurements)
                .orElse(new Measurements.Result(List.of(), List.of(), List.of(), List.of(), List.of()));
        double worstLate =
                leg.flatMap(CallLeg::audio).map(LegAudio::worstLateMs).orElse(0.0);
        long end = Math.min(loop.nowNanos(), endedNanos);
        return new CallReport(
                id,
                call.from(),
                call.to(),
                leg.map(l -> l.ids().callControlId()),
                leg.map(l -> l.ids().callLegId()),
                state(),
                millis(dialledNanos, Math.min(answeredNanos, end)),
                millis(answeredNanos, end),
                measured.caller(),
                measured.agent(),
                measured.responses(),
                measured.interruptions(),
                measured.pressed(),
                person.map(Person::digitsHeard).orElse(""),
                tally.counts(worstLate),
                tally.errors(),
                outcome,
                Stream.concat(notes.stream(), person.map(Person::notes).orElse(List.of()).stream())
                        .toList());
    }

    private State state() {
        return isOver()
                ? State.ENDED
                : person.isPresent() ? State.TALKING : leg.isPresent() ? State.RINGING : State.DIALLING;
    }

    private static double millis(long from, long to) {
        return to <= from ? 0 : (to - from) / 1e6;
    }
}
