package dev.pickup.core.call;

import dev.pickup.core.account.Account;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.account.AccountStore;
import dev.pickup.core.agent.Agent;
import dev.pickup.core.agent.AgentStore;
import dev.pickup.core.call.Answering.Refusal;
import dev.pickup.core.carrier.CarrierEvent.Offer;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.NumberStore;
import dev.pickup.core.number.PhoneNumber;
import java.util.Optional;

/// Finds out who takes a call to a number, now. Blocking; any thread. Faults as [CallStore].
public final class CallResolver {
    private final AccountStore accounts;
    private final NumberStore numbers;
    private final AgentStore agents;
    private final CallStore calls;

    public CallResolver(AccountStore accounts, NumberStore numbers, AgentStore agents, CallStore calls) {
        this.accounts = accounts;
        this.numbers = numbers;
        this.agents = agents;
        this.calls = calls;
    }

    /// Repeat: the answer may differ, as settings change and other calls come and go. A number takes calls of the
    /// carrier account that it is in and of no other: nobody can call it in another's name.
    public Resolution resolve(Offer offer) {
        return numbers.resolve(offer.called())
                .filter(did ->
                        did.byop().map(Did.Byop::credential).equals(offer.leg().through()))
                .flatMap(did -> accounts.find(did.account()).map(account -> resolve(did, account)))
                .orElseGet(() -> refused(Call.NOBODY, Refusal.UNKNOWN_NUMBER, Optional.empty()));
    }

    private Resolution resolve(Did did, Account account) {
        Optional<Agent> agent = did.agent()
                .flatMap(id -> agents.find(did.account(), id))
                .filter(found -> account.status() == Account.Status.ACTIVE);
        Optional<PhoneNumber> fallback = agent.flatMap(a -> a.settings().fallbackNumber())
                .or(account::defaultFallback)
                .filter(number -> !number.equals(did.number())); // it would ring here again
        if (agent.isEmpty() || !agent.get().settings().enabled()) {
            return refused(did.account(), Refusal.NO_AGENT, fallback);
        }
        if (calls.live(did.account()) >= account.concurrencyLimit()) {
            return refused(did.account(), Refusal.BUSY, fallback);
        }
        return new Resolution(did.account(), by(agent.get(), fallback));
    }

    private static Answering by(Agent agent, Optional<PhoneNumber> fallback) {
        return new Answering.ByAgent(
                agent.id(), agent.version(), fallback, agent.settings().limits().maxDuration());
    }

    private static Resolution refused(AccountId account, Refusal refusal, Optional<PhoneNumber> fallback) {
        return new Resolution(account, new Answering.Refused(refusal, fallback));
    }
}
