package dev.pickup.core.byop;

import static dev.pickup.core.byop.ByopWorld.AGENT;
import static dev.pickup.core.byop.ByopWorld.CREDENTIAL;
import static dev.pickup.core.byop.ByopWorld.ID;
import static dev.pickup.core.byop.ByopWorld.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.byop.ByopImport.Stage;
import dev.pickup.core.byop.ByopImporter.Imported;
import dev.pickup.core.byop.ByopImporter.RolledBack;
import dev.pickup.core.byop.FakeCarrierAccount.Trouble;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.NumberRouting.Difference;
import dev.pickup.core.number.Did;
import dev.pickup.events.NumberEvent.NumberDrifted;
import dev.pickup.events.NumberEvent.NumberImported;
import dev.pickup.events.NumberEvent.NumberRolledBack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Imports and their way back, step by step.
class ByopImportTest {
    private final ByopWorld world = new ByopWorld()
            .with(Map.of("voice_url", "\"https://old.example.com\"", "trunk", "\"TK1\"", "sms_url", "\"https://s\""));
    private final String before = world.carrier.dump();

    @Test
    void anImportedNumberPointsAtUsAndItsAgentIsThereBeforeTheFirstCall() {
        Imported outcome = world.take();

        assertThat(outcome).isInstanceOf(Imported.Known.class);
        assertThat(world.state().orElseThrow().stage()).isEqualTo(Stage.ACTIVE);
        assertThat(world.attached).containsExactly(AGENT);
        assertThat(world.carrier.dump())
                .contains("Pickup cred_one +14155550100", "https://pickup.example.com/webhooks/twilio/voice/cred_one");
        assertThat(world.store.statusOf(NUMBER)).contains(Did.Status.ACTIVE);
        assertThat(world.store.events()).hasExactlyElementsOfTypes(NumberImported.class);
    }

    @Test
    void askedTwiceItIsImportedOnce() {
        world.take();
        String pointed = world.carrier.dump();

        assertThat(world.take()).isInstanceOf(Imported.Known.class);

        assertThat(world.carrier.dump()).isEqualTo(pointed);
        assertThat(world.store.events()).hasSize(1);
    }

    @Test
    void rolledBackTheAccountIsAsItWas() {
        world.take();

        assertThat(world.rollBack(false)).isInstanceOf(RolledBack.Done.class);

        assertThat(world.carrier.dump()).isEqualTo(before);
        assertThat(world.store.ownerOf(NUMBER)).isEmpty();
        assertThat(world.store.dependentsOf(CREDENTIAL)).isEmpty();
        assertThat(world.store.events()).hasExactlyElementsOfTypes(NumberImported.class, NumberRolledBack.class);
        assertThat(world.rollBack(false)).isInstanceOf(RolledBack.NotImported.class);
    }

    @Test
    void aNumberOfOneAccountCannotBeImportedByAnother() {
        world.take();
        String pointed = world.carrier.dump();

        assertThat(world.takeAsStranger()).isInstanceOf(Imported.NumberTaken.class);

        assertThat(world.carrier.dump()).isEqualTo(pointed);
        assertThat(world.store.find(ByopWorld.STRANGER, NUMBER)).isEmpty();
    }

    @Test
    void aReadThatStillShowsUsIsNoRollbackPoint() {
        world.take();
        world.rollBack(false);
        world.carrier.trouble(new Trouble() {
            @Override
            public boolean isStale() {
                return true;
            }
        });

        assertThatThrownBy(world::take)
                .isInstanceOf(CarrierUnavailableException.class)
                .hasMessageContaining("stale");
        assertThat(world.carrier.dump()).isEqualTo(before);
        world.pass(Duration.ofMinutes(2));
        world.take();
        world.carrier.trouble(Trouble.NONE);
        world.rollBack(false);
        assertThat(world.carrier.dump()).isEqualTo(before);
    }

    @Test
    void aRefusedWriteIsPutBackAndSaid() {
        fail("write", 1, () -> new CarrierRejectedException(CarrierRejectedException.Reason.OTHER, "10015", "r1"));

        Imported outcome = world.take();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Imported.PutBack.class,
                        put -> assertThat(put.state()
                                        .progress()
                                        .reason()
                                        .orElseThrow()
                                        .code())
                                .isEqualTo("carrier-rejected"));
        assertThat(world.carrier.dump()).isEqualTo(before);
        assertThat(world.store.ownerOf(NUMBER)).isEmpty();
        assertThat(world.store.events()).isEmpty();
    }

    @Test
    void aCarrierThatHiccupsOnceIsBorne() {
        fail("write", 1, () -> new CarrierUnavailableException("timeout", ""));

        assertThat(world.take()).isInstanceOf(Imported.Known.class);
        assertThat(world.state().orElseThrow().stage()).isEqualTo(Stage.ACTIVE);
    }

    @Test
    void aCarrierThatIsDownIsNotWaitedForAndTheReconcilerPutsBackWhatWasWritten() {
        fail("write", 9, () -> new CarrierUnavailableException("timeout", ""));

        world.take();

        ByopImport state = world.state().orElseThrow();
        assertThat(state.stage()).isEqualTo(Stage.UNDOING);
        assertThat(state.progress().reason().orElseThrow().code()).isEqualTo("carrier-unavailable");
        world.carrier.trouble(Trouble.NONE);
        world.pass(Duration.ofHours(1));
        world.reconcile();
        assertThat(world.state().orElseThrow().stage()).isEqualTo(Stage.UNDONE);
        assertThat(world.carrier.dump()).isEqualTo(before);
    }

    @Test
    void aWayBackThatIsBarredForADayIsStuckUntilSomebodyAsks() {
        world.take();
        fail("write", Integer.MAX_VALUE, () -> new CarrierUnavailableException("http-503", ""));
        assertThat(world.rollBack(false)).isInstanceOf(RolledBack.UnderWay.class);
        for (int sweep = 0; sweep < 60; sweep++) {
            world.pass(Duration.ofHours(1));
            world.reconcile();
        }

        ByopImport stuck = world.state().orElseThrow();
        assertThat(stuck.stage()).isEqualTo(Stage.STUCK);
        assertThat(stuck.progress().lastFault()).isEqualTo("http-503");
        assertThat(world.store.statusOf(NUMBER)).contains(Did.Status.FAILED);
        world.carrier.trouble(Trouble.NONE);
        assertThat(world.rollBack(false)).isInstanceOf(RolledBack.Done.class);
        assertThat(world.carrier.dump()).isEqualTo(before);
    }

    @Test
    void whatSomebodyElseChangedIsSaidAndOnlyOverwrittenWithForce() {
        world.take();
        world.carrier.change(ID, "voice_application", "\"APP-SHARED\"");
        String changed = world.carrier.dump();

        assertThat(world.rollBack(false))
                .isInstanceOfSatisfying(
                        RolledBack.ChangedMeanwhile.class,
                        said -> assertThat(said.differences())
                                .containsExactly(new Difference("voice_application", "null", "\"APP-SHARED\"")));
        assertThat(world.carrier.dump()).isEqualTo(changed);
        assertThat(world.state().orElseThrow().stage()).isEqualTo(Stage.ACTIVE);

        assertThat(world.rollBack(true)).isInstanceOf(RolledBack.Done.class);
        assertThat(world.carrier.dump()).isEqualTo(before);
    }

    @Test
    void aChangeOfAFieldThatWeNeverTouchedIsSaidToo() {
        world.take();
        world.carrier.change(ID, "status_callback", "\"https://new.example.com\"");

        assertThat(world.rollBack(false)).isInstanceOf(RolledBack.ChangedMeanwhile.class);
        assertThat(world.rollBack(true)).isInstanceOf(RolledBack.Done.class);
        assertThat(world.carrier.dump()).isEqualTo(before);
    }

    @Test
    void aChangeDuringTheImportEndsItAndStays() {
        boolean[] changed = {false};
        world.carrier.trouble(new Trouble() {
            @Override
            public void after(String operation) {
                if (operation.equals("prepare") && !changed[0]) {
                    changed[0] = true;
                    world.carrier.change(ID, "sms_url", "\"https://theirs\"");
                }
            }
        });

        assertThat(world.take())
                .isInstanceOfSatisfying(
                        Imported.PutBack.class,
                        put -> assertThat(put.state()
                                        .progress()
                                        .reason()
                                        .orElseThrow()
                                        .code())
                                .isEqualTo("changed-meanwhile"));
        world.carrier.change(ID, "sms_url", "\"https://s\"");
        assertThat(world.carrier.dump()).isEqualTo(before);
    }

    @Test
    void aNumberThatLeftTheAccountIsLetGoAndOurThingsAreRemoved() {
        world.take();
        world.carrier.lose(ID);

        assertThat(world.rollBack(false)).isInstanceOf(RolledBack.Done.class);

        assertThat(world.carrier.dump()).doesNotContain("Pickup");
        assertThat(world.store.ownerOf(NUMBER)).isEmpty();
    }

    @Test
    void driftIsSaidOnceAndWhenItEnds() {
        world.take();
        world.store.events().clear();
        world.carrier.change(ID, "sms_url", "\"https://theirs\"");
        String ours = world.state().orElseThrow().plan().fields().get("sms_url");

        world.pass(Duration.ofMinutes(1));
        world.reconcile();
        assertThat(world.store.events())
                .as("looked at every quarter of an hour")
                .isEmpty();
        for (int look = 0; look < 3; look++) {
            world.pass(ByopImport.DRIFT_CHECK);
            world.reconcile();
        }
        assertThat(world.state().orElseThrow().drift())
                .containsExactly(new Difference("sms_url", ours, "\"https://theirs\""));
        world.carrier.change(ID, "sms_url", ours);
        world.pass(ByopImport.DRIFT_CHECK);
        world.reconcile();

        assertThat(world.state().orElseThrow().drift()).isEmpty();
        assertThat(world.store.events())
                .extracting(event -> ((NumberDrifted) event).fields())
                .containsExactly(List.of("sms_url"), List.of());
    }

    @Test
    void aNumberThatIsGoneOrKeysThatAreRefusedAreDrift() {
        world.take();
        fail("read", 1, () -> new CarrierRejectedException(CarrierRejectedException.Reason.NOT_ALLOWED, "10009", ""));
        world.pass(ByopImport.DRIFT_CHECK);
        world.reconcile();
        assertThat(world.state().orElseThrow().drift())
                .extracting(Difference::field)
                .containsExactly("credentials");

        world.carrier.lose(ID);
        world.pass(ByopImport.DRIFT_CHECK);
        world.reconcile();
        assertThat(world.state().orElseThrow().drift())
                .extracting(Difference::field)
                .containsExactly("number");
    }

    @Test
    void twoWorkersDoNotWorkOnOneImport() {
        Imported[] second = new Imported[1];
        world.carrier.trouble(new Trouble() {
            @Override
            public void after(String operation) {
                if (operation.equals("prepare") && second[0] == null) {
                    second[0] = world.take();
                }
            }
        });

        assertThat(world.take()).isInstanceOf(Imported.Known.class);

        assertThat(second[0])
                .isInstanceOfSatisfying(
                        Imported.Known.class,
                        known -> assertThat(known.state().stage()).isEqualTo(Stage.READ));
        assertThat(world.state().orElseThrow().stage()).isEqualTo(Stage.ACTIVE);
    }

    @Test
    void whoseTimeIsUpBeginsNoRequestAnyMore() {
        world.carrier.trouble(new Trouble() {
            @Override
            public void after(String operation) {
                if (operation.equals("prepare")) {
                    world.pass(ByopImport.LEASE);
                }
                assertThat(operation).isNotEqualTo("write");
            }
        });

        world.take();

        assertThat(world.state().orElseThrow().stage()).isEqualTo(Stage.PREPARED);
        world.carrier.trouble(Trouble.NONE);
        world.reconcile();
        assertThat(world.state().orElseThrow().stage()).isEqualTo(Stage.ACTIVE);
    }

    private void fail(String operation, int times, Supplier<RuntimeException> fault) {
        int[] left = {times};
        world.carrier.trouble(new Trouble() {
            @Override
            public void before(String asked) {
                if (asked.equals(operation) && left[0] > 0) {
                    left[0]--;
                    throw fault.get();
                }
            }
        });
    }
}
