package dev.pickup.media.failover;

import dev.pickup.media.replying.LanguageModel;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// A model made of several: the first that works serves. Whoever says the first word of a reply has it to the end.
///
/// A provider that fails before its first word, or is silent for too long, is replaced within the reply; one that
/// breaks off afterwards cannot be, as its words were spoken: the fault goes on to the conversation, whose next try
/// meets another provider. When a first word is late and the agent's budget allows, a second request is sent and the
/// first answer wins. Faults: the last provider's.
public final class FailoverLanguageModel implements LanguageModel {
    private final Providers<LanguageModel> providers;
    private final Patience patience;
    private final HedgeBudget budget = new HedgeBudget();
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
        budget.earn(request.agent(), request.agent().hedgeShare().orElse(patience.hedgeShare()));
        List<Provider<LanguageModel>> order = providers.now();
        try (Contest contest = new Contest(request, order, patience, nanoTime)) {
            contest.run(events, () -> budget.spend(request.agent()));
        }
    }

    /// The wanted one's.
    @Override
    public String name() {
        return providers.first().name();
    }
}
