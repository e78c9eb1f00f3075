package dev.pickup.functions.reconciler;

import dev.pickup.core.byop.ByopStore;
import dev.pickup.core.byop.ByopStore.Due;
import dev.pickup.core.byop.ImportDriver;
import dev.pickup.functions.runtime.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Goes on with imports that nobody is at, and looks whether those that are with us still point at us.
/// One that cannot be dealt with now is counted and left to the next sweep. Blocking; two sweeps at once
/// do no harm.
record ImportSweep(ByopStore imports, ImportDriver driver, Metrics metrics, Clock clock) {
    private static final Logger LOG = LoggerFactory.getLogger(ImportSweep.class);
    private static final int MOST = 100;
    /// For all of them: what is over is first in the next sweep.
    private static final Duration ALL = Duration.ofSeconds(20);

    void sweep(Instant now) {
        Instant end = now.plus(ALL);
        for (Due due : imports.due(now, MOST)) {
            if (clock.instant().isAfter(end)) {
                return;
            }
            guarded(due);
        }
    }

    private void guarded(Due due) {
        try {
            driver.drive(due.account(), due.number());
        } catch (RuntimeException e) {
            LOG.error("An import of {} cannot be gone on with now: {}", due.account(), e.toString());
            metrics.count("ImportNotGoneOnWith", e.getClass().getSimpleName());
        }
    }
}
