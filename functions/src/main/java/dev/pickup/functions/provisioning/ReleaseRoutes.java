package dev.pickup.functions.provisioning;

import dev.pickup.core.number.Did;
import dev.pickup.core.number.NumberOrder;
import dev.pickup.core.number.NumberOrder.Stage;
import dev.pickup.core.number.NumberProblem.Code;
import dev.pickup.functions.runtime.api.ApiRequest;
import dev.pickup.functions.runtime.api.ApiResponse;
import dev.pickup.functions.runtime.api.NumberView;
import dev.pickup.functions.runtime.api.ProblemException;
import java.util.Optional;

/// Giving a number back to the carrier. Only what we bought: a customer's own is rolled back instead.
record ReleaseRoutes(ProvisioningParts parts) {
    ApiResponse release(ApiRequest request) {
        Did did = parts.numbers()
                .find(request.account(), request.number())
                .orElseThrow(() -> ProblemException.notFound("number"));
        if (did.source() == Did.Source.BYOP) {
            throw new ProblemException(
                    409,
                    "roll-back-instead",
                    "This number is on your own carrier account; roll it back instead, then it is as it was before.");
        }
        return switch (did.status()) {
            case ORDERED ->
                throw new ProblemException(
                        409, "number-being-bought", "This number is just being bought; wait until that is decided.");
            case FAILED -> {
                parts.orders().forget(did.account(), did.number());
                yield ApiResponse.noContent();
            }
            case CONFIGURING, ACTIVE, RELEASING -> release(did);
        };
    }

    private ApiResponse release(Did did) {
        NumberOrder order = parts.desk()
                .release(order(did), PurchaseRoutes.BUDGET)
                .orElseThrow(() -> new ProblemException(
                        409, "number-busy", "Somebody is working on this number; try again in a moment."));
        boolean isLocked = order.progress()
                .problem()
                .filter(problem -> problem.code() == Code.NUMBER_LOCKED)
                .isPresent();
        if (order.stage() != Stage.RELEASE && isLocked) {
            throw new ProblemException(409, Code.NUMBER_LOCKED.wireName(), Code.NUMBER_LOCKED.sentence());
        }
        return parts.numbers()
                .find(did.account(), did.number())
                .filter(_ -> order.stage() != Stage.RELEASED)
                .map(found -> ApiResponse.json(202, NumberView.of(found, Optional.of(order))))
                .orElseGet(ApiResponse::noContent);
    }

    /// Numbers that were there before orders were kept get one now.
    private NumberOrder order(Did did) {
        Optional<NumberOrder> known =
                did.purchase().flatMap(purchase -> parts.orders().find(did.account(), purchase.order()));
        if (known.isPresent()) {
            return known.get();
        }
        NumberOrder adopted = NumberOrder.ofOld(did, parts.clock().instant());
        return switch (parts.orders().adopt(adopted)) {
            case BEGUN -> adopted;
            case KNOWN, TAKEN, OURS, LIMIT_REACHED ->
                parts.orders().find(did.account(), adopted.id()).orElseThrow(() -> ProblemException.notFound("number"));
        };
    }
}
