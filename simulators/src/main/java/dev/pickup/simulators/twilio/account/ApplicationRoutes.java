package dev.pickup.simulators.twilio.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.twilio.rest.Form;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// TwiML applications. Deleting one leaves the numbers that point to it pointing at nothing, as at the carrier.
final class ApplicationRoutes {
    private static final String LIST = "/2010-04-01/Accounts/{account}/Applications.json";
    private static final String ONE = "/2010-04-01/Accounts/{account}/Applications/{sid}.json";

    private ApplicationRoutes() {}

    static void addTo(RestApi api) {
        api.add("api", "GET", LIST, Kind.APPLICATION.permission("list"), ApplicationRoutes::list)
                .add("api", "POST", LIST, Kind.APPLICATION.permission("create"), ApplicationRoutes::create)
                .add("api", "GET", ONE, Kind.APPLICATION.permission("read"), call -> call.show(Kind.APPLICATION))
                .add("api", "POST", ONE, Kind.APPLICATION.permission("update"), ApplicationRoutes::change)
                .add("api", "DELETE", ONE, Kind.APPLICATION.permission("delete"), ApplicationRoutes::delete);
    }

    private static HttpReply list(RestCall call) {
        String name = call.request().query().value("FriendlyName").orElse("");
        List<ObjectNode> applications = call.account().all(Kind.APPLICATION).stream()
                .filter(a -> name.isEmpty() || a.path("friendly_name").asText().equals(name))
                .toList();
        return Pages.of(call, Set.of("FriendlyName"), Kind.APPLICATION.key(), applications);
    }

    private static HttpReply create(RestCall call) {
        Form form = Resources.APPLICATION.check(call.request().form());
        String sid = TwilioAccount.newSid(Kind.APPLICATION.prefix());
        ObjectNode application = Resources.application(call.account().sid(), sid, "", Resources.date(Instant.now()));
        Resources.APPLICATION.apply(form, application);
        call.account().add(Kind.APPLICATION, application);
        return HttpReply.json(201, application);
    }

    private static HttpReply change(RestCall call) {
        call.resource(Kind.APPLICATION);
        Form form = Resources.APPLICATION.check(call.request().form());
        return call.account()
                .change(Kind.APPLICATION, call.segment("sid"), application -> {
                    Resources.APPLICATION.apply(form, application);
                    return TwilioAccount.touched(application);
                })
                .map(application -> HttpReply.json(200, application))
                .orElseThrow(call::notFound);
    }

    private static HttpReply delete(RestCall call) {
        if (!call.account().remove(Kind.APPLICATION, call.segment("sid"))) {
            throw call.notFound();
        }
        return HttpReply.nothing();
    }
}
