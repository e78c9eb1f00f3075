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

    /// Of them, what impatience leaves to models that are silent, if a caller has hardly waited.
    private static final int FOR_SILENT_MODELS = 15;

    /// First words that are later than usual. Chosen: three callers in four who have waited long are not worth a second
    /// request.
    private static final double NOT_USUAL = 0.25;

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
        Duration usual = firstWords.allBut(NOT_USUAL, asked).orElse(Duration.ZERO);
        Rivals rivals = new Rivals(
                hedgeAfter(asked, share),
                patience.askAgainAfter(request.silence(), usual),
                patience.askAgainAfter(),
                step -> pays(step, request));
        try (Contest contest = new Contest(request, order, patience, rivals, nanoTime)) {
            contest.run(events, nanos -> firstWords.took(asked, nanos));
        }
    }

    private boolean pays(Rivals.Step step, Request request) {
        return switch (step) {
            case HEDGE -> budget.spend(request.agent());
            case SOONER -> askingAgain.spend(this, patience.reserve(request.silence(), FOR_SILENT_MODELS));
            case AGAIN -> askingAgain.spend(this);
        };
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
