package dev.pickup.local.stream;

import dev.pickup.local.lambda.RetryPolicy;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Delivers batches to a target in order, as an event source mapping with partial batch responses does: from the first
/// record that failed, again, after a pause; a record that failed too often is parked and the rest goes on. A target
/// that threw without saying which record it was gets them one by one. One thread; counters any thread.
final class RetryingDelivery<R> {
    private static final Logger LOG = LoggerFactory.getLogger(RetryingDelivery.class);

    private final String name;
    private final Target<R> target;
    private final Parking<R> parking;
    private final RetryPolicy retries;
    private final AtomicLong parked = new AtomicLong();

    /// Takes records in order.
    interface Target<R> {
        /// @return how many of the first were done; the one after them failed
        int deliver(List<R> batch);
    }

    /// Where a record goes that nobody takes.
    interface Parking<R> {
        void park(R record);
    }

    RetryingDelivery(String name, Target<R> target, Parking<R> parking, RetryPolicy retries) {
        this.name = name;
        this.target = target;
        this.parking = parking;
        this.retries = retries;
    }

    /// Returns when each record was done or parked.
    ///
    /// @throws InterruptedException the source is closing; some records may be done, some not
    void deliver(List<R> batch) throws InterruptedException {
        int done = 0;
        int failures = 0;
        boolean oneByOne = false;
        while (done < batch.size()) {
            int end = oneByOne ? done + 1 : batch.size();
            Attempt attempt = attempt(batch.subList(done, end));
            done += attempt.done();
            oneByOne = oneByOne || attempt.threw();
            failures = attempt.done() > 0 ? 0 : failures;
            if (done == end) {
                continue;
            }
            if (failures == retries.pauses().size()) {
                park(batch.get(done++));
                failures = 0;
            } else {
                Thread.sleep(retries.pauses().get(failures++));
            }
        }
    }

    long parked() {
        return parked.get();
    }

    private record Attempt(int done, boolean threw) {}

    private Attempt attempt(List<R> records) {
        try {
            return new Attempt(target.deliver(records), false);
        } catch (RuntimeException e) {
            LOG.warn("{}: a batch of {} failed", name, records.size(), e);
            return new Attempt(0, true);
        }
    }

    private void park(R record) {
        LOG.error(
                "{}: a record failed {} times and was parked",
                name,
                retries.pauses().size() + 1);
        parked.incrementAndGet();
        parking.park(record);
    }
}
