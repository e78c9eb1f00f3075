package dev.pickup.core.byop;

import static dev.pickup.core.byop.ByopWorld.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.byop.FakeCarrierAccount.Trouble;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.NumberRouting.Difference;
import dev.pickup.events.NumberEvent.NumberDrifted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Numbers that are changed at the carrier while they are ours.
class ByopDriftTest {
    private final ByopWorld world = new ByopWorld()
            .with(Map.of("voice_url", "\"https://old.example.com\"", "trunk", "\"TK1\"", "sms_url", "\"https://s\""));

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
        world.carrier.trouble(Trouble.failing(
                "read",
                1,
                () -> new CarrierRejectedException(CarrierRejectedException.Reason.NOT_ALLOWED, "10009", "")));
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
}
