package dev.pickup.simulators.telnyx.order;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.simulators.telnyx.account.CarrierAccount;
import dev.pickup.simulators.telnyx.account.Kind;
import dev.pickup.simulators.telnyx.account.Resources;
import dev.pickup.simulators.telnyx.account.Standing;
import dev.pickup.simulators.telnyx.inventory.Inventory;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import java.math.BigDecimal;
import java.util.List;

/// Why an order is refused at once. In the order in which they are written here, which is not published.
final class OrderChecks {
    private OrderChecks() {}

    /// What the order names is the account's.
    static void checkReferences(CarrierAccount account, JsonNode body) {
        Resources resources = account.resources();
        String connection = body.path("connection_id").asText("");
        if (!connection.isEmpty()
                && !resources.has(Kind.APPLICATION, connection)
                && !resources.has(Kind.CONNECTION, connection)) {
            throw new ApiProblem(ErrorCode.BAD_CONNECTION, "The connection id is invalid.", "/connection_id");
        }
        String profile = body.path("messaging_profile_id").asText("");
        if (!profile.isEmpty() && !resources.has(Kind.MESSAGING_PROFILE, profile)) {
            throw new ApiProblem(
                    ErrorCode.BAD_MESSAGING_PROFILE, "The messaging profile id is invalid.", "/messaging_profile_id");
        }
        if (body.path("phone_numbers").isEmpty()) {
            throw new ApiProblem(ErrorCode.UNPROCESSABLE, "An order has at least one phone number.", "/phone_numbers");
        }
    }

    /// The numbers can be had. When all is well, their price is held.
    ///
    /// @throws ApiProblem `85000`, `85001`, `10039` or `20100`
    static void check(CarrierAccount account, Inventory inventory, List<String> numbers, BigDecimal price) {
        for (String number : numbers) {
            if (!inventory.isFree(account, number)) {
                throw new ApiProblem(
                        ErrorCode.NUMBER_GONE, "The phone number is no longer available.", "/phone_numbers");
            }
        }
        long ordered = account.resources().all(Kind.ORDER, OrderResource::isPending).stream()
                .mapToLong(o -> OrderResource.numbers(o).size())
                .sum();
        int owned = account.resources().count(Kind.NUMBER);
        if (account.standing() == Standing.TRIAL) {
            owned += account.resources().count(Kind.RELEASED); // one in its life
        }
        if (owned + ordered + numbers.size() > account.mostNumbers()) {
            throw new ApiProblem(
                    ErrorCode.FEATURE_LIMITED, "The account has reached its limit of phone numbers.", "/phone_numbers");
        }
        if (!account.wallet().hold(price)) {
            throw new ApiProblem(ErrorCode.INSUFFICIENT_FUNDS, "The account has insufficient funds.");
        }
    }

    /// Comes first, because nothing is known about other numbers.
    static void checkShown(CarrierAccount account, Inventory inventory, List<String> numbers) {
        for (String number : numbers) {
            if (!inventory.wasShown(account, number)) {
                throw new ApiProblem(
                        ErrorCode.NOT_FROM_SEARCH,
                        "The phone number was not found in a recent search.",
                        "/phone_numbers");
            }
        }
        if (numbers.stream().distinct().count() != numbers.size()) {
            throw new ApiProblem(ErrorCode.UNPROCESSABLE, "A phone number is ordered twice.", "/phone_numbers");
        }
    }
}
