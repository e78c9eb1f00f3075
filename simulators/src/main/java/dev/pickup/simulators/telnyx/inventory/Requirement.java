package dev.pickup.simulators.telnyx.inventory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/// One thing that the law asks of the buyer of a number.
///
/// @param fieldType `address` or `document`
public record Requirement(String id, String name, String fieldType) {
    static List<Requirement> of(Offer offer) {
        return offer.requirements().stream().map(r -> of(offer, r)).toList();
    }

    private static Requirement of(Offer offer, String fieldType) {
        String from = offer.country() + offer.type() + fieldType;
        String name = switch (fieldType) {
            case "address" -> "Address matching the DID area code";
            case "document" -> "Proof of identity or of the registration of the business";
            default -> throw new IllegalStateException("There is no requirement " + fieldType);
        };
        return new Requirement(
                UUID.nameUUIDFromBytes(from.getBytes(StandardCharsets.UTF_8)).toString(), name, fieldType);
    }

    ObjectNode show(String nameField) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id).put(nameField, name).put("description", name).put("field_type", fieldType);
        json.put("example", "").putObject("acceptance_criteria");
        return json.put("record_type", "regulatory_requirement");
    }
}
