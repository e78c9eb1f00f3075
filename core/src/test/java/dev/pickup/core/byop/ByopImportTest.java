package dev.pickup.core.byop;

import static dev.pickup.core.byop.ByopWorld.AGENT;
import static dev.pickup.core.byop.ByopWorld.ID;
import static dev.pickup.core.byop.ByopWorld.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.byop.ByopImport.Stage;
import dev.pickup.core.byop.ByopImporter.Imported;
import dev.pickup.core.byop.FakeCarrierAccount.Trouble;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.number.Did;
import dev.pickup.events.NumberEvent.NumberImported;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Imports, step by step.
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
    void aNumberOfOneAccountCannotBeImportedByAnother() {
        world.take();
        String pointed = world.carrier.dump();

        assertThat(world.takeAsStranger()).isInstanceOf(Imported.NumberTaken.class);

        assertThat(world.carrier.dump()).isEqualTo(pointed);
        assertThat(world.store.find(ByopWorld.STRANGER, NUMBER)).isEmpty();
    }

    @Test
    void aRefusedWriteIsPutBackAndSaid() {
        world.carrier.trouble(Trouble.failing(
                "write", 1, () -> new CarrierRejectedException(CarrierRejectedException.Reason.OTHER, "10015", "r1")));

        Imported outcome = world.take();

        assertThat(whyPutBack(outcome)).isEqualTo("carrier-rejected");
        assertThat(world.carrier.dump()).isEqualTo(before);
        assertThat(world.store.ownerOf(NUMBER)).isEmpty();
        assertThat(world.store.events()).isEmpty();
    }

    @Test
    void aCarrierThatHiccupsOnceIsBorne() {
        world.carrier.trouble(Trouble.failing("write", 1, () -> new CarrierUnavailableException("timeout", "")));

        assertThat(world.take()).isInstanceOf(Imported.Known.class);
        assertThat(world.state().orElseThrow().stage()).isEqualTo(Stage.ACTIVE);
    }

    @Test
    void aCarrierThatIsDownIsNotWaitedForAndTheReconcilerPutsBackWhatWasWritten() {
        world.carrier.trouble(Trouble.failing("write", 9, () -> new CarrierUnavailableException("timeout", "")));

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

        assertThat(whyPutBack(world.take())).isEqualTo("changed-meanwhile");
        world.carrier.change(ID, "sms_url", "\"https://s\"");
        assertThat(world.carrier.dump()).isEqualTo(before);
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

    /// The code of the reason for which an import was put back.
    private static String whyPutBack(Imported outcome) {
        assertThat(outcome).isInstanceOf(Imported.PutBack.class);
        return ((Imported.PutBack) outcome)
                .state()
                .progress()
                .reason()
                .orElseThrow()
                .code();
    }
}
