package dev.pickup.core.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.number.NumberOrder.Stage;
import dev.pickup.core.number.PurchaseWorld.Ending;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is repeated, whoever dies at which step, whatever the carrier does: one number, bought once, or none and
/// a reason. The real saga and the real client against the simulated exchange; time is virtual.
///
/// `-Dpurchase.seed=` runs the same schedules again, `-Dpurchase.schedules=` more of them.
class PurchasePropertyIT {
    private static final int SCHEDULES = Integer.getInteger("purchase.schedules", 1_000);

    @Test
    void aNumberIsBoughtExactlyOnceOrNotAtAllWithAReason() {
        long seed = Long.getLong("purchase.seed", System.nanoTime());
        System.out.printf("PurchasePropertyIT: %d schedules, -Dpurchase.seed=%d%n", SCHEDULES, seed);
        Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
        Map<String, Integer> deaths = new TreeMap<>();
        try (PurchaseWorld world = PurchaseWorld.open()) {
            Stream<PurchaseSchedule> drawn =
                    IntStream.range(0, SCHEDULES).mapToObj(i -> PurchaseSchedule.of(random(seed + i), i));
            Stream<PurchaseSchedule> fixed = PurchaseSchedule.everyDeath(SCHEDULES).stream();
            for (PurchaseSchedule schedule : Stream.concat(fixed, drawn).toList()) {
                try {
                    endings.merge(world.run(schedule), 1, Integer::sum);
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("seed " + seed + ": " + schedule, e);
                }
                schedule.deaths().forEach(step -> deaths.merge(step, 1, Integer::sum));
            }
            assertThat(world.spentMicros()).as("paid at the carrier").isEqualTo(world.boughtMicros());
        }
        System.out.printf("PurchasePropertyIT: %s, deaths %s%n", endings, deaths);
        assertThat(endings).as("the schedules reach every ending").containsKeys(Ending.values());
        assertThat(deaths.keySet())
                .as("processes die at every step")
                .containsAll(java.util.Arrays.stream(Stage.values())
                        .filter(stage -> !stage.isAtRest())
                        .map(Stage::name)
                        .collect(Collectors.toSet()));
    }

    /// An empty look-up that is believed at once costs no second number: the carrier sells it once. It costs the
    /// customer theirs: the repeat is refused, the look-up still finds nothing, and what was bought is given back.
    @ParameterizedTest
    @ValueSource(ints = {5, 20, 44})
    void anOrderThatTheCarrierDoesNotListYetIsWaitedForAndItsNumberKept(int seconds) {
        try (PurchaseWorld world = PurchaseWorld.open()) {
            assertThat(world.buyUnlisted(seconds, Duration.ofSeconds(seconds)))
                    .as("the number that the carrier sold to us")
                    .isEqualTo(Stage.ACTIVE);
        }
    }

    /// Seeds that are neighbours make a `Random` begin almost alike; spread, they do not.
    private static Random random(long seed) {
        return new Random(new SplittableRandom(seed).nextLong());
    }
}
