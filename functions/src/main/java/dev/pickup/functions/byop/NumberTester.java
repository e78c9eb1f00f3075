package dev.pickup.functions.byop;

import dev.pickup.core.agent.Agent;
import dev.pickup.core.call.CallFilter;
import dev.pickup.core.number.Did;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.functions.runtime.TestCalls;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Goes through all that must be so for a number to be answered, changing nothing. Blocking, up to half a
/// minute when it places a test call; any thread.
final class NumberTester {
    private final FunctionsWiring wiring;
    private final WebhookProbe webhook;

    NumberTester(FunctionsWiring wiring, WebhookProbe webhook) {
        this.wiring = wiring;
        this.webhook = webhook;
    }

    /// Repeat: harmless, but for another test call.
    List<NumberCheck> test(Did did) {
        List<NumberCheck> checks = new ArrayList<>(new CarrierChecks(wiring).of(did));
        checks.add(webhook.reach(did));
        NumberCheck agent = agent(did);
        Instant before = wiring.clock().instant().truncatedTo(ChronoUnit.SECONDS); // as carriers tell the time
        Optional<TestCalls.Outcome> call =
                agent.isFailed() ? Optional.empty() : wiring.customers().tests().call(did.carrier(), did.number());
        checks.add(signature(did, call, before));
        checks.add(agent);
        checks.add(heard(agent, call));
        return List.copyOf(checks);
    }

    /// Only the carrier can sign, so only a webhook of its own proves that the signature is accepted: that of the test
    /// call, or of an earlier one where none was placed. A call is known when its first webhook was accepted.
    private NumberCheck signature(Did did, Optional<TestCalls.Outcome> call, Instant before) {
        boolean isCalled = call.isPresent();
        CallFilter calls = isCalled ? CallFilter.since(before, did.number()) : CallFilter.ofNumber(did.number());
        boolean accepted = call.filter(TestCalls.Outcome::answered).isPresent()
                || !wiring.calls()
                        .list(did.account(), calls, 1, Optional.empty())
                        .items()
                        .isEmpty();
        if (accepted) {
            return NumberCheck.passed(
                    NumberCheck.SIGNATURE_ACCEPTED,
                    isCalled
                            ? "The test call's webhooks were accepted."
                            : "Webhooks of an earlier call were accepted.");
        }
        return NumberCheck.unknown(
                NumberCheck.SIGNATURE_ACCEPTED,
                isCalled
                        ? "No webhook of the test call was accepted; it may not have been sent here."
                        : "Call the number once: the carrier signs then.");
    }

    private NumberCheck agent(Did did) {
        Optional<Agent> agent = did.agent().flatMap(id -> wiring.agents().find(did.account(), id));
        if (agent.isEmpty()) {
            return NumberCheck.failed(NumberCheck.AGENT_ATTACHED, "No agent answers; attach one.");
        }
        return agent.get().settings().enabled()
                ? NumberCheck.passed(NumberCheck.AGENT_ATTACHED, "An agent answers.")
                : NumberCheck.failed(NumberCheck.AGENT_ATTACHED, "Its agent is switched off.");
    }

    private static NumberCheck heard(NumberCheck agent, Optional<TestCalls.Outcome> call) {
        if (call.isEmpty()) {
            return NumberCheck.unknown(
                    NumberCheck.CALLER_HEARS,
                    agent.isFailed()
                            ? "There is nobody to hear yet."
                            : "No test call can be placed here; call the number.");
        }
        return call.get().heard()
                ? NumberCheck.passed(NumberCheck.CALLER_HEARS, call.get().detail())
                : NumberCheck.failed(NumberCheck.CALLER_HEARS, call.get().detail());
    }
}
