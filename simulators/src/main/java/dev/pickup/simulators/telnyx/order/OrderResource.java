package dev.pickup.simulators.telnyx.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.telnyx.account.CarrierAccount;
import dev.pickup.simulators.telnyx.inventory.Inventory;
import dev.pickup.simulators.telnyx.inventory.Requirement;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.Shape;
import java.util.ArrayList;
import java.util.List;

/// The shape of an order of numbers, and of the sub order that each has.
final class OrderResource {
    static final Shape CREATABLE = Shape.of(
            Shape.arrayOf(
                            "phone_numbers",
                            Shape.of(
                                    Shape.matching(
                                                    "phone_number",
                                                    "\\+[1-9][0-9]{6,14}",
                                                    ErrorCode.NOT_E164,
                                                    "must be in +E.164 format")
                                            .required(),
                                    Shape.text("requirement_group_id", 64),
                                    Shape.text("bundle_id", 64)))
                    .required(),
            Shape.text("connection_id", 64),
            Shape.text("messaging_profile_id", 64),
            Shape.text("billing_group_id", 64),
            Shape.text("customer_reference", 255));

    private static final List<String> SAID =
            List.of("connection_id", "messaging_profile_id", "billing_group_id", "customer_reference");

    private static final String PENDING_PAPERS = "requirement-info-pending";
    private static final String NEW_PAPER = "0d0b4f5a-6f0c-4a43-9a3e-5d8f6a2c7b10";

    private OrderResource() {}

    /// A new order, pending.
    static ObjectNode created(CarrierAccount account, ObjectNode body, Inventory inventory) {
        ObjectNode order = JsonNodeFactory.instance.objectNode();
        order.put("id", account.newUuid()).put("record_type", "number_order").put("status", "pending");
        SAID.forEach(field -> order.set(field, body.get(field)));
        ArrayNode lines = order.putArray("phone_numbers");
        for (String number : numbers(body)) {
            lines.add(line(account.newUuid(), number, inventory.facts(number)));
        }
        order.put("phone_numbers_count", lines.size());
        order.putArray("sub_number_orders_ids").add(account.newUuid());
        order.put("requirements_met", requirementsMet(lines));
        return order.put("created_at", account.now()).put("updated_at", account.now());
    }

    /// As an order to a country whose authority asks for more since today.
    static void wantPapers(ObjectNode order) {
        order.put("requirements_met", false);
        for (JsonNode node : order.path("phone_numbers")) {
            ObjectNode line = (ObjectNode) node;
            line.put("requirements_met", false).put("requirements_status", PENDING_PAPERS);
            line.withArrayProperty("regulatory_requirements")
                    .addObject()
                    .put("requirement_id", NEW_PAPER)
                    .put("field_type", "document")
                    .putNull("field_value")
                    .put("status", PENDING_PAPERS);
        }
    }

    /// The order and all its lines have come to this.
    static ObjectNode ended(ObjectNode order, String status, String now) {
        order.put("status", status).put("updated_at", now);
        order.path("phone_numbers").forEach(line -> ((ObjectNode) line).put("status", status));
        return order;
    }

    static boolean isPending(JsonNode order) {
        return order.path("status").asText().equals("pending");
    }

    /// The order's only sub order, which carries what the law asks.
    static ObjectNode sub(ObjectNode order) {
        ObjectNode sub = JsonNodeFactory.instance.objectNode();
        JsonNode first = order.path("phone_numbers").path(0);
        sub.put("id", order.path("sub_number_orders_ids").path(0).asText());
        sub.put("order_request_id", order.path("id").asText()).put("record_type", "sub_number_order");
        sub.set("country_code", first.path("country_code"));
        sub.set("phone_number_type", first.path("phone_number_type"));
        sub.set("regulatory_requirements", first.path("regulatory_requirements"));
        for (String field : List.of(
                "phone_numbers_count",
                "requirements_met",
                "status",
                "customer_reference",
                "created_at",
                "updated_at")) {
            sub.set(field, order.path(field));
        }
        return sub.put("is_block_sub_number_order", false);
    }

    static List<String> numbers(JsonNode order) {
        List<String> numbers = new ArrayList<>();
        order.path("phone_numbers")
                .forEach(n -> numbers.add(n.path("phone_number").asText()));
        return numbers;
    }

    private static boolean requirementsMet(ArrayNode lines) {
        for (JsonNode line : lines) {
            if (!line.path("requirements_met").asBoolean()) {
                return false;
            }
        }
        return true;
    }

    private static ObjectNode line(String id, String number, Inventory.Facts facts) {
        boolean free = facts.requirements().isEmpty();
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("id", id).put("record_type", "number_order_phone_number").put("phone_number", number);
        line.put("status", "pending").put("country_code", facts.country());
        line.put("phone_number_type", facts.type()).putNull("bundle_id");
        line.put("requirements_met", free);
        line.put("requirements_status", free ? "approved" : PENDING_PAPERS);
        ArrayNode requirements = line.putArray("regulatory_requirements");
        for (Requirement requirement : facts.requirements()) {
            requirements
                    .addObject()
                    .put("requirement_id", requirement.id())
                    .put("field_type", requirement.fieldType())
                    .putNull("field_value")
                    .put("status", PENDING_PAPERS);
        }
        return line;
    }
}
