package dev.pickup.core.byop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.byop.ByopImport.Stage;
import dev.pickup.core.byop.ImportSchedule.Who;
import dev.pickup.core.byop.SimulatedCustomer.Mishap;
import dev.pickup.core.byop.SimulatedCustomer.Trouble;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// However processes die, requests are repeated and the carrier fails: after the rollback, or an import that failed,
/// the customer's account is byte for byte what it was, and until then the way back is kept. At the simulated carrier,
/// over real sockets.
///
/// `-Dimport.seed=` runs the same schedules again, `-Dimport.schedules=` more of them.
abstract class ImportPropertyContract {
    private static final int SCHEDULES = Integer.getInteger("import.schedules", 1_000);

    abstract SimulatedCustomer.Carrier carrier();

    @Test
    void afterTheRollbackTheAccountIsAsItWas() {
        long seed = Long.getLong("import.seed", System.nanoTime());
        String name = getClass().getSimpleName();
        System.out.printf("%s: %d schedules, -Dimport.seed=%d%n", name, SCHEDULES, seed);
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(20))
                        .build();
                SimulatedCustomer.Carrier carrier = carrier()) {
            ImportTally tally = new ImportTally(http);
            everyDeath(carrier, tally);
            everyTrouble(carrier, tally);
            for (int i = 0; i < SCHEDULES; i++) {
                SimulatedCustomer customer =
                        carrier.customers().get(i % carrier.customers().size());
                ImportSchedule schedule = ImportSchedule.drawn(new SplittableRandom(seed + i), carrier.requests());
                run("schedule " + i + " of seed " + seed, carrier, customer, schedule, tally);
            }
            System.out.printf("%s: %s%n", name, tally.endings());
            assertReached(carrier, tally);
        }
    }

    /// No moment is left to chance: a process dies at the first, at the second, and so on, until one survives.
    private static void everyDeath(SimulatedCustomer.Carrier carrier, ImportTally tally) {
        SimulatedCustomer first = carrier.customers().getFirst();
        for (Who who : List.of(Who.IMPORT, Who.ROLLBACK)) {
            int deaths;
            int lives = 0;
            do {
                deaths = tally.allDeaths();
                run("death of " + who + " after " + lives, carrier, first, ImportSchedule.ofDeath(who, lives++), tally);
            } while (tally.allDeaths() > deaths);
        }
    }

    private static void everyTrouble(SimulatedCustomer.Carrier carrier, ImportTally tally) {
        for (String request : carrier.requests().stream().distinct().toList()) {
            for (Mishap mishap :
                    List.of(Mishap.ANSWER_LOST, Mishap.DONE_BUT_FAILS, Mishap.FAILS, Mishap.RATE_LIMITED)) {
                ImportSchedule schedule = ImportSchedule.ofTrouble(new Trouble(request, mishap, 1));
                run("one trouble", carrier, carrier.customers().getFirst(), schedule, tally);
            }
        }
    }

    private static void run(
            String name,
            SimulatedCustomer.Carrier carrier,
            SimulatedCustomer customer,
            ImportSchedule schedule,
            ImportTally tally) {
        try {
            new ImportRun(carrier, customer, schedule, tally).run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(name + ": " + schedule, e);
        }
    }

    /// A property that never gets where it hurts holds for nothing.
    private static void assertReached(SimulatedCustomer.Carrier carrier, ImportTally tally) {
        assertThat(tally.deaths().keySet())
                .as("processes die before and after everything that leaves a trace")
                .containsAll(Stream.concat(
                                carrier.writes().stream(),
                                Stream.of(Stage.READ, Stage.PREPARED, Stage.ACTIVE, Stage.UNDOING, Stage.UNDONE)
                                        .map(stage -> "save " + stage))
                        .flatMap(what -> Stream.of("before " + what, "after " + what))
                        .toList());
        assertThat(tally.misfortunes().keySet())
                .as("everything that changes the account goes wrong in every way")
                .containsAll(carrier.writes().stream()
                        .flatMap(write -> Stream.of(" lost", " 5xx", " 429").map(write::concat))
                        .toList());
        assertThat(tally.misfortunes().keySet()).as("clients lose patience").anyMatch(m -> m.endsWith(" timed out"));
        assertThat(tally.endings().keySet())
                .as("what askers are told")
                .containsAll(List.of(
                        "Known ACTIVE",
                        "PutBack",
                        "Done",
                        "UnderWay",
                        "NotImported",
                        "settled ACTIVE",
                        "settled UNDONE"));
    }
}
