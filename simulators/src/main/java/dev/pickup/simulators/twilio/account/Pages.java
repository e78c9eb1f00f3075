package dev.pickup.simulators.twilio.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.twilio.rest.Form;
import dev.pickup.simulators.twilio.rest.TwilioProblem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lists by `PageSize`, `Page` and `PageToken`. A page after the first is only had by the link of the one before.
final class Pages {
    private static final int USUAL_SIZE = 50;
    private static final int LARGEST_SIZE = 1000;
    private static final Set<String> PAGING = Set.of("PageSize", "Page", "PageToken");

    private Pages() {}

    /// In the manner of `api.twilio.com`.
    ///
    /// @param filters the other query parameters that this list understands
    static HttpReply of(RestCall call, Set<String> filters, String key, List<ObjectNode> items) {
        Page page = page(call, filters, items);
        ObjectNode body = Resources.object();
        body.putArray(key).addAll(page.items());
        body.put("page", page.number()).put("page_size", page.size());
        body.put("start", page.start())
                .put("end", page.start() + Math.max(0, page.items().size() - 1));
        String path = call.request().path();
        body.put("uri", path + query(call, page, page.number(), page.token()));
        body.put("first_page_uri", path + query(call, page, 0, null));
        body.put("next_page_uri", page.last() ? null : path + query(call, page, page.number() + 1, page.next()));
        return HttpReply.json(200, body.putNull("previous_page_uri"));
    }

    /// In the manner of the newer hosts: absolute links, in `meta`.
    static HttpReply ofVersion1(RestCall call, String key, String base, List<ObjectNode> items) {
        Page page = page(call, Set.of(), items);
        ObjectNode body = Resources.object();
        body.putArray(key).addAll(page.items());
        String path = base + call.request().path();
        ObjectNode meta = body.putObject("meta");
        meta.put("page", page.number()).put("page_size", page.size()).put("key", key);
        meta.put("url", path + query(call, page, page.number(), page.token()));
        meta.put("first_page_url", path + query(call, page, 0, null)).putNull("previous_page_url");
        meta.put("next_page_url", page.last() ? null : path + query(call, page, page.number() + 1, page.next()));
        return HttpReply.json(200, body);
    }

    private record Page(
            int number, int size, int start, @Nullable String token, List<ObjectNode> items, boolean last) {
        String next() {
            return "PA" + items.getLast().path("sid").asText();
        }
    }

    private static Page page(RestCall call, Set<String> filters, List<ObjectNode> items) {
        Form query = call.request().query();
        for (String name : query.names()) {
            if (!PAGING.contains(name) && !filters.contains(name)) {
                throw new TwilioProblem(400, 20001, "Unknown parameters: " + name);
            }
        }
        int size = whole(query, "PageSize", USUAL_SIZE);
        if (size < 1 || size > LARGEST_SIZE) {
            throw new TwilioProblem(400, 20007, "Page size too large");
        }
        int number = whole(query, "Page", 0);
        String token = query.value("PageToken").orElse(null);
        if (number > 0 && token == null) {
            throw new TwilioProblem(400, 20001, "Page number out of range");
        }
        int start = token == null ? 0 : after(items, token);
        List<ObjectNode> shown = items.stream().skip(start).limit(size).toList();
        return new Page(number, size, start, token, shown, start + shown.size() >= items.size());
    }

    private static int after(List<ObjectNode> items, String token) {
        for (int i = 0; i < items.size(); i++) {
            if (token.equals("PA" + items.get(i).path("sid").asText())) {
                return i + 1;
            }
        }
        throw new TwilioProblem(400, 20001, "Page token is not valid");
    }

    private static int whole(Form query, String name, int usual) {
        String value = query.value(name).orElse(Integer.toString(usual));
        if (!value.matches("[0-9]{1,6}")) {
            throw new TwilioProblem(400, 20001, name + " is not valid: " + value);
        }
        return Integer.parseInt(value);
    }

    private static String query(RestCall call, Page page, int number, @Nullable String token) {
        Map<String, String> parameters = new LinkedHashMap<>();
        call.request().query().names().stream()
                .filter(n -> !PAGING.contains(n))
                .forEach(n -> parameters.put(n, call.request().query().value(n).orElse("")));
        parameters.put("PageSize", Integer.toString(page.size()));
        parameters.put("Page", Integer.toString(number));
        if (token != null) {
            parameters.put("PageToken", token);
        }
        return "?" + Form.of(parameters).encoded();
    }
}
