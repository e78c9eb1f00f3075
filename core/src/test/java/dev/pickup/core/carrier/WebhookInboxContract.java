package dev.pickup.core.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.carrier.WebhookInbox.Claim;
import dev.pickup.core.state.CorruptItemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every [WebhookInbox] does.
public abstract class WebhookInboxContract {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant LEASE_OVER = NOW.plusSeconds(WebhookInbox.LEASE_SECONDS);

    private final String event = UUID.randomUUID().toString();

    protected abstract WebhookInbox inbox();

    /// The same kind of store for another carrier's events.
    protected abstract WebhookInbox otherCarriersInbox();

    /// Takes what says whether the event is done from the stored item.
    protected abstract void corrupt(String eventId);

    @Test
    void anEventIsFreshOnceAndDoneForGood() {
        assertThat(inbox().claim(event, NOW)).isEqualTo(Claim.FRESH);
        assertThat(inbox().claim(event, NOW)).isEqualTo(Claim.IN_PROGRESS);
        inbox().done(event);
        inbox().done(event);
        assertThat(inbox().claim(event, NOW)).isEqualTo(Claim.DONE);
        assertThat(inbox().claim(event, LEASE_OVER.plusSeconds(600))).isEqualTo(Claim.DONE);
    }

    @Test
    void ofManyDeliveriesAtOnceOneIsFresh() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Claim>> deliveries = IntStream.range(0, 8)
                    .<Callable<Claim>>mapToObj(_ -> () -> inbox().claim(event, NOW))
                    .toList();
            int fresh = 0;
            for (var claim : threads.invokeAll(deliveries)) {
                fresh += claim.get() == Claim.FRESH ? 1 : 0;
            }
            assertThat(fresh).isEqualTo(1);
        }
    }

    @Test
    void aClaimWhoseHolderDiedIsFreshAgainWhenItsLeaseIsOver() {
        inbox().claim(event, NOW);
        assertThat(inbox().claim(event, LEASE_OVER.minusSeconds(1))).isEqualTo(Claim.IN_PROGRESS);
        assertThat(inbox().claim(event, LEASE_OVER)).isEqualTo(Claim.FRESH);
        assertThat(inbox().claim(event, LEASE_OVER)).as("the new lease").isEqualTo(Claim.IN_PROGRESS);
    }

    @Test
    void aReleasedEventIsFreshAtOnceButADoneOneIsNot() {
        inbox().claim(event, NOW);
        inbox().release(event);
        assertThat(inbox().claim(event, NOW)).isEqualTo(Claim.FRESH);
        inbox().done(event);
        inbox().release(event);
        assertThat(inbox().claim(event, NOW)).isEqualTo(Claim.DONE);
    }

    @Test
    void anExpiredItemThatIsStillThereIsNone() {
        inbox().claim(event, NOW);
        inbox().done(event);
        assertThat(inbox().claim(event, NOW.plus(Duration.ofDays(1)))).isEqualTo(Claim.FRESH);
    }

    @Test
    void carriersMayUseTheSameIds() {
        inbox().claim(event, NOW);
        assertThat(otherCarriersInbox().claim(event, NOW)).isEqualTo(Claim.FRESH);
    }

    @Test
    void aCorruptItemIsAFaultNotAbsent() {
        inbox().claim(event, NOW);
        corrupt(event);
        assertThatThrownBy(() -> inbox().claim(event, NOW))
                .isInstanceOf(CorruptItemException.class)
                .hasMessageContaining("done");
    }
}
