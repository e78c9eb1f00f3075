package dev.pickup.media.failover;

import java.time.Duration;

/// How long a caller is let wait for the first word of a reply.
///
/// @param hedgeAfter a second request is sent then at the latest, to the next provider or to the same one: sooner once
///                   it is known how long the model's first words take ([FirstWords]); zero: never
/// @param hedgeShare of an agent's replies may have a second request, unless the agent says otherwise: what hedging
///                   costs at most
/// @param switchAfter a provider that has said nothing then has failed, if another one can be asked
public record Patience(Duration hedgeAfter, double hedgeShare, Duration switchAfter) {
    /// Hedging when nine of ten first tokens should be there of a model of which nothing is known yet (published
    /// medians are 0.6 s to 0.75 s), for one reply in ten; switching so early that the gap stays under 3 s. Chosen.
    public static final Patience USUAL = new Patience(Duration.ofMillis(1_200), 0.1, Duration.ofMillis(2_000));

    /// A provider that has said nothing then is asked once more when there is nobody else, whatever the budget.
    /// Sooner than a switch, as it costs requests and nobody's good name. Of usual replies the few that are so late
    /// have been hedged before; this is for the day on which a service hangs in all calls at once.
    Duration askAgainAfter() {
        return switchAfter.multipliedBy(3).dividedBy(5);
    }

    Patience withHedgeAfter(Duration value) {
        return new Patience(value, hedgeShare, switchAfter);
    }

    public Patience {
        if (hedgeShare < 0 || hedgeShare > 1 || !switchAfter.isPositive() || hedgeAfter.isNegative()) {
            throw new IllegalArgumentException("A share is 0 to 1, and waiting takes time.");
        }
    }
}
