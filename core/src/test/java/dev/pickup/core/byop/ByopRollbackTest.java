package dev.pickup.core.byop;

import static dev.pickup.core.byop.ByopWorld.CREDENTIAL;
import static dev.pickup.core.byop.ByopWorld.ID;
import static dev.pickup.core.byop.ByopWorld.NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.byop.ByopImport.Stage;
import dev.pickup.core.byop.ByopImporter.RolledBack;
import dev.pickup.core.byop.FakeCarrierAccount.Trouble;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.NumberRouting.Difference;
import dev.pickup.core.number.Did;
import dev.pickup.events.NumberEvent.NumberImported;
import dev.pickup.events.NumberEvent.NumberRolledBack;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The way back from an import.
class ByopRollbackTest {
    private final ByopWorld world = new ByopWorld()
            .with(Map.of("voice_url", "\"https://old.example.com\"", "trunk", "\"TK1\"", "sms_url", "\"https://s\""));
    private final String before = world.carrier.dump();

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
    void aWayBackThatIsBarredForADayIsStuckUntilSomebodyAsks() {
        world.take();
        world.carrier.trouble(
                Trouble.failing("write", Integer.MAX_VALUE, () -> new CarrierUnavailableException("http-503", "")));
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
    void aNumberThatLeftTheAccountIsLetGoAndOurThingsAreRemoved() {
        world.take();
        world.carrier.lose(ID);

        assertThat(world.rollBack(false)).isInstanceOf(RolledBack.Done.class);

        assertThat(world.carrier.dump()).doesNotContain("Pickup");
        assertThat(world.store.ownerOf(NUMBER)).isEmpty();
    }
}
