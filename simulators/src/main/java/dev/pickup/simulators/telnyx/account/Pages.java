package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.RestReply;
import dev.pickup.simulators.telnyx.rest.RestRequest;
import java.util.List;
import java.util.Set;

/// Lists by `page[number]` and `page[size]`.
final class Pages {
    private static final int USUAL_SIZE = 20;
    private static final int LARGEST_SIZE = 250;

    private Pages() {}

    /// @param filters the other query parameters that this list understands
    static RestReply of(RestRequest request, Set<String> filters, List<ObjectNode> items) {
        for (String name : request.query().keySet()) {
            if (!name.equals("page[number]") && !name.equals("page[size]") && !filters.contains(name)) {
                throw new ApiProblem(ErrorCode.BAD_REQUEST, "The query parameter '" + name + "' is not known.");
            }
        }
        int number = parameter(request, "page[number]", 1, Integer.MAX_VALUE);
        int size = parameter(request, "page[size]", USUAL_SIZE, LARGEST_SIZE);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("data")
                .addAll(items.stream().skip((number - 1L) * size).limit(size).toList());
        body.putObject("meta")
                .put("page_number", number)
                .put("page_size", size)
                .put("total_pages", (items.size() + size - 1) / size)
                .put("total_results", items.size());
        return RestReply.json(200, body);
    }

    private static int parameter(RestRequest request, String name, int usual, int most) {
        String value = request.query().getOrDefault(name, Integer.toString(usual));
        if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > most) {
            throw new ApiProblem(ErrorCode.OUT_OF_RANGE, "The query parameter '" + name + "' is out of range.");
        }
        return Integer.parseInt(value);
    }
}
