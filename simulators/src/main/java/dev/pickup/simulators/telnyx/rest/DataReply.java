package dev.pickup.simulators.telnyx.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;

/// `{"data": …}`, as the carrier wraps single objects.
public final class DataReply {
    private DataReply() {}

    public static HttpReply of(int status, JsonNode data) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("data", data);
        return HttpReply.json(status, body);
    }
}
