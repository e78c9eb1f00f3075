package dev.pickup.simulators.telnyx.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.telnyx.account.Accounts;
import dev.pickup.simulators.telnyx.account.CarrierAccount;
import dev.pickup.simulators.telnyx.account.Kind;
import dev.pickup.simulators.telnyx.account.Pages;
import dev.pickup.simulators.telnyx.account.Standing;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.DataReply;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.RestRequest;
import dev.pickup.simulators.telnyx.rest.Routes;
import dev.pickup.simulators.telnyx.rest.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `number_reservations`: a number is kept for 30 minutes; extending adds as much again.
final class ReservationRoutes {
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MOST_NUMBERS = 50;
    private static final String REFERENCE = "filter[customer_reference]";
    private static final Shape BODY = Shape.of(
            Shape.arrayOf(
                            "phone_numbers",
                            Shape.of(Shape.text("phone_number", 32).required()))
                    .required(),
            Shape.text("customer_reference", 255));

    private final Accounts accounts;
    private final Inventory inventory;

    ReservationRoutes(Accounts accounts, Inventory inventory) {
        this.accounts = accounts;
        this.inventory = inventory;
    }

    Routes routes() {
        return new Routes()
                .add("GET", "/number_reservations", this::list)
                .add("POST", "/number_reservations", this::create)
                .add("GET", "/number_reservations/{id}", this::get)
                .add("POST", "/number_reservations/{id}/actions/extend", this::extend);
    }

    private HttpReply list(RestRequest request) {
        return Pages.of(
                request,
                Set.of(REFERENCE),
                accounts.authenticate(request).resources().all(Kind.RESERVATION).stream()
                        .filter(r -> request.query()
                                .find(REFERENCE)
                                .map(r.path("customer_reference").asText("")::equals)
                                .orElse(true))
                        .toList());
    }

    private HttpReply get(RestRequest request) {
        return DataReply.of(200, find(accounts.authenticate(request), request));
    }

    private HttpReply create(RestRequest request) {
        CarrierAccount account = accounts.authenticate(request);
        ObjectNode body = BODY.check(request.json());
        List<String> numbers = numbers(body);
        return inventory.atomically(() -> {
            check(account, numbers);
            ObjectNode reservation = JsonNodeFactory.instance.objectNode();
            reservation.put("id", account.newUuid()).put("record_type", "number_reservation");
            reservation.put("status", "success");
            reservation.set("customer_reference", body.get("customer_reference"));
            ArrayNode lines = reservation.putArray("phone_numbers");
            for (String number : numbers) {
                inventory.hold(account, number, Optional.of(KEPT));
                lines.add(line(account, number));
            }
            reservation.put("created_at", account.now()).put("updated_at", account.now());
            account.resources().put(Kind.RESERVATION, reservation);
            return DataReply.of(200, reservation);
        });
    }

    private void check(CarrierAccount account, List<String> numbers) {
        if (account.standing() == Standing.TRIAL || numbers.size() > MOST_NUMBERS) {
            throw new ApiProblem(ErrorCode.RESERVATION_LIMIT, "The reservation limit is reached.");
        }
        for (String number : numbers) {
            if (!inventory.wasShown(account, number)) {
                throw new ApiProblem(ErrorCode.NOT_FROM_SEARCH, "The phone number was not found in a recent search.");
            }
            if (inventory.isHeld(number)) {
                throw new ApiProblem(ErrorCode.NUMBER_RESERVED, "The phone number is already reserved.");
            }
            if (!inventory.isFree(account, number)) {
                throw new ApiProblem(ErrorCode.NUMBER_GONE, "The phone number is no longer available.");
            }
        }
    }

    private HttpReply extend(RestRequest request) {
        CarrierAccount account = accounts.authenticate(request);
        ObjectNode reservation = find(account, request);
        ArrayNode lines = reservation.putArray("phone_numbers");
        inventory.atomically(() -> {
            for (String number : numbers(find(account, request))) {
                if (!inventory.isFree(account, number)) {
                    throw new ApiProblem(ErrorCode.NUMBER_GONE, "The phone number is no longer available.");
                }
                inventory.hold(account, number, Optional.of(KEPT));
                lines.add(line(account, number));
            }
            account.resources().put(Kind.RESERVATION, reservation.put("updated_at", account.now()));
            return true;
        });
        return DataReply.of(200, reservation);
    }

    private static ObjectNode line(CarrierAccount account, String number) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", account.newUuid())
                .put("record_type", "reserved_phone_number")
                .put("phone_number", number)
                .put("status", "success")
                .put("expired", false)
                .put("expired_at", Instant.parse(account.now()).plus(KEPT).toString())
                .put("created_at", account.now())
                .put("updated_at", account.now());
    }

    private static ObjectNode find(CarrierAccount account, RestRequest request) {
        return account.resources().find(Kind.RESERVATION, request.segment("id")).orElseThrow(ApiProblem::notFound);
    }

    private static List<String> numbers(JsonNode body) {
        List<String> numbers = new ArrayList<>();
        body.path("phone_numbers")
                .forEach(n -> numbers.add(n.path("phone_number").asText()));
        return numbers;
    }
}
