package dev.pickup.core.byop;

import dev.pickup.core.byop.SimulatedCustomer.Mishap;
import dev.pickup.core.byop.SimulatedCustomer.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// One import and all that befalls it, drawn from a seed.
///
/// @param attempts of the carrier's client for each request that it may repeat
/// @param patience how long that client waits for an answer
record ImportSchedule(int attempts, Duration patience, List<Act> acts) {
    /// About as many as an import or a rollback has.
    private static final int MOMENTS = 80;

    static final int IMMORTAL = 1_000_000;
    /// Longer than the simulators ever take.
    private static final Duration PATIENT = Duration.ofSeconds(20);
    /// Shorter than an answer that comes too late; whatever else takes so long is one more thing that goes wrong.
    private static final Duration IMPATIENT = Duration.ofMillis(60);

    /// Somebody works on the import.
    ///
    /// @param passed   since the act before
    /// @param lives    how many requests and writes the process survives, each counted before and after it
    /// @param troubles of the carrier meanwhile
    record Act(Who who, Duration passed, int lives, List<Trouble> troubles) {}

    enum Who {
        IMPORT,
        ROLLBACK,
        FORCED_ROLLBACK,
        RECONCILER
    }

    /// An import, or the rollback after one, that dies at one moment; nothing else happens.
    static ImportSchedule ofDeath(Who who, int lives) {
        List<Act> acts = new ArrayList<>();
        acts.add(new Act(Who.IMPORT, Duration.ZERO, who == Who.IMPORT ? lives : IMMORTAL, List.of()));
        if (who != Who.IMPORT) {
            acts.add(new Act(who, Duration.ofMinutes(5), lives, List.of()));
        }
        return new ImportSchedule(1, PATIENT, acts);
    }

    /// An import and its rollback with one trouble; nobody dies.
    static ImportSchedule ofTrouble(Trouble trouble) {
        return new ImportSchedule(
                1,
                PATIENT,
                List.of(
                        new Act(Who.IMPORT, Duration.ZERO, IMMORTAL, List.of(trouble)),
                        new Act(Who.ROLLBACK, Duration.ofMinutes(5), IMMORTAL, List.of(trouble))));
    }

    static ImportSchedule drawn(RandomGenerator random, List<String> requests) {
        boolean impatient = random.nextInt(16) == 0;
        List<Act> acts = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            Who who = acts.isEmpty() ? Who.IMPORT : anybody(random);
            List<Trouble> troubles = new ArrayList<>();
            for (int t = random.nextInt(3); t > 0; t--) {
                troubles.add(trouble(random, requests));
            }
            if (impatient && acts.isEmpty()) {
                troubles.addFirst(new Trouble(pick(random, requests), Mishap.ANSWER_TOO_LATE, 1));
            }
            acts.add(new Act(who, Duration.ofSeconds(random.nextInt(400)), life(random), troubles));
        }
        return new ImportSchedule(1 + random.nextInt(2), impatient ? IMPATIENT : PATIENT, acts);
    }

    private static Who anybody(RandomGenerator random) {
        return pick(
                random,
                List.of(Who.IMPORT, Who.ROLLBACK, Who.ROLLBACK, Who.FORCED_ROLLBACK, Who.RECONCILER, Who.RECONCILER));
    }

    /// A third of them die.
    private static int life(RandomGenerator random) {
        return random.nextInt(3) == 0 ? random.nextInt(MOMENTS) : IMMORTAL;
    }

    private static Trouble trouble(RandomGenerator random, List<String> requests) {
        Mishap mishap = pick(
                random,
                List.of(
                        Mishap.ANSWER_LOST,
                        Mishap.ANSWER_LOST,
                        Mishap.DONE_BUT_FAILS,
                        Mishap.DONE_BUT_FAILS,
                        Mishap.FAILS,
                        Mishap.RATE_LIMITED,
                        Mishap.SLOW));
        int times = mishap == Mishap.SLOW ? 1 : 1 + random.nextInt(9); // up to all attempts on the way there
        return new Trouble(pick(random, requests), mishap, times);
    }

    private static <T> T pick(RandomGenerator random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
