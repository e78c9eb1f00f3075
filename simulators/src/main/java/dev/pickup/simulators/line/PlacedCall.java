package dev.pickup.simulators.line;

import dev.pickup.simulators.caller.CallRecording;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallReport.HangUp;
import dev.pickup.simulators.caller.CallReport.Party;
import dev.pickup.simulators.caller.CallReport.State;
import dev.pickup.simulators.caller.CallerAct;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.CallerStep.Say;
import dev.pickup.simulators.caller.Measurements;
import dev.pickup.simulators.caller.Pcm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A call that somebody out there placed, at any carrier: who dialled whom, what they say, hear and measure, and how it
/// ended. Owned by the exchange's loop, except what [SimulatedCall] promises to any thread, and [#note].
public final class PlacedCall implements SimulatedCall {
    private static final CallRecording NOTHING = new CallRecording(Pcm.of(new short[0]), Pcm.of(new short[0]));

    private final String id = UUID.randomUUID().toString();
    private final String from;
    private final String to;
    private final CallerScript script;
    private final String givenUp;
    private final ExchangeLoop loop;
    private final long dialledNanos;
    private final StreamTally tally = new StreamTally();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private Map<Say, Pcm> lines = Map.of();
    private Optional<CarriersEnd> end = Optional.empty();
    private Optional<Person> person = Optional.empty();
    private Optional<HangUp> outcome = Optional.empty();
    private long answeredNanos = Long.MAX_VALUE;
    private long endedNanos = Long.MAX_VALUE;

    /// What the carrier has made of the call. Called on the loop.
    public interface CarriersEnd {
        /// How commands name it.
        String callControlId();

        /// How the carrier names it for ever.
        String callLegId();

        /// The caller pressed a key.
        void pressed(char digit);

        /// The caller puts the receiver down; ends with [PlacedCall#ended].
        void hangUp();

        /// By how much the latest frame was late so far.
        double worstLateMs();
    }

    /// @param givenUp the carrier's word for a caller who hangs up before anything rings
    public PlacedCall(String from, String to, CallerScript script, String givenUp, ExchangeLoop loop) {
        this.from = from;
        this.to = to;
        this.script = script;
        this.givenUp = givenUp;
        this.loop = loop;
        dialledNanos = loop.nowNanos();
    }

    public StreamTally tally() {
        return tally;
    }

    /// Something that a person who reads the report should know. Any thread.
    public void note(String sentence) {
        notes.add(sentence);
    }

    /// It has found its way; the called number rings next.
    public void rings(CarriersEnd value, Map<Say, Pcm> spoken) {
        end = Optional.of(value);
        lines = spoken;
        loop.after(script.ringPatience(), () -> {
            if (!isAnswered() && !isOver()) {
                note("Nobody answered; the caller gave up.");
                value.hangUp();
            }
        });
    }

    /// Somebody took it; frames follow.
    public void answered() {
        answeredNanos = loop.nowNanos();
        person = Optional.of(new Person(script, lines));
    }

    public boolean isAnswered() {
        return person.isPresent();
    }

    public boolean isOver() {
        return outcome.isPresent();
    }

    /// Lets 20 ms pass: `heard` comes to the caller, `said` is filled with what they say.
    public void frame(short[] heard, short[] said) {
        person.ifPresent(p -> p.frame(heard, said).forEach(this::act));
    }

    public void hear(char digit) {
        person.ifPresent(p -> p.hear(digit));
    }

    /// What was to be played to the caller was thrown away, `atMs` after the answer.
    public void cleared(double atMs) {
        person.ifPresent(p -> p.cleared(atMs));
    }

    /// Since the answer; 0 before it.
    public double talkedMs() {
        return millis(answeredNanos, loop.nowNanos());
    }

    /// It is over, and was not before.
    ///
    /// @param cause the carrier's word
    public void ended(Party by, String cause) {
        if (isOver()) {
            return;
        }
        endedNanos = loop.nowNanos();
        outcome = Optional.of(new HangUp(by, cause, millis(answeredNanos, endedNanos)));
        lines = Map.of();
        over.countDown();
    }

    /// The caller hangs up before anything rings.
    void giveUp() {
        ended(Party.CALLER, givenUp);
    }

    private void act(CallerAct act) {
        switch (act) {
            case CallerAct.Press(char digit) -> end.ifPresent(e -> e.pressed(digit));
            case CallerAct.HangUp _ -> end.ifPresent(CarriersEnd::hangUp);
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
            if (end.isPresent()) {
                end.get().hangUp();
            } else {
                giveUp();
            }
        });
    }

    private CallReport snapshot() {
        Measurements.Result measured = person.map(Person::measurements)
                .orElse(new Measurements.Result(List.of(), List.of(), List.of(), List.of(), List.of()));
        long until = Math.min(loop.nowNanos(), endedNanos);
        return new CallReport(
                id,
                from,
                to,
                end.map(CarriersEnd::callControlId),
                end.map(CarriersEnd::callLegId),
                state(),
                millis(dialledNanos, Math.min(answeredNanos, until)),
                millis(answeredNanos, until),
                measured.caller(),
                measured.agent(),
                measured.responses(),
                measured.interruptions(),
                measured.pressed(),
                person.map(Person::digitsHeard).orElse(""),
                tally.counts(end.map(CarriersEnd::worstLateMs).orElse(0.0)),
                tally.errors(),
                outcome,
                Stream.concat(notes.stream(), person.map(Person::notes).orElse(List.of()).stream())
                        .toList());
    }

    private State state() {
        if (isOver()) {
            return State.ENDED;
        }
        return isAnswered() ? State.TALKING : end.isPresent() ? State.RINGING : State.DIALLING;
    }

    private static double millis(long from, long to) {
        return to <= from ? 0 : (to - from) / 1e6;
    }
}
