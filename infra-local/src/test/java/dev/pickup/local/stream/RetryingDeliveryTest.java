package dev.pickup.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.local.lambda.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryingDeliveryTest {
    private static final RetryPolicy THREE_REPEATS =
            RetryPolicy.doubling(Duration.ofMillis(1), Duration.ofMillis(1), 3);

    private final List<String> taken = new ArrayList<>();
    private final List<String> parked = new ArrayList<>();

    @Test
    void goesOnFromTheRecordThatFailed() throws Exception {
        AtomicInteger failures = new AtomicInteger(2);
        deliver(batch -> {
            int b = batch.indexOf("b");
            if (b < 0 || failures.getAndDecrement() <= 0) {
                taken.addAll(batch);
                return batch.size();
            }
            taken.addAll(batch.subList(0, b));
            return b;
        });
        assertThat(taken).containsExactly("a", "b", "c");
        assertThat(parked).isEmpty();
    }

    @Test
    void parksWhatFailsTooOftenAndDeliversTheRest() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        deliver(batch -> {
            int bad = batch.indexOf("b");
            List<String> good = bad < 0 ? batch : batch.subList(0, bad);
            taken.addAll(good);
            if (bad == 0) {
                tries.incrementAndGet();
            }
            return good.size();
        });
        assertThat(taken).containsExactly("a", "c");
        assertThat(parked).containsExactly("b");
        assertThat(tries).hasValue(3); // and the first one as part of the whole batch
    }

    @Test
    void aTargetThatThrowsForOneRecordDoesNotCostTheOthers() throws Exception {
        deliver(batch -> {
            if (batch.contains("c")) {
                throw new IllegalStateException("poison");
            }
            taken.addAll(batch);
            return batch.size();
        });
        assertThat(taken).containsExactly("a", "b");
        assertThat(parked).containsExactly("c");
    }

    private void deliver(RetryingDelivery.Target<String> target) throws InterruptedException {
        RetryingDelivery<String> delivery = new RetryingDelivery<>("test", target, parked::add, THREE_REPEATS);
        delivery.deliver(List.of("a", "b", "c"));
        assertThat(delivery.parked()).isEqualTo(parked.size());
    }
}
