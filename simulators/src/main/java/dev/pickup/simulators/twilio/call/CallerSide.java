package dev.pickup.simulators.twilio.call;

import dev.pickup.simulators.caller.CallRecording;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallReport.HangUp;
import dev.pickup.simulators.caller.CallReport.Party;
import dev.pickup.simulators.caller.CallReport.State;
import dev.pickup.simulators.caller.CallerAct;
import dev.pickup.simulators.caller.CallerStep.Say;
import dev.pickup.simulators.caller.Measurements;
import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.line.CallStillRunningException;
import dev.pickup.simulators.line.ExchangeLoop;
import dev.pickup.simulators.line.NoiseFloor;
import dev.pickup.simulators.line.Person;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.line.StreamTally;
import dev.pickup.simulators.line.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Whoever dialled, and what they say, hear and measure. Owned by the exchange's loop, except what [SimulatedCall]
/// promises to any thread.
final class CallerSide implements SimulatedCall {
    private static final Duration FRAME = Duration.ofMillis(20);

    private final String id = UUID.randomUUID().toString();
    private final OutsideCall call;
    private final ExchangeLoop loop;
    private final long dialledNanos;
    private final StreamTally tally = new StreamTally();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final NoiseFloor noise;
    private final short[] said = new short[Pcm.FRAME_SAMPLES];
    private final short[] heard = new short[Pcm.FRAME_SAMPLES];
    private Map<Say, Pcm> lines = Map.of();
    private Optional<VoiceCall> voice = Optional.empty();
    private Optional<Person> person = Optional.empty();
    private Optional<HangUp> outcome = Optional.empty();
    private Timer ticks = () -> {};
    private long answeredNanos = Long.MAX_VALUE;
    private long endedNanos = Long.MAX_VALUE;
    private long frames;
    private long worstLateNanos;

    CallerSide(OutsideCall call, ExchangeLoop loop) {
        this.call = call;
        this.loop = loop;
        dialledNanos = loop.nowNanos();
        noise = new NoiseFloor(NoiseFloor.USUAL_DBFS, id.hashCode());
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

    void rings(VoiceCall value, Map<Say, Pcm> spoken) {
        voice = Optional.of(value);
        lines = spoken;
        loop.after(call.script().ringPatience(), () -> {
            if (!answered() && !isOver()) {
                note("Nobody answered; the caller gave up.");
                value.end(Party.CALLER, "no-answer");
            }
        });
    }

    void answer() {
        answeredNanos = loop.nowNanos();
        person = Optional.of(new Person(call.script(), lines));
        ticks = loop.every(FRAME, this::frame);
    }

    boolean answered() {
        return person.isPresent();
    }

    boolean isOver() {
        return outcome.isPresent();
    }

    Duration talked() {
        return Duration.ofNanos((long) (millis(answeredNanos, loop.nowNanos()) * 1e6));
    }

    void cleared() {
        person.ifPresent(p -> p.cleared(nowMs()));
    }

    double nowMs() {
        return millis(answeredNanos, loop.nowNanos());
    }

    void ended(Party by, String cause) {
        if (isOver()) {
            return;
        }
        ticks.cancel();
        endedNanos = loop.nowNanos();
        outcome = Optional.of(new HangUp(by, cause, millis(answeredNanos, endedNanos)));
        lines = Map.of();
        over.countDown();
    }

    private void frame() {
        frames++;
        worstLateNanos = Math.max(worstLateNanos, loop.nowNanos() - answeredNanos - frames * FRAME.toNanos());
        Arrays.fill(heard, (short) 0);
        person.ifPresent(p -> {
            // what is heard now was sent before: the person speaks into the same frame
            voice.ifPresent(v -> v.listen(heard));
            List<CallerAct> acts = p.frame(heard, said);
            short[] line = noise.over(said);
            voice.ifPresent(v -> v.speak(line));
            acts.forEach(this::act);
        });
    }

    private void act(CallerAct act) {
        switch (act) {
            case CallerAct.Press(char digit) -> voice.ifPresent(v -> v.pressed(digit));
            case CallerAct.HangUp _ -> voice.ifPresent(v -> v.end(Party.CALLER, "completed"));
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
        Pcm nothing = Pcm.of(new short[0]);
        return loop.ask(() -> person.map(Person::recording).orElse(new CallRecording(nothing, nothing)));
    }

    @Override
    public void hangUp() {
        loop.run(() -> {
            if (voice.isPresent()) {
                voice.get().end(Party.CALLER, answered() ? "completed" : "no-answer");
            } else {
                ended(Party.CALLER, "canceled");
            }
        });
    }

    private CallReport snapshot() {
        Measurements.Result measured = person.map(Person::measurements)
                .orElse(new Measurements.Result(List.of(), List.of(), List.of(), List.of(), List.of()));
        long end = Math.min(loop.nowNanos(), endedNanos);
        return new CallReport(
                id,
                call.from(),
                call.to(),
                voice.map(VoiceCall::sid),
                voice.map(VoiceCall::sid),
                state(),
                millis(dialledNanos, Math.min(answeredNanos, end)),
                millis(answeredNanos, end),
                measured.caller(),
                measured.agent(),
                measured.responses(),
                measured.interruptions(),
                measured.pressed(),
                person.map(Person::digitsHeard).orElse(""),
                tally.counts(worstLateNanos / 1e6),
                tally.errors(),
                outcome,
                Stream.concat(notes.stream(), person.map(Person::notes).orElse(List.of()).stream())
                        .toList());
    }

    private State state() {
        return isOver() ? State.ENDED : answered() ? State.TALKING : voice.isPresent() ? State.RINGING : State.DIALLING;
    }

    private static double millis(long from, long to) {
        return to <= from ? 0 : (to - from) / 1e6;
    }
}
