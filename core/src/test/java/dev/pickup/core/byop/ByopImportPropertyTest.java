package dev.pickup.core.byop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.pickup.core.byop.ByopImport.Stage;
import dev.pickup.core.byop.ByopImporter.Imported;
import dev.pickup.core.byop.ByopImporter.RolledBack;
import dev.pickup.core.byop.FakeCarrierAccount.Trouble;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierRejectedException.Reason;
import dev.pickup.core.carrier.CarrierUnavailableException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// However a process dies, a request is repeated and a carrier fails: after the rollback the carrier
/// account is byte for byte what it was before the import, and nothing of it is left with us.
class ByopImportPropertyTest {
    private static final int SCHEDULES = 3_000;
    private static final int MOST_ACTS = 14;

    @Test
    void afterTheRollbackTheAccountIsAsItWas() {
        long first = new Random().nextLong();
        System.out.println("import schedules begin with seed " + first);
        Map<Stage, Integer> seen = new HashMap<>();
        for (int i = 0; i < SCHEDULES; i++) {
            long seed = first + i;
            try {
                new Schedule(seed).run(seen);
            } catch (AssertionError | RuntimeException e) {
                fail("schedule with seed " + seed, e);
            }
        }
        assertThat(seen.keySet())
                .as("the schedules die in every stage")
                .contains(Stage.READ, Stage.PREPARED, Stage.ACTIVE, Stage.UNDOING, Stage.UNDONE);
    }

    private static final class Schedule {
        private final Random random;
        private final ByopWorld world;
        private final String before;
        private final double faults;
        private boolean calm;

        Schedule(long seed) {
            random = new Random(seed);
            world = new ByopWorld().with(someRouting(random));
            before = world.carrier.dump();
            faults = random.nextDouble() * 0.35;
            world.carrier.trouble(new RandomTrouble());
            world.aroundSaves = this::mayDie;
        }

        void run(Map<Stage, Integer> seen) {
            int acts = 1 + random.nextInt(MOST_ACTS);
            for (int act = 0; act < acts; act++) {
                act();
                world.state().ifPresent(state -> seen.merge(state.stage(), 1, Integer::sum));
            }
            calm = true;
            settle();
            rollBack();
            assertThat(world.carrier.dump()).isEqualTo(before);
            assertThat(world.store.ownerOf(ByopWorld.NUMBER)).isEmpty();
            assertThat(world.store.statusOf(ByopWorld.NUMBER)).isEmpty();
            assertThat(world.store.dependentsOf(ByopWorld.CREDENTIAL)).isEmpty();
        }

        private void act() {
            try {
                switch (random.nextInt(8)) {
                    case 0, 1, 2 -> world.take();
                    case 3 -> world.rollBack(random.nextBoolean());
                    case 4 -> stranger();
                    default -> {
                        world.pass(Duration.ofSeconds(random.nextInt(4_000)));
                        world.reconcile();
                    }
                }
            } catch (ProcessDied | CarrierUnavailableException | CarrierRejectedException _) {
                // the process is dead, or the request failed: somebody comes again
            }
        }

        /// Never gets what is somebody else's; what is nobody's they may have, and give it back.
        private void stranger() {
            boolean taken = world.store.ownerOf(ByopWorld.NUMBER).isPresent();
            if (taken) {
                assertThat(world.takeAsStranger()).isInstanceOf(Imported.NumberTaken.class);
            }
        }

        /// Time passes without faults: what was begun comes to an end.
        private void settle() {
            for (int sweep = 0; sweep < 5; sweep++) {
                world.pass(Duration.ofHours(2));
                world.reconcile();
            }
            world.state().ifPresent(state -> assertThat(state.stage()).isIn(Stage.ACTIVE, Stage.UNDONE, Stage.STUCK));
            if (world.state().filter(state -> state.stage() == Stage.ACTIVE).isPresent()) {
                assertThat(world.state().orElseThrow().drift()).isEmpty();
            }
        }

        private void rollBack() {
            RolledBack outcome = world.rollBack(false);
            assertThat(outcome).isInstanceOfAny(RolledBack.Done.class, RolledBack.NotImported.class);
        }

        private void mayDie() {
            if (!calm && random.nextDouble() < faults / 3) {
                throw new ProcessDied("somewhere");
            }
        }

        private final class RandomTrouble implements Trouble {
            @Override
            public void before(String operation) {
                mayFail();
            }

            @Override
            public void after(String operation) {
                mayFail(); // the effect is there, the answer is lost
            }

            @Override
            public int fieldsWritten(int all) {
                return !calm && random.nextDouble() < faults ? random.nextInt(all + 1) : -1;
            }

            @Override
            public boolean isStale() {
                return !calm && random.nextDouble() < faults / 2;
            }

            private void mayFail() {
                mayDie();
                if (!calm && random.nextDouble() < faults) {
                    throw random.nextInt(4) == 0
                            ? new CarrierRejectedException(
                                    random.nextBoolean() ? Reason.NOT_ALLOWED : Reason.OTHER, "4xx", "")
                            : new CarrierUnavailableException("timeout", "");
                }
            }
        }

        private static Map<String, String> someRouting(Random random) {
            Map<String, String> fields = new HashMap<>();
            maybe(random, fields, "voice_url", "\"https://old.example.com/voice\"");
            maybe(random, fields, "status_callback", "\"https://old.example.com/status\"");
            maybe(random, fields, "sms_url", "\"https://old.example.com/sms\"");
            switch (random.nextInt(3)) {
                case 0 -> fields.put("trunk", "\"TK1\"");
                case 1 -> fields.put("voice_application", "\"APP-SHARED\"");
                default -> {}
            }
            return fields;
        }

        private static void maybe(Random random, Map<String, String> fields, String field, String value) {
            if (random.nextBoolean()) {
                fields.put(field, value);
            }
        }
    }
}
