package dev.pickup.functions.byop;

import dev.pickup.core.agent.Agent;
import dev.pickup.core.byop.ByopImport;
import dev.pickup.core.byop.OpenAccounts.Opened;
import dev.pickup.core.call.CallFilter;
import dev.pickup.core.carrier.CarrierNumber;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.NumberRouting;
import dev.pickup.core.carrier.NumberRouting.Difference;
import dev.pickup.core.number.Did;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.functions.runtime.TestCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
        List<NumberCheck> checks = new ArrayList<>(atCarrier(did));
        checks.add(webhook.reach(did));
        NumberCheck agent = agent(did);
        Optional<TestCalls.Outcome> call =
                agent.isFailed() ? Optional.empty() : wiring.customers().tests().call(did.number());
        checks.add(signature(did, call));
        checks.add(agent);
        checks.add(heard(agent, call));
        return List.copyOf(checks);
    }

    private List<NumberCheck> atCarrier(Did did) {
        Optional<ByopImport> state = did.byop().flatMap(_ -> wiring.imports().find(did.account(), did.number()));
        if (state.isEmpty()) {
            String ours = "It is in our own carrier account, which keeps it pointed at us.";
            return did.status() == Did.Status.ACTIVE
                    ? List.of(
                            NumberCheck.passed(NumberCheck.NUMBER_ACTIVE, "It is active."),
                            NumberCheck.unknown(NumberCheck.ROUTING_OURS, ours),
                            NumberCheck.unknown(NumberCheck.SMS_ON, ours))
                    : List.of(NumberCheck.failed(NumberCheck.NUMBER_ACTIVE, "It is not active: " + did.status() + "."));
        }
        try {
            return wiring.customerAccounts()
                    .open(did.account(), state.get().credential())
                    .map(opened -> atCarrier(state.get(), opened))
                    .orElse(List.of(NumberCheck.failed(NumberCheck.NUMBER_ACTIVE, "Its credentials are gone.")));
        } catch (CarrierUnavailableException e) {
            return List.of(NumberCheck.unknown(
                    NumberCheck.NUMBER_ACTIVE,
                    "The carrier did not answer (" + e.code() + "); try again in a minute."));
        } catch (CarrierRejectedException e) {
            return List.of(NumberCheck.failed(
                    NumberCheck.NUMBER_ACTIVE, "The carrier refuses our credentials (" + e.code() + "); test them."));
        }
    }

    private static List<NumberCheck> atCarrier(ByopImport state, Opened opened) {
        Optional<CarrierNumber> number = opened.carrierAccount().find(state.number());
        if (number.isEmpty()) {
            return List.of(
                    NumberCheck.failed(NumberCheck.NUMBER_ACTIVE, "The carrier account does not have it any more."));
        }
        NumberCheck active = number.get().active()
                ? NumberCheck.passed(NumberCheck.NUMBER_ACTIVE, "The carrier delivers calls to it.")
                : NumberCheck.failed(NumberCheck.NUMBER_ACTIVE, "The carrier does not deliver calls to it.");
        return List.of(active, routing(state, opened), sms(state, number.get()));
    }

    private static NumberCheck routing(ByopImport state, Opened opened) {
        if (state.stage() != ByopImport.Stage.ACTIVE) {
            return NumberCheck.failed(NumberCheck.ROUTING_OURS, "Its import is not finished: " + state.stage() + ".");
        }
        List<Difference> differences = opened.carrierAccount()
                .routing(state.before().numberId())
                .map((NumberRouting now) -> now.against(state.plan().fields()))
                .orElse(List.of());
        return differences.isEmpty()
                ? NumberCheck.passed(NumberCheck.ROUTING_OURS, "It points at us.")
                : NumberCheck.failed(
                        NumberCheck.ROUTING_OURS,
                        "Somebody changed it at the carrier: "
                                + differences.stream().map(Difference::field).collect(Collectors.joining(", "))
                                + ". Roll it back and import it again.");
    }

    private static NumberCheck sms(ByopImport state, CarrierNumber number) {
        if (!number.sms()) {
            return NumberCheck.failed(NumberCheck.SMS_ON, "This number cannot be texted.");
        }
        return state.plan().notes().isEmpty()
                ? NumberCheck.passed(NumberCheck.SMS_ON, "Texts come to us.")
                : NumberCheck.unknown(
                        NumberCheck.SMS_ON, String.join(" ", state.plan().notes()));
    }

    /// Only the carrier can sign, so only a webhook of its own proves that the signature is accepted:
    /// that of the test call, or of an earlier one.
    private NumberCheck signature(Did did, Optional<TestCalls.Outcome> call) {
        if (call.filter(TestCalls.Outcome::answered).isPresent()) {
            return NumberCheck.passed(NumberCheck.SIGNATURE_ACCEPTED, "The test call's webhooks were accepted.");
        }
        boolean called = !wiring.calls()
                .list(did.account(), CallFilter.ofNumber(did.number()), 1, Optional.empty())
                .items()
                .isEmpty();
        return called
                ? NumberCheck.passed(NumberCheck.SIGNATURE_ACCEPTED, "Webhooks of an earlier call were accepted.")
                : NumberCheck.unknown(NumberCheck.SIGNATURE_ACCEPTED, "Call the number once: the carrier signs then.");
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
