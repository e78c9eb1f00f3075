package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Puts the fields of a request into a resource.
final class Merge {
    private Merge() {}

    /// What is named changes, also inside of objects; what is not named stays.
    ///
    /// @return `resource`
    static ObjectNode into(ObjectNode resource, ObjectNode body) {
        body.properties().forEach(field -> {
            if (field.getValue() instanceof ObjectNode part
                    && resource.path(field.getKey()) instanceof ObjectNode whole) {
                into(whole, part);
            } else {
                resource.set(field.getKey(), field.getValue());
            }
        });
        return resource;
    }
}
