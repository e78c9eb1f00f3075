package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.telnyx.rest.RestRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Lists by `page[number]` and `page[size]`.
public final class Pages {
    private static final String NUMBER = "page[number]";
    private static final String SIZE = "page[size]";
    private static final int USUAL_SIZE = 20;
    private static final int LARGEST_SIZE = 250;

    private Pages() {}

    /// @param filters the other query parameters that this list understands
    /// @param items   all that fit the filters
    public static HttpReply of(RestRequest request, Set<String> filters, List<ObjectNode> items) {
        Set<String> known = new HashSet<>(filters);
        known.add(NUMBER);
        known.add(SIZE);
        request.query().allowing(known);
        int number = request.query().integer(NUMBER, 1, 1, Integer.MAX_VALUE);
        int size = request.query().integer(SIZE, USUAL_SIZE, 1, LARGEST_SIZE);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("data")
                .addAll(items.stream().skip((number - 1L) * size).limit(size).toList());
        body.putObject("meta")
                .put("page_number", number)
                .put("page_size", size)
                .put("total_pages", (items.size() + size - 1) / size)
                .put("total_results", items.size());
        return HttpReply.json(200, body);
    }
}
