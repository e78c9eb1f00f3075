package dev.pickup.functions.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.core.account.Account;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.NumberDesk.Purchase;
import dev.pickup.core.number.NumberOrder;
import dev.pickup.core.number.NumberOrder.Stage;
import dev.pickup.core.number.NumberOrder.Wish;
import dev.pickup.core.number.NumberOrderId;
import dev.pickup.core.number.NumberOrders.BeginOutcome;
import dev.pickup.core.number.NumberProblem;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.functions.runtime.api.ApiRequest;
import dev.pickup.functions.runtime.api.ApiResponse;
import dev.pickup.functions.runtime.api.NumberView;
import dev.pickup.functions.runtime.api.ProblemException;
import java.time.Duration;
import java.util.Optional;

/// Buying a number. The request carries the order on as far as it gets; what is left is done by the reconciler and
/// the carrier's webhook.
record PurchaseRoutes(ProvisioningParts parts) {
    /// Leaves one step at the carrier client's limits within API Gateway's 29 s.
    static final Duration BUDGET = Duration.ofSeconds(12);

    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_LABEL = 80;

    ApiResponse purchase(ApiRequest request) {
        NumberOrderId id = NumberOrderId.of(request.account(), key(request));
        Wish wish = wish(request.json());
        Optional<NumberOrder> before = parts.orders().find(request.account(), id);
        if (before.isPresent()) {
            checkSame(before.get(), wish);
            return answer(parts.desk().resume(before.get().reference(), BUDGET).orElseThrow());
        }
        wish.agent().ifPresent(agent -> checkAgent(request, agent));
        Account account =
                parts.accounts().find(request.account()).orElseThrow(() -> ProblemException.notFound("account"));
        NumberOrder order =
                NumberOrder.begun(account.id(), id, wish, parts.clock().instant());
        return switch (parts.desk().buy(order, account.numberLimit(), BUDGET)) {
            case Purchase.NotBegun not -> throw notBegun(not.why(), account);
            case Purchase.Of of -> {
                checkSame(of.order(), wish); // two requests of one key at the same moment
                yield answer(of.order());
            }
        };
    }

    private ApiResponse answer(NumberOrder order) {
        if (order.stage().isFailed()) {
            throw refused(order.progress().problem().orElseThrow());
        }
        Did did = parts.numbers()
                .find(order.account(), order.wish().number())
                .filter(found -> found.purchase().map(Did.Purchase::order).equals(Optional.of(order.id())))
                .orElseThrow(() -> new ProblemException(
                        409,
                        "number-released",
                        "This number was bought and given back since; use a new Idempotency-Key to buy again."));
        int status = order.stage() == Stage.ACTIVE ? 201 : 202;
        return ApiResponse.json(status, NumberView.of(did, Optional.of(order)))
                .with("location", "/api/telephony/numbers/" + did.number().e164());
    }

    private void checkAgent(ApiRequest request, AgentId agent) {
        if (parts.agents().find(request.account(), agent).isEmpty()) {
            throw ProblemException.notFound("agent");
        }
    }

    private static void checkSame(NumberOrder order, Wish wish) {
        if (!order.wish().equals(wish)) {
            throw new ProblemException(
                    422, "idempotency-key-reused", "This Idempotency-Key was used for another request; use a new one.");
        }
    }

    private static String key(ApiRequest request) {
        return request.header("idempotency-key")
                .filter(key -> !key.isBlank() && key.length() <= LONGEST_KEY)
                .orElseThrow(() -> ProblemException.invalid(
                        "Idempotency-Key", "Send a key of your own, so that a repeat buys nothing twice."));
    }

    private static Wish wish(ObjectNode body) {
        String number = body.path("phoneNumber").asText();
        if (!PhoneNumber.isE164(number)) {
            throw ProblemException.invalid("phoneNumber", "Use a number that a search has shown, like +14155550142.");
        }
        JsonNode label = body.path("label");
        if (!label.isMissingNode() && (!label.isTextual() || label.textValue().length() > LONGEST_LABEL)) {
            throw ProblemException.invalid("label", "Use text of at most " + LONGEST_LABEL + " characters.");
        }
        return new Wish(new PhoneNumber(number), label.asText(""), agent(body.path("agentId")));
    }

    private static Optional<AgentId> agent(JsonNode id) {
        try {
            return id.isMissingNode() || id.isNull() ? Optional.empty() : Optional.of(new AgentId(id.asText()));
        } catch (IllegalArgumentException _) {
            throw ProblemException.notFound("agent");
        }
    }

    private static ProblemException notBegun(BeginOutcome why, Account account) {
        return switch (why) {
            case OURS ->
                new ProblemException(409, "number-already-yours", "This account has this number, or is buying it.");
            case LIMIT_REACHED ->
                new ProblemException(
                        409,
                        "number-limit-reached",
                        "This account has reached its limit of " + account.numberLimit()
                                + " numbers; release one, or ask the operator for more.");
            case TAKEN, KNOWN, BEGUN -> refused(NumberProblem.of(NumberProblem.Code.NUMBER_TAKEN));
        };
    }

    private static ProblemException refused(NumberProblem problem) {
        int status = switch (problem.code()) {
            case NUMBER_TAKEN, NUMBER_LOCKED, AGENT_GONE, CARRIER_ACCOUNT_LIMIT, LATE_ORDER_RETURNED -> 409;
            case DOCUMENTS_REQUIRED -> 422;
            case CARRIER_BALANCE_LOW -> 402;
            case CARRIER_REFUSED -> 502;
            case CARRIER_UNAVAILABLE -> 503;
        };
        String detail = problem.code() == NumberProblem.Code.CARRIER_REFUSED
                ? problem.code().sentence() + " (" + problem.carrierCode() + ")"
                : problem.code().sentence();
        return new ProblemException(status, problem.code().wireName(), detail);
    }
}
