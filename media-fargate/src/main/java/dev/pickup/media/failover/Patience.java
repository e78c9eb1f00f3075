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

    /// No model is asked much sooner after a caller's last word: a pause is known after 180 ms. What is beyond is time
    /// that somebody else has lost. Chosen.
    private static final Duration USUAL_SILENCE = Duration.ofMillis(250);

    /// A provider that has said nothing then is asked once more when there is nobody else, whatever the budget.
    /// Sooner than a switch, as it costs requests and nobody's good name. Of usual replies the few that are so late
    /// have been hedged before; this is for the day on which a service hangs in all calls at once.
    Duration askAgainAfter() {
        return switchAfter.multipliedBy(3).dividedBy(5);
    }

    /// The same for a caller who has waited long before the request was sent: by so much sooner, but not before half
    /// the time, nor before the model usually begins.
    ///
    /// @param silence how long the caller had heard nothing
    /// @param usual   when most of the model's first words had come lately
    Duration askAgainAfter(Duration silence, Duration usual) {
        Duration latest = askAgainAfter();
        Duration sooner =
                silence.compareTo(USUAL_SILENCE) > 0 ? latest.minus(silence).plus(USUAL_SILENCE) : latest;
        Duration soonest = later(latest.dividedBy(2), usual);
        return later(sooner, soonest).compareTo(latest) < 0 ? later(sooner, soonest) : latest;
    }

    /// What of a budget is left to others by somebody who is asked for again: nothing once their caller has waited for
    /// as long as a silent model is let be.
    double reserve(Duration silence, double whole) {
        double waited = (double) silence.toNanos() / askAgainAfter().toNanos();
        return whole * Math.max(0, 1 - waited);
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    public Patience {
        if (hedgeShare < 0 || hedgeShare > 1 || !switchAfter.isPositive() || hedgeAfter.isNegative()) {
            throw new IllegalArgumentException("A share is 0 to 1, and waiting takes time.");
        }
    }
}
