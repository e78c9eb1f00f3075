package dev.pickup.media.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pickup.events.journal.JournalEntry.Role;
import dev.pickup.events.journal.JournalEntry.TurnTaken;
import dev.pickup.events.journal.JournalRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// A task with many calls at once, one of whose callers does not let the agent finish.
@Isolated("it measures how late frames are and how fast the agent falls silent")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BusyTaskIT {
    private static final int CALLS = 20;
    private static final int QUESTIONS = 5;
    private static final List<String> STORIES = List.of("zero", "one", "two");

    private final List<FakeClaims.Offer> asking = new ArrayList<>();
    private final List<Double> clears = new ArrayList<>();
    private ServedTask served;
    private FakeClaims.Offer interrupting;
    private String heard = "";

    @BeforeAll
    void callAllAtOnce(@TempDir Path folder) throws Exception {
        served = new ServedTask(ServedTask.settings(), folder);
        interrupting = served.claims.offer();
        List<Future<?>> running = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            running.add(threads.submit(() -> interrupt(interrupting)));
            for (int i = 0; i < CALLS; i++) {
                FakeClaims.Offer offer = served.claims.offer();
                asking.add(offer);
                running.add(threads.submit(() -> ask(offer)));
            }
        }
        for (Future<?> call : running) {
            call.get();
        }
        served.awaitClosed(interrupting.call());
        asking.forEach(offer -> served.awaitClosed(offer.call()));
    }

    @AfterAll
    void stop() {
        served.close();
    }

    private Void ask(FakeClaims.Offer offer) throws Exception {
        try (WireCaller caller = WireCaller.call(served.port(), offer)) {
            caller.awaitTurn("this is the clinic.", 1);
            for (int turn = 0; turn < QUESTIONS; turn++) {
                caller.say(served.speech, "question " + turn);
                caller.awaitTurn("That is so.", turn + 1);
            }
            served.hangUp(caller, offer);
        }
        return null;
    }

    private Void interrupt(FakeClaims.Offer offer) throws Exception {
        try (WireCaller caller = WireCaller.call(served.port(), offer)) {
            caller.awaitTurn("this is the clinic.", 1);
            for (int i = 0; i < STORIES.size(); i++) {
                caller.say(served.speech, "tell me a long story about " + STORIES.get(i));
                caller.awaitTurn(0);
                Thread.sleep(900 + 130 * i); // so far into the reply: a place, not a wait for anything
                caller.say(served.speech, "stop that please");
                await().atMost(Duration.ofSeconds(5)).until(() -> caller.clearAfterMs() >= 0);
                clears.add(caller.clearAfterMs());
                caller.awaitTurn(500);
            }
            heard = caller.heardWords();
            served.hangUp(caller, offer);
        }
        return null;
    }

    @Test
    void everyQuestionOfEveryCallIsAnswered() {
        assertThat(asking).allSatisfy(offer -> {
            assertThat(served.turns(offer.call())).hasSize(1 + 2 * QUESTIONS);
            assertThat(served.closing(offer.call()).outcome()).isEqualTo("completed");
        });
    }

    @Test
    void everyGreetingBeginsWithin3sThoughAllRingAtOnce() {
        assertThat(asking)
                .allSatisfy(offer -> assertThat(
                                served.turns(offer.call()).getFirst().startMs())
                        .isLessThan(3_000));
    }

    @Test
    void framesLeaveOnTimeAndWhatOurOwnCodeAddsToATurnIsKnown() {
        double[] own = ownMs();
        long sent = served.task.counters().of("frames-sent");
        long late = served.task.counters().of("frames-late");
        System.out.printf(
                "own share of a turn over %d turns, %d calls at once: p50 %.2f ms, p95 %.2f ms, p99 %.2f ms%n",
                own.length, CALLS, percentile(own, 50), percentile(own, 95), percentile(own, 99));
        System.out.printf(
                "frames sent %d, late %d, dropped inbound %d%n",
                sent, late, served.task.counters().of("frames-dropped"));
        assertThat(own).hasSizeGreaterThanOrEqualTo(CALLS * QUESTIONS);
        assertThat(late).isLessThan(sent / 100);
    }

    @Test
    void aBargeInSilencesTheAgentWithin200MsOfSpeech() {
        System.out.println("barge-in: clear on the wire after ms of speech: " + clears);
        assertThat(clears)
                .hasSameSizeAs(STORIES)
                .allSatisfy(ms -> assertThat(ms).isLessThanOrEqualTo(200));
    }

    @Test
    void afterABargeInMemoryHoldsWhatWasHeard() {
        List<TurnTaken> cut = served.turns(interrupting.call()).stream()
                .filter(turn -> !turn.unheard().isEmpty())
                .toList();
        assertThat(cut).as("each story, and nothing else").hasSameSizeAs(STORIES);
        for (TurnTaken turn : cut) {
            String[] words = turn.text().split(" ", -1);
            String allButLast = String.join(" ", List.of(words).subList(0, words.length - 1));
            assertThat(heard).contains(allButLast);
            String[] rest = turn.unheard().split(" ", -1);
            assertThat(heard).doesNotContain(turn.text() + " " + rest[0] + " " + rest[Math.min(1, rest.length - 1)]);
        }
    }

    private double[] ownMs() {
        return served.journal.stream()
                .map(JournalRecord::entry)
                .filter(TurnTaken.class::isInstance)
                .map(TurnTaken.class::cast)
                .filter(turn -> turn.role() == Role.agent && !turn.text().isEmpty() && turn.latencyMs() != null)
                .filter(turn -> turn.latencyMs().own() != null)
                .collect(java.util.stream.Collectors.toMap(
                        turn -> turn.startMs() + "/" + turn.latencyMs(),
                        turn -> turn.latencyMs().own(),
                        (a, _) -> a))
                .values()
                .stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
    }

    private static double percentile(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
