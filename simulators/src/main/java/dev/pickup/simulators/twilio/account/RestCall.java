package dev.pickup.simulators.twilio.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.twilio.rest.TwilioProblem;
import dev.pickup.simulators.twilio.rest.TwilioRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A request that may be made, and whose account it is about.
public record RestCall(TwilioRequest request, TwilioAccount account, Map<String, String> segments) {
    public String segment(String name) {
        String value = segments.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route has no segment " + name);
        }
        return value;
    }

    /// The resource named by the path.
    ///
    /// @throws TwilioProblem 404 `20404`
    public ObjectNode resource(Kind kind) {
        return account.find(kind, segment("sid")).orElseThrow(this::notFound);
    }

    public HttpReply show(Kind kind) {
        return HttpReply.json(200, resource(kind));
    }

    /// A page of a list.
    ///
    /// @param filters the query parameters that the list understands besides those of paging
    public HttpReply page(Set<String> filters, Kind kind, List<ObjectNode> items) {
        return Pages.of(this, filters, kind.key(), items);
    }

    public TwilioProblem notFound() {
        return TwilioProblem.notFound(request.path());
    }
}
