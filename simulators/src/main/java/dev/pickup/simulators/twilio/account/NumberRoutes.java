package dev.pickup.simulators.twilio.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.twilio.rest.Form;
import dev.pickup.simulators.twilio.rest.TwilioProblem;
import java.util.List;
import java.util.Set;

/// Owned numbers: list, read, and change where they point. Buying and releasing are not simulated.
final class NumberRoutes {
    private static final String LIST = "/2010-04-01/Accounts/{account}/IncomingPhoneNumbers.json";
    private static final String ONE = "/2010-04-01/Accounts/{account}/IncomingPhoneNumbers/{sid}.json";
    private static final Set<String> FILTERS = Set.of("PhoneNumber", "FriendlyName", "Beta", "Origin");

    private NumberRoutes() {}

    static void addTo(RestApi api) {
        api.add("api", "GET", LIST, Kind.NUMBER.permission("list"), NumberRoutes::list)
                .add("api", "GET", ONE, Kind.NUMBER.permission("read"), call -> call.show(Kind.NUMBER))
                .add("api", "POST", ONE, Kind.NUMBER.permission("update"), NumberRoutes::change);
    }

    private static HttpReply list(RestCall call) {
        Form query = call.request().query();
        List<ObjectNode> numbers = call.account().all(Kind.NUMBER).stream()
                .filter(n -> matches(
                        n.path("phone_number").asText(),
                        query.value("PhoneNumber").orElse("")))
                .filter(n -> query.value("FriendlyName")
                        .filter(f -> !f.equals(n.path("friendly_name").asText()))
                        .isEmpty())
                .toList();
        return Pages.of(call, FILTERS, Kind.NUMBER.key(), numbers);
    }

    /// `*` stands for any one digit, and a part of a number is enough.
    private static boolean matches(String number, String wanted) {
        String pattern = wanted.replaceAll("[^0-9*]", "").replace("*", "[0-9]");
        return pattern.isEmpty() || number.matches(".*" + pattern + ".*");
    }

    /// What a number is set to when it is given a trunk and an application at once is nowhere written: refused.
    private static HttpReply change(RestCall call) {
        call.resource(Kind.NUMBER);
        Form form = Resources.NUMBER.check(call.request().form());
        String trunk = form.value("TrunkSid").orElse("");
        String application = form.value("VoiceApplicationSid").orElse("");
        if (!trunk.isEmpty() && !application.isEmpty()) {
            throw new TwilioProblem(400, 20001, "TrunkSid and VoiceApplicationSid cannot be set at once");
        }
        mustExist(call, Kind.TRUNK, "TrunkSid", trunk);
        mustExist(call, Kind.APPLICATION, "VoiceApplicationSid", application);
        mustExist(
                call,
                Kind.APPLICATION,
                "SmsApplicationSid",
                form.value("SmsApplicationSid").orElse(""));
        return call.account()
                .change(Kind.NUMBER, call.segment("sid"), number -> changed(number, form, trunk, application))
                .map(number -> HttpReply.json(200, number))
                .orElseThrow(call::notFound);
    }

    /// Setting the one deletes the other.
    private static ObjectNode changed(ObjectNode number, Form form, String trunk, String application) {
        Resources.NUMBER.apply(form, number);
        if (!trunk.isEmpty()) {
            number.put("voice_application_sid", "");
        }
        if (!application.isEmpty()) {
            number.putNull("trunk_sid");
        }
        return TwilioAccount.touched(number);
    }

    private static void mustExist(RestCall call, Kind kind, String name, String sid) {
        if (!sid.isEmpty() && call.account().find(kind, sid).isEmpty()) {
            throw new TwilioProblem(404, 20404, name + " " + sid + " was not found");
        }
    }
}
