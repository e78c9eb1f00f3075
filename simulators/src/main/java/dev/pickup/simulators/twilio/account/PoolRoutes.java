package dev.pickup.simulators.twilio.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;
import java.util.List;
import java.util.Optional;

/// Messaging services and trunks, and the numbers in them. Both are the customer's and read only here, but that a
/// number can be taken out of a trunk.
final class PoolRoutes {
    private static final String SERVICES = "/v1/Services";
    private static final String SENDERS = "/v1/Services/{sid}/PhoneNumbers";
    private static final String TRUNKS = "/v1/Trunks";
    private static final String TRUNK_NUMBERS = "/v1/Trunks/{sid}/PhoneNumbers";
    private static final String MESSAGING_HOST = "https://messaging.twilio.com";
    private static final String TRUNKING_HOST = "https://trunking.twilio.com";

    private PoolRoutes() {}

    static void addTo(RestApi api) {
        String senders = "twilio/messaging/services.phonenumbers/";
        String numbers = "twilio/sip/trunks.phonenumbers/";
        api.add(
                        "messaging",
                        "GET",
                        SERVICES,
                        Kind.SERVICE.permission("list"),
                        call -> Pages.ofVersion1(
                                call,
                                Kind.SERVICE.key(),
                                MESSAGING_HOST,
                                call.account().all(Kind.SERVICE)))
                .add(
                        "messaging",
                        "GET",
                        SERVICES + "/{sid}",
                        Kind.SERVICE.permission("read"),
                        call -> call.show(Kind.SERVICE))
                .add("messaging", "GET", SENDERS, senders + "list", PoolRoutes::senders)
                .add(
                        "trunking",
                        "GET",
                        TRUNKS,
                        Kind.TRUNK.permission("list"),
                        call -> Pages.ofVersion1(
                                call,
                                Kind.TRUNK.key(),
                                TRUNKING_HOST,
                                call.account().all(Kind.TRUNK)))
                .add("trunking", "GET", TRUNKS + "/{sid}", Kind.TRUNK.permission("read"), call -> call.show(Kind.TRUNK))
                .add("trunking", "GET", TRUNK_NUMBERS, numbers + "list", PoolRoutes::trunkNumbers)
                .add("trunking", "DELETE", TRUNK_NUMBERS + "/{number}", numbers + "delete", PoolRoutes::leaveTrunk);
    }

    private static HttpReply senders(RestCall call) {
        call.resource(Kind.SERVICE);
        List<ObjectNode> numbers = call.account().senders(call.segment("sid")).stream()
                .flatMap(sid -> call.account().find(Kind.NUMBER, sid).stream())
                .map(n -> sender(call, n))
                .toList();
        return Pages.ofVersion1(call, "phone_numbers", MESSAGING_HOST, numbers);
    }

    private static ObjectNode sender(RestCall call, ObjectNode number) {
        ObjectNode json = Resources.object();
        json.put("sid", number.path("sid").asText())
                .put("account_sid", call.account().sid());
        json.put("service_sid", call.segment("sid"));
        json.put("phone_number", number.path("phone_number").asText()).put("country_code", "US");
        json.putArray("capabilities").add("SMS").add("MMS").add("Voice");
        return json.put("date_created", "2026-01-15T10:00:00Z").put("date_updated", "2026-01-15T10:00:00Z");
    }

    private static HttpReply trunkNumbers(RestCall call) {
        call.resource(Kind.TRUNK);
        return Pages.ofVersion1(call, "phone_numbers", TRUNKING_HOST, onTrunk(call));
    }

    private static List<ObjectNode> onTrunk(RestCall call) {
        return call.account().all(Kind.NUMBER).stream()
                .filter(n -> n.path("trunk_sid").asText().equals(call.segment("sid")))
                .toList();
    }

    private static HttpReply leaveTrunk(RestCall call) {
        Optional<ObjectNode> number = onTrunk(call).stream()
                .filter(n -> n.path("sid").asText().equals(call.segment("number")))
                .findFirst();
        if (number.isEmpty()) {
            throw call.notFound();
        }
        call.account().change(Kind.NUMBER, call.segment("number"), n -> TwilioAccount.touched(n.putNull("trunk_sid")));
        return HttpReply.nothing();
    }
}
