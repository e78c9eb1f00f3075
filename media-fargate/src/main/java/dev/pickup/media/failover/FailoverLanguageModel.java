package dev.pickup.media.failover;

import dev.pickup.media.replying.LanguageModel;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// A model made of several: the first that works serves. Whoever says the first word of a reply has it to the end.
///
/// A provider that fails before its first word, or is silent for too long, is replaced within the reply; one that
/// breaks off afterwards cannot be, as its words may have been spoken: the fault goes on to the conversation, which
/// knows the words, and whose next try, to go on after them, meets another provider. When a first word is late, by
/// what the model's first words took lately, and the agent's budget allows, a second request is sent and the first
/// answer wins. Faults: the last provider's.
public final class FailoverLanguageModel implements LanguageModel {
    /// Nobody hears that a wait was shorter than this.
    private static final Duration SOONEST_HEDGE = Duration.ofMillis(100);

    private final Providers<LanguageModel> providers;
    private final Patience patience;

    /// Silent models that are asked again at once, and the share of replies that pays for more: enough for the day
    /// on which a service hangs in a task's calls, and no storm of requests on one on which everything is slow.
    /// Chosen.
    private static final int MOST_ASKED_AGAIN = 30;

    private static final double ASKED_AGAIN_SHARE = 0.1;

    private final HedgeBudget budget = new HedgeBudget(3, 1);
    private final HedgeBudget askingAgain = new HedgeBudget(MOST_ASKED_AGAIN, MOST_ASKED_AGAIN);
    private final FirstWords firstWords = new FirstWords();
    private final LongSupplier nanoTime;

    /// @param order    wanted first, then those that stand in
    /// @param nanoTime `System::nanoTime`, or a test's
    public FailoverLanguageModel(List<LanguageModel> order, Patience patience, LongSupplier nanoTime) {
        this.providers = new Providers<>(order, LanguageModel::name, nanoTime);
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    @Override
    public void reply(Request request, Consumer<Event> events) {
        double share = request.agent().hedgeShare().orElse(patience.hedgeShare());
        budget.earn(request.agent(), share);
        askingAgain.earn(this, ASKED_AGAIN_SHARE);
        List<Provider<LanguageModel>> order = providers.now();
        Asked asked = new Asked(order.getFirst().name(), request.agent().model());
        Patience fitting = patience.withHedgeAfter(hedgeAfter(asked, share));
        try (Contest contest = new Contest(request, order, fitting, nanoTime, () -> askingAgain.spend(this))) {
            contest.run(events, () -> budget.spend(request.agent()), nanos -> firstWords.took(asked, nanos));
        }
    }

    /// A model of a provider: each is as quick as it is.
    private record Asked(String provider, String model) {}

    private Duration hedgeAfter(Asked asked, double share) {
        Duration latest = patience.hedgeAfter();
        return firstWords
                .allBut(share, asked)
                .map(usual -> usual.compareTo(SOONEST_HEDGE) < 0 ? SOONEST_HEDGE : usual)
                .filter(usual -> usual.compareTo(latest) < 0)
                .orElse(latest);
    }

    /// The wanted one's.
    @Override
    public String name() {
        return providers.first().name();
    }
}
