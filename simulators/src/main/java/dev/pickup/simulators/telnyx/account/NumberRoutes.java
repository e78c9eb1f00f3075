package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.telnyx.account.CarrierAccount.Kind;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.RestReply;
import dev.pickup.simulators.telnyx.rest.RestRequest;
import dev.pickup.simulators.telnyx.rest.Routes;
import dev.pickup.simulators.telnyx.rest.Shape;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Owned numbers: list, read, and the three ways to change where they point.
public final class NumberRoutes {
    private static final String BY_NUMBER = "filter[phone_number]";
    private static final int FEWEST_DIGITS = 3;
    /// Filters on fields that have to be equal.
    private static final Map<String, String> BY_FIELD = Map.of(
            "filter[connection_id]", "connection_id",
            "filter[status]", "status",
            "filter[customer_reference]", "customer_reference",
            "filter[billing_group_id]", "billing_group_id");

    private final Accounts accounts;

    public NumberRoutes(Accounts accounts) {
        this.accounts = accounts;
    }

    public Routes routes() {
        return new Routes()
                .add("GET", "/phone_numbers", this::list)
                .add("GET", "/phone_numbers/{id}", r -> get(r, Kind.NUMBER))
                .add("PATCH", "/phone_numbers/{id}", this::changeNumber)
                .add("GET", "/phone_numbers/{id}/voice", r -> get(r, Kind.VOICE))
                .add("PATCH", "/phone_numbers/{id}/voice", this::changeVoice)
                .add("GET", "/phone_numbers/{id}/messaging", r -> get(r, Kind.MESSAGING))
                .add("PATCH", "/phone_numbers/{id}/messaging", this::changeMessaging);
    }

    private RestReply list(RestRequest request) {
        CarrierAccount account = accounts.authenticate(request);
        String digits = request.query().getOrDefault(BY_NUMBER, "").replaceAll("[^0-9]", "");
        if (request.query().containsKey(BY_NUMBER) && digits.length() < FEWEST_DIGITS) {
            throw new ApiProblem(ErrorCode.BAD_REQUEST, "filter[phone_number] needs at least 3 digits.");
        }
        Set<String> known = Set.copyOf(
                Stream.concat(Stream.of(BY_NUMBER), BY_FIELD.keySet().stream()).toList());
        return Pages.of(
                request,
                known,
                account.all(Kind.NUMBER).stream()
                        .filter(n -> n.path("phone_number").asText().contains(digits))
                        .filter(n -> BY_FIELD.entrySet().stream()
                                .allMatch(f -> equal(request, f.getKey(), n.path(f.getValue()))))
                        .toList());
    }

    private static boolean equal(RestRequest request, String filter, JsonNode value) {
        String wanted = request.query().get(filter);
        return wanted == null || wanted.equals(value.asText());
    }

    private RestReply get(RestRequest request, Kind kind) {
        return accounts.authenticate(request)
                .find(kind, request.segment("id"))
                .map(n -> RestReply.data(200, n))
                .orElseThrow(NumberRoutes::notFound);
    }

    private RestReply changeNumber(RestRequest request) {
        return change(request, Kind.NUMBER, NumberResource.WRITABLE, (account, body) -> {
            JsonNode connection = body.path("connection_id");
            if (!connection.isTextual()) {
                return;
            }
            if (connection.textValue().isEmpty()) {
                body.putNull("connection_id");
            } else if (account.application(connection.textValue()).isEmpty()) {
                throw new ApiProblem(
                        ErrorCode.UNPROCESSABLE, "The connection_id does not refer to a connection.", "/connection_id");
            }
            setConnection(account, request.segment("id"), body);
        });
    }

    private RestReply changeVoice(RestRequest request) {
        return change(request, Kind.VOICE, NumberResource.WRITABLE_VOICE, (account, body) -> {
            boolean forwards =
                    body.at("/call_forwarding/call_forwarding_enabled").asBoolean();
            set(account, Kind.NUMBER, request, n -> n.put("call_forwarding_enabled", forwards));
        });
    }

    /// Left out or `null` keeps the profile, an empty string takes it away.
    private RestReply changeMessaging(RestRequest request) {
        return change(request, Kind.MESSAGING, NumberResource.WRITABLE_MESSAGING, (account, body) -> {
            JsonNode profile = body.path("messaging_profile_id");
            if (profile.isNull()) {
                body.remove("messaging_profile_id");
            } else if (profile.isTextual()) {
                body.put("messaging_profile_id", profile.textValue().isEmpty() ? null : profile.textValue());
                JsonNode kept = body.get("messaging_profile_id");
                set(account, Kind.NUMBER, request, n -> n.set("messaging_profile_id", kept));
            }
        });
    }

    /// What a change of one resource does to the others, before it is made.
    private interface SideEffect {
        void of(CarrierAccount account, ObjectNode body);
    }

    private RestReply change(RestRequest request, Kind kind, Shape writable, SideEffect effect) {
        CarrierAccount account = accounts.authenticate(request);
        if (account.find(kind, request.segment("id")).isEmpty()) {
            throw notFound();
        }
        ObjectNode body = writable.check(request.json());
        effect.of(account, body);
        return account.change(kind, request.segment("id"), n -> n.setAll(body))
                .map(n -> RestReply.data(200, n))
                .orElseThrow(NumberRoutes::notFound);
    }

    private static void setConnection(CarrierAccount account, String id, ObjectNode body) {
        JsonNode connection = body.get("connection_id");
        account.change(Kind.VOICE, id, v -> v.set("connection_id", connection));
    }

    private static void set(CarrierAccount account, Kind kind, RestRequest request, UnaryOperator<ObjectNode> change) {
        account.change(kind, request.segment("id"), change);
    }

    private static ApiProblem notFound() {
        return new ApiProblem(ErrorCode.NOT_FOUND, "The requested resource or URL could not be found.");
    }
}
