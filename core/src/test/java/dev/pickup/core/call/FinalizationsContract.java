package dev.pickup.core.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.Page;
import dev.pickup.core.call.Finalizations.Charge;
import dev.pickup.core.usage.Cost;
import dev.pickup.core.usage.UsageRecord;
import dev.pickup.core.usage.UsageRecordId;
import dev.pickup.events.CallEvent.CallFinalized;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalEntry.Latency;
import dev.pickup.events.journal.JournalEntry.Measure;
import dev.pickup.events.journal.JournalEntry.Role;
import dev.pickup.events.journal.JournalEntry.SessionClosed;
import dev.pickup.events.journal.JournalEntry.ToolInvoked;
import dev.pickup.events.journal.JournalEntry.TurnTaken;
import dev.pickup.events.journal.JournalEntry.UsageMeasured;
import dev.pickup.events.journal.JournalRecord;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every [JournalProjection] and [Finalizations] do.
public abstract class FinalizationsContract extends CallContract {
    private static final Latency LATENCY = new Latency(310L, 0L, 120L, 40L, 30L, null, 503L, 3.25);

    protected abstract Optional<UsageRecord> usage(UsageRecord like);

    @Test
    void turnsAndToolsAreReadAsTheJournalToldThemWhateverTheirOrder() {
        Call call = answer(ring());
        journal().write(entry(call, 1, 5, turn(1, Role.agent, "At three.")), NOW);
        journal().write(entry(call, 1, 2, turn(0, Role.caller, "When?")), NOW);
        ToolInvoked tool = new ToolInvoked(
                "inv-1",
                "check_availability",
                Map.of("day", "Tuesday", "n", 2),
                Map.of("free", List.of("15:00")),
                "ok",
                700,
                12);
        journal().write(entry(call, 1, 3, tool), NOW);

        CallDetail detail = calls().detail(account(), call.id()).orElseThrow();

        assertThat(detail.turns()).extracting(Turn::text).containsExactly("When?", "At three.");
        assertThat(detail.turns().getLast().latency()).contains(LATENCY);
        assertThat(detail.tools()).singleElement().satisfies(t -> {
            assertThat(t.arguments()).isEqualTo(tool.arguments());
            assertThat(t.result()).isEqualTo(tool.result());
            assertThat(t.durationMs()).isEqualTo(12);
        });
        assertThat(calls().detail(stores().newAccount(), call.id())).isEmpty();
    }

    @Test
    void ofTwoRecordsOfOneTurnTheLaterStandsInWhateverOrderTheyCome() {
        Call call = answer(ring());
        journal().write(entry(call, 1, 4, turn(0, Role.agent, "cut sh")), NOW);
        journal().write(entry(call, 1, 1, turn(0, Role.agent, "cut short by")), NOW);
        assertThat(texts(call)).containsExactly("cut sh");
        journal().write(entry(call, 2, 0, turn(0, Role.agent, "of the next epoch")), NOW);
        journal().write(entry(call, 1, 9, turn(0, Role.agent, "of the old epoch")), NOW);
        assertThat(texts(call)).containsExactly("of the next epoch");
    }

    @Test
    void measuresAreTheLastOfEachEpochSummed() {
        Call call = answer(ring());
        journal().write(entry(call, 1, 8, used(30)), NOW);
        journal().write(entry(call, 1, 3, used(10)), NOW);
        journal().write(entry(call, 2, 1, used(5)), NOW);
        assertThat(finalizations().measures(call.id()))
                .containsExactly(new Measure("voice", "offline", 35, "character"));
    }

    @Test
    void theOwningSessionsEndIsTheSecondSignalAndTheFirstOneStands() {
        Call call = answer(ring());
        claim(call);
        journal().write(entry(call, 2, 9, closed("failed")), NOW);
        assertThat(read(call).closing().journalClosedAt()).as("not the owner's").isEmpty();
        journal().write(entry(call, 1, 9, closed("booked")), NOW);
        journal().write(entry(call, 1, 9, closed("booked")), NOW.plusSeconds(9));

        Closing closing = read(call).closing();
        assertThat(closing.journalClosedAt()).contains(NOW);
        assertThat(closing.sessionOutcome()).contains(CallOutcome.BOOKED);
        assertThat(closing.recording()).contains("acc/rec.wav");
        assertThat(closing.forced()).isFalse();
    }

    @Test
    void theNextTaskOpensTheJournalAgain() {
        Call call = answer(ring());
        claim(call);
        journal().write(entry(call, 1, 9, closed("completed")), NOW);
        Call moved = stored(CallDirector.taskLost(read(call), NOW));
        claims().claim(open(moved), call.leg().controlId(), new TaskId("task-2"), NOW);
        assertThat(read(call).closing().journalClosedAt()).isEmpty();
    }

    @Test
    void theEndOfASessionOfACallNobodyKnowsIsDropped() {
        CallId stranger = new CallId("call_0000");
        journal().write(new JournalRecord(stranger.value(), 1, 0, 0, closed("completed")), NOW);
        assertThat(calls().find(stranger)).isEmpty();
    }

    @Test
    void theJournalIsForcedOnlyWhileItIsOpenAndTheCallUnchanged() {
        Call call = answer(ring());
        claim(call);
        Call stale = read(call);
        Call ended = end(stale);
        assertThat(finalizations().closeJournal(stale, NOW)).as("lost race").isFalse();
        assertThat(finalizations().closeJournal(ended, NOW)).isTrue();
        assertThat(finalizations().closeJournal(read(call), NOW.plusSeconds(1))).isFalse();
        assertThat(read(call).closing().forced()).isTrue();
        assertThat(read(call).closing().journalClosedAt()).contains(NOW);
    }

    @Test
    void aCallIsFinalizedAndChargedOnce() {
        Call ended = end(answer(ring()));
        CallResult result = result(ended);
        Charge charge = charge(ended, 100);

        assertThat(finalizations().finish(ended, result, "Tuesday at three", Optional.of(charge)))
                .isTrue();
        assertThat(finalizations().finish(ended, result, "", Optional.of(charge(ended, 999))))
                .as("the same again")
                .isFalse();

        Call done = read(ended);
        assertThat(done.state()).isEqualTo(CallState.FINALIZED);
        assertThat(done.result()).contains(result);
        assertThat(usage(charge.usage())).contains(charge.usage());
        assertThatThrownBy(() -> finalizations().finish(done, result, "", Optional.of(charge)))
                .isInstanceOf(IllegalStateException.class);
        CallFilter words = new CallFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(CallOutcome.COMPLETED),
                Optional.of("TUESDAY"));
        assertThat(calls().list(account(), words, 10, Optional.empty()).items()).containsExactly(done);
    }

    @Test
    void aCallThatIsChargedAlreadyIsNotFinalizedUnderAnotherCharge() {
        Call ended = end(answer(ring()));
        Call other = end(answer(ring()));
        Charge charge = charge(ended, 100);
        finalizations().finish(ended, result(ended), "", Optional.of(charge));
        assertThat(finalizations().finish(other, result(other), "", Optional.of(charge)))
                .isFalse();
        assertThat(read(other)).isEqualTo(other);
    }

    @Test
    void whatIsNotFinalizedIsFoundPageByPage() {
        Call open = ring();
        Call ended = end(ring());
        Call done = end(ring());
        stores().corrupt(open.id(), "legId"); // one that cannot be read hides no other
        finalizations().finish(done, result(done), "", Optional.empty());
        List<CallId> unfinished = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page<CallId> page = finalizations().unfinished(1, next);
            unfinished.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        assertThat(unfinished)
                .contains(open.id(), ended.id())
                .doesNotContain(done.id())
                .doesNotHaveDuplicates();
    }

    private List<String> texts(Call call) {
        return calls().detail(account(), call.id()).orElseThrow().turns().stream()
                .map(Turn::text)
                .toList();
    }

    private CallResult result(Call call) {
        return new CallResult(
                CallOutcome.COMPLETED,
                Transcript.COMPLETE,
                NOW,
                Optional.of(UsageRecordId.of(call.id()).value()));
    }

    private Charge charge(Call call, long micros) {
        UsageRecord usage = new UsageRecord(
                UsageRecordId.of(call.id()),
                account(),
                call.id(),
                CallExamples.AGENT,
                call.called(),
                YearMonth.of(2026, 11),
                30,
                Cost.of("USD", 30, List.of(new Cost.Part("platform", 30, "second", micros))),
                NOW);
        return new Charge(
                usage,
                new CallFinalized(
                        call.id() + ":finalized",
                        account().value(),
                        NOW,
                        call.id().value(),
                        "completed",
                        "complete",
                        usage.toEvent()));
    }

    private static JournalRecord entry(Call call, int epoch, long sequence, JournalEntry entry) {
        return new JournalRecord(call.id().value(), epoch, sequence, 1_000, entry);
    }

    private static TurnTaken turn(int number, Role role, String text) {
        return new TurnTaken(number, role, text, "", 100L * number, 100L * number + 90, LATENCY);
    }

    private static UsageMeasured used(long characters) {
        return new UsageMeasured(List.of(new Measure("voice", "offline", characters, "character")));
    }

    private static SessionClosed closed(String outcome) {
        return new SessionClosed("caller-hung-up", outcome, "acc/rec.wav");
    }
}
