package dev.pickup.simulators.telnyx.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.telnyx.account.Accounts;
import dev.pickup.simulators.telnyx.account.CarrierAccount;
import dev.pickup.simulators.telnyx.account.Kind;
import dev.pickup.simulators.telnyx.account.Pages;
import dev.pickup.simulators.telnyx.account.Resources;
import dev.pickup.simulators.telnyx.inventory.Inventory;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.DataReply;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.RestRequest;
import dev.pickup.simulators.telnyx.rest.Routes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// `number_orders` and `sub_number_orders`.
public final class OrderRoutes {
    private static final Map<String, String> ORDER_FILTERS = Map.of(
            "filter[status]", "status",
            "filter[customer_reference]", "customer_reference",
            "filter[requirements_met]", "requirements_met",
            "filter[phone_numbers_count]", "phone_numbers_count");
    private static final Map<String, String> SUB_FILTERS = Map.of(
            "filter[status]", "status",
            "filter[order_request_id]", "order_request_id",
            "filter[country_code]", "country_code",
            "filter[phone_number_type]", "phone_number_type");

    private final Accounts accounts;
    private final Inventory inventory;
    private final OrderDesk desk;

    public OrderRoutes(Accounts accounts, Inventory inventory, OrderDesk desk) {
        this.accounts = accounts;
        this.inventory = inventory;
        this.desk = desk;
    }

    public Routes routes() {
        return new Routes()
                .add("GET", "/number_orders", r -> list(r, ORDER_FILTERS, o -> o))
                .add("POST", "/number_orders", this::create)
                .add("GET", "/number_orders/{id}", this::get)
                .add("GET", "/sub_number_orders", r -> list(r, SUB_FILTERS, OrderResource::sub))
                .add("GET", "/sub_number_orders/{id}", this::getSub)
                .add("PATCH", "/sub_number_orders/{id}/cancel", this::cancel);
    }

    /// The newest first.
    private HttpReply list(RestRequest request, Map<String, String> filters, UnaryOperator<ObjectNode> show) {
        Map<String, String> wanted = new HashMap<>();
        filters.forEach((filter, field) -> request.query().find(filter).ifPresent(value -> wanted.put(field, value)));
        Resources resources = accounts.authenticate(request).resources();
        List<ObjectNode> orders = resources.all(Kind.ORDER, o -> fits(wanted, show.apply(o))).reversed().stream()
                .sorted(Comparator.comparing(
                                (ObjectNode o) -> o.path("created_at").asText())
                        .reversed())
                .map(show)
                .toList();
        return Pages.of(request, filters.keySet(), orders);
    }

    private static boolean fits(Map<String, String> wanted, JsonNode order) {
        return wanted.entrySet().stream()
                .allMatch(w -> order.path(w.getKey()).asText("").equals(w.getValue()));
    }

    private HttpReply create(RestRequest request) {
        CarrierAccount account = accounts.authenticate(request);
        ObjectNode body = OrderResource.CREATABLE.check(request.json());
        OrderChecks.checkReferences(account, body);
        OrderChecks.checkShown(account, inventory, OrderResource.numbers(body));
        return DataReply.of(200, desk.place(account, body));
    }

    private HttpReply get(RestRequest request) {
        return accounts.authenticate(request)
                .resources()
                .find(Kind.ORDER, request.segment("id"))
                .map(o -> DataReply.of(200, o))
                .orElseThrow(ApiProblem::notFound);
    }

    private HttpReply getSub(RestRequest request) {
        return DataReply.of(200, OrderResource.sub(ofSub(accounts.authenticate(request), request)));
    }

    private HttpReply cancel(RestRequest request) {
        CarrierAccount account = accounts.authenticate(request);
        ObjectNode order = ofSub(account, request);
        return desk.cancel(account, order.path("id").asText())
                .map(o -> DataReply.of(200, OrderResource.sub(o)))
                .orElseThrow(() ->
                        new ApiProblem(ErrorCode.UNPROCESSABLE, "The sub number order cannot be cancelled any more."));
    }

    private static ObjectNode ofSub(CarrierAccount account, RestRequest request) {
        String id = request.segment("id");
        return account
                .resources()
                .all(
                        Kind.ORDER,
                        o -> o.path("sub_number_orders_ids").path(0).asText().equals(id))
                .stream()
                .findFirst()
                .orElseThrow(ApiProblem::notFound);
    }
}
