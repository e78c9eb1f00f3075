package dev.pickup.media.failover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// When whoever was asked for a reply gets rivals, and how many: each step is taken once, when it is due and somebody
/// pays for it. Belongs to one reply; told the time, so it can be tried in virtual time.
final class Rivals {
    /// Who is asked at the most for one reply at a time: the first, and the quicker of two when that one stays silent.
    private static final int MOST = 3;

    private final List<Due> steps = new ArrayList<>();
    private final Predicate<Step> pays;

    /// Why rivals are asked.
    enum Step {
        /// The first word is late for this model: one rival.
        HEDGE,
        /// The caller had waited long when the first was asked: as many as there may be.
        SOONER,
        /// The model is silent, whoever waits: as many as there may be.
        AGAIN
    }

    private record Due(Step step, Duration after) {
        boolean applies(int asked) {
            return step == Step.HEDGE ? asked == 1 : asked < MOST;
        }
    }

    /// @param hedgeAfter zero: never
    /// @param sooner     for this caller; not before `again` means that there is no need
    /// @param again      for everybody
    /// @param pays       whether there is a budget for a step, which is then spent
    Rivals(Duration hedgeAfter, Duration sooner, Duration again, Predicate<Step> pays) {
        this.pays = pays;
        if (!hedgeAfter.isZero()) {
            steps.add(new Due(Step.HEDGE, hedgeAfter));
        }
        if (sooner.compareTo(again) < 0) {
            steps.add(new Due(Step.SOONER, sooner));
        }
        steps.add(new Due(Step.AGAIN, again));
    }

    /// How many more to ask now.
    ///
    /// @param silentNanos how long the one who has been at it for longest has said nothing
    /// @param asked       how many are at it
    int due(long silentNanos, int asked) {
        for (Due each : List.copyOf(steps)) {
            if (each.applies(asked) && silentNanos >= each.after().toNanos()) {
                steps.remove(each);
                if (pays.test(each.step())) {
                    return each.step() == Step.HEDGE ? 1 : MOST - asked;
                }
            }
        }
        return 0;
    }

    /// How long somebody may have been silent before the next step; empty when there is none.
    Optional<Duration> next(int asked) {
        return steps.stream()
                .filter(each -> each.applies(asked))
                .map(Due::after)
                .min(Duration::compareTo);
    }
}
