package dev.pickup.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.Page;
import dev.pickup.core.UnknownCursorException;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.call.Answering.Refusal;
import dev.pickup.core.call.CallStore.SaveOutcome;
import dev.pickup.core.call.PendingCommands.Opening;
import dev.pickup.core.call.PendingCommands.Pending;
import dev.pickup.core.carrier.CarrierCommand;
import dev.pickup.core.carrier.CarrierEvent.CallOffered;
import dev.pickup.core.carrier.CarrierEvent.Offer;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.core.state.CorruptItemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every [CallStore] and its [PendingCommands] do.
public abstract class CallStoreContract extends CallContract {
    @Test
    void aCallIsReadAsItWasWritten() {
        Transition ringing = ringing(offer(), CallExamples.RANG);
        assertThat(calls().find(ringing.call().id())).isEmpty();

        Call call = stored(ringing);

        assertThat(call).usingRecursiveComparison().ignoringFields("version").isEqualTo(ringing.call());
        assertThat(call.version()).isEqualTo(1);
        assertThat(calls().find(account(), call.id())).contains(call);
        assertThat(calls().find(stores().newAccount(), call.id())).isEmpty();
    }

    @Test
    void aRefusedCallWithoutACallersNumberIsReadAsItWasWritten() {
        Offer offer = offer();
        Transition refused = CallDirector.first(
                new Resolution(account(), new Answering.Refused(Refusal.BUSY, Optional.empty())),
                new CallOffered("e", CallExamples.RANG, new Offer(offer.leg(), Optional.empty(), offer.called())));
        Call call = stored(refused);
        assertThat(call).usingRecursiveComparison().ignoringFields("version").isEqualTo(refused.call());
    }

    @Test
    void theSecondOfTwoWritesOnOneVersionLosesAndChangesNothing() {
        Transition ringing = ringing(offer(), CallExamples.RANG);
        assertThat(calls().save(ringing)).isEqualTo(SaveOutcome.SAVED);
        assertThat(calls().save(ringing)).as("the same first write").isEqualTo(SaveOutcome.LOST_RACE);

        Call seenByBoth = read(ringing.call());
        Call ended = end(seenByBoth);
        Transition late = CallDirector.next(seenByBoth, CallExamples.answered());
        assertThat(calls().save(late)).isEqualTo(SaveOutcome.LOST_RACE);

        assertThat(read(ended)).isEqualTo(ended);
        assertThat(commands().of(ended.id())).extracting(Pending::command).containsExactly(new CarrierCommand.Answer());
    }

    @Test
    void aWriteRemovesWhatTheCallNoLongerHas() {
        Call call = answer(ring());
        claim(call);
        Call held = read(call);
        Transition freed = new Transition(
                new Call(
                        held.id(),
                        held.account(),
                        held.leg(),
                        Optional.empty(),
                        held.called(),
                        held.answering(),
                        held.state(),
                        held.startedAt(),
                        held.answeredAt(),
                        held.stream(),
                        new Ownership(1, Optional.empty(), Optional.empty()),
                        held.closing(),
                        held.commands(),
                        held.result(),
                        held.version()),
                true,
                List.of(),
                List.of());
        Call after = stored(freed);
        assertThat(after.caller()).isEmpty();
        assertThat(after.owner().task()).isEmpty();
        assertThat(after.owner().heartbeatAt())
                .as("a heartbeat has its own writes")
                .isPresent();
    }

    @Test
    void commandsWaitInTheOrderInWhichTheyWereDecidedUntilTheyAreDone() {
        Call call = answer(ring());
        List<Pending> pending = commands().of(call.id());
        assertThat(pending)
                .extracting(Pending::command)
                .containsExactly(new CarrierCommand.Answer(), new CarrierCommand.StartStream(1));

        commands().done(pending.getFirst());
        commands().done(pending.getFirst());

        assertThat(commands().of(call.id())).containsExactly(pending.getLast());
    }

    @Test
    void everyKindOfCommandIsReadAsItWasWritten() {
        List<CarrierCommand> all = List.of(
                new CarrierCommand.Answer(),
                new CarrierCommand.StartStream(4),
                new CarrierCommand.Speak("Goodbye.", "en-US"),
                new CarrierCommand.Transfer(CallExamples.FALLBACK),
                new CarrierCommand.HangUp());
        Call call = stored(new Transition(ringing(offer(), NOW).call(), true, all, List.of()));
        assertThat(commands().of(call.id())).extracting(Pending::command).containsExactlyElementsOf(all);
    }

    @Test
    void aStreamIsOpenedForThePresentNumberOfALiveCallOnly() {
        Call call = answer(ring());
        Pending start = start(call);
        Pending another = new Pending(call.id(), start.key(), new CarrierCommand.StartStream(2));
        assertThat(commands().open(another, token(), "auth", NOW))
                .as("another stream")
                .isEqualTo(Opening.NOT_WANTED);
        StreamToken token = open(call);
        assertThat(read(call).stream().tokenHashes()).containsExactly(token.hash());
        end(read(call));
        StreamToken late = token();
        assertThat(commands().open(start, late, "auth", NOW.plus(PendingCommands.SENDING)))
                .as("the call is over")
                .isEqualTo(Opening.NOT_WANTED);
        assertThat(claims().peek(late, NOW)).isEmpty();
    }

    @Test
    void aStreamsStartIsOneSendersUntilItIsDoneReleasedOrOverdue() {
        Call call = answer(ring());
        Pending start = start(call);
        open(call);
        StreamToken second = token();
        assertThat(commands().open(start, second, "auth", NOW)).isEqualTo(Opening.IN_OTHER_HANDS);
        assertThat(claims().peek(second, NOW)).isEmpty();

        commands().release(start);
        assertThat(commands().open(start, token(), "auth", NOW)).isEqualTo(Opening.OPENED);

        Instant overdue = NOW.plus(PendingCommands.SENDING);
        assertThat(commands().open(start, token(), "auth", overdue.minusMillis(1)))
                .isEqualTo(Opening.IN_OTHER_HANDS);
        assertThat(commands().open(start, token(), "auth", overdue)).isEqualTo(Opening.OPENED);

        commands().done(start);
        commands().release(start);
        assertThat(commands().open(start, token(), "auth", overdue.plus(PendingCommands.SENDING)))
                .as("sent already")
                .isEqualTo(Opening.IN_OTHER_HANDS);
    }

    @Test
    void liveCallsAreCountedUntilTheyEnd() {
        Call first = ring();
        ring();
        stored(CallDirector.first(
                new Resolution(account(), new Answering.Refused(Refusal.BUSY, Optional.empty())),
                new CallOffered("e", CallExamples.RANG, offer())));
        assertThat(calls().live(account())).as("a refused call takes no place").isEqualTo(2);
        end(first);
        assertThat(calls().live(account())).isEqualTo(1);
    }

    @Test
    void callsAreListedNewestFirstPageByPage() {
        List<CallId> rung = IntStream.range(0, 5)
                .mapToObj(i -> stored(ringing(offer(), CallExamples.RANG.plusSeconds(i)))
                        .id())
                .toList();

        List<CallId> listed = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page<Call> page = calls().list(account(), CallFilter.all(), 2, next);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            page.items().forEach(call -> listed.add(call.id()));
            next = page.next();
        } while (next.isPresent());

        assertThat(listed).containsExactlyElementsOf(rung.reversed());
    }

    @Test
    void aCursorOfAnotherAccountIsRefused() {
        ring();
        ring();
        Page<Call> page = calls().list(account(), CallFilter.all(), 1, Optional.empty());
        assertThatThrownBy(() -> calls().list(stores().newAccount(), CallFilter.all(), 1, page.next()))
                .isInstanceOf(UnknownCursorException.class);
    }

    @Test
    void callsAreFiltered() {
        Instant day = Instant.parse("2026-11-20T10:00:00.500Z");
        Call old = stored(ringing(offer(), day));
        Call young = stored(ringing(offer(), day.plusSeconds(3600)));

        CallFilter all = CallFilter.all();
        assertThat(found(new CallFilter(
                        Optional.of(day.plusMillis(1)),
                        Optional.empty(),
                        all.agent(),
                        all.number(),
                        all.outcome(),
                        all.words())))
                .containsExactly(young.id());
        assertThat(found(new CallFilter(
                        Optional.of(day),
                        Optional.of(day.plusSeconds(3600)),
                        all.agent(),
                        all.number(),
                        all.outcome(),
                        all.words())))
                .containsExactly(old.id());
        assertThat(found(by(Optional.of(new AgentId("agt_other")), Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(found(by(Optional.of(CallExamples.AGENT), Optional.of(CallExamples.CALLED), Optional.empty())))
                .containsExactly(young.id(), old.id());
        assertThat(found(by(Optional.empty(), Optional.of(new PhoneNumber("+14155550111")), Optional.empty())))
                .isEmpty();
        assertThat(found(by(Optional.empty(), Optional.empty(), Optional.of("5550100"))))
                .as("the caller's number")
                .hasSize(2);
        assertThat(found(by(Optional.empty(), Optional.empty(), Optional.of("tuesday"))))
                .isEmpty();
    }

    @Test
    void aCorruptCallIsAFaultNotAbsent() {
        Call call = ring();
        stores().corrupt(call.id(), "legId");
        assertThatThrownBy(() -> calls().find(call.id()))
                .isInstanceOf(CorruptItemException.class)
                .hasMessageContaining("legId");
    }

    private static CallFilter by(Optional<AgentId> agent, Optional<PhoneNumber> number, Optional<String> words) {
        return new CallFilter(Optional.empty(), Optional.empty(), agent, number, Optional.empty(), words);
    }

    private List<CallId> found(CallFilter filter) {
        return calls().list(account(), filter, 50, Optional.empty()).items().stream()
                .map(Call::id)
                .toList();
    }
}
