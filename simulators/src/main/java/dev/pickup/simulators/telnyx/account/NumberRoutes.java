package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.DataReply;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.RestRequest;
import dev.pickup.simulators.telnyx.rest.Routes;
import dev.pickup.simulators.telnyx.rest.Shape;
import java.util.function.BiConsumer;

/// Owned numbers: list, read, release, and the three ways to change where they point.
final class NumberRoutes {
    private static final String CONNECTION = "connection_id";
    private static final String PROFILE = "messaging_profile_id";

    private final Accounts accounts;

    NumberRoutes(Accounts accounts) {
        this.accounts = accounts;
    }

    Routes routes() {
        return new Routes()
                .add("GET", "/phone_numbers", this::list)
                .add("GET", "/phone_numbers/{id}", r -> get(r, Kind.NUMBER))
                .add("PATCH", "/phone_numbers/{id}", this::changeNumber)
                .add("DELETE", "/phone_numbers/{id}", this::release)
                .add("GET", "/phone_numbers/{id}/voice", r -> get(r, Kind.VOICE))
                .add("PATCH", "/phone_numbers/{id}/voice", this::changeVoice)
                .add("GET", "/phone_numbers/{id}/messaging", r -> get(r, Kind.MESSAGING))
                .add("PATCH", "/phone_numbers/{id}/messaging", this::changeMessaging);
    }

    private HttpReply list(RestRequest request) {
        Resources resources = accounts.authenticate(request).resources();
        return Pages.of(
                request,
                NumberFilter.PARAMETERS,
                NumberFilter.of(request.query())
                        .apply(resources.all(Kind.NUMBER).stream().map(n -> NumberResource.shown(n, resources))));
    }

    private HttpReply get(RestRequest request, Kind kind) {
        Resources resources = accounts.authenticate(request).resources();
        return resources
                .find(kind, request.segment("id"))
                .map(r -> shown(kind, r, resources))
                .orElseThrow(ApiProblem::notFound);
    }

    private HttpReply changeNumber(RestRequest request) {
        return change(request, Kind.NUMBER, NumberResource.WRITABLE, (resources, body) -> {
            detach(body, CONNECTION);
            String connection = body.path(CONNECTION).asText("");
            if (!connection.isEmpty()
                    && !resources.has(Kind.APPLICATION, connection)
                    && !resources.has(Kind.CONNECTION, connection)) {
                throw new ApiProblem(
                        ErrorCode.UNPROCESSABLE, "The connection_id does not refer to a connection.", "/connection_id");
            }
            for (String field : new String[] {CONNECTION, "customer_reference"}) {
                copy(body, field, resources, Kind.VOICE, request.segment("id"));
            }
        });
    }

    private HttpReply changeVoice(RestRequest request) {
        return change(request, Kind.VOICE, NumberResource.WRITABLE_VOICE, (resources, body) -> {
            JsonNode forwards = body.at("/call_forwarding/call_forwarding_enabled");
            if (forwards.isBoolean()) {
                resources.change(Kind.NUMBER, request.segment("id"), n -> n.set("call_forwarding_enabled", forwards));
            }
        });
    }

    private HttpReply changeMessaging(RestRequest request) {
        return change(request, Kind.MESSAGING, NumberResource.WRITABLE_MESSAGING, (resources, body) -> {
            detach(body, PROFILE);
            String profile = body.path(PROFILE).asText("");
            if (!profile.isEmpty() && !resources.has(Kind.MESSAGING_PROFILE, profile)) {
                throw new ApiProblem(
                        ErrorCode.UNPROCESSABLE,
                        "The messaging_profile_id does not refer to a messaging profile.",
                        "/messaging_profile_id");
            }
            if (!profile.isEmpty() && cannotText(resources, request.segment("id"))) {
                throw new ApiProblem(
                        ErrorCode.NOT_MESSAGING_ENABLED,
                        "The phone number cannot be enabled for messaging.",
                        "/messaging_profile_id");
            }
            copy(body, PROFILE, resources, Kind.NUMBER, request.segment("id"));
        });
    }

    private static boolean cannotText(Resources resources, String id) {
        return resources
                .find(Kind.MESSAGING, id)
                .map(m -> m.at("/features/sms").isNull())
                .orElse(true);
    }

    /// Gone for good: nobody can buy it again.
    private HttpReply release(RestRequest request) {
        Resources resources = accounts.authenticate(request).resources();
        String id = request.segment("id");
        return resources.atomically(() -> {
            ObjectNode number = resources.find(Kind.NUMBER, id).orElseThrow(ApiProblem::notFound);
            if (number.path("deletion_lock_enabled").asBoolean()) {
                throw new ApiProblem(ErrorCode.UNPROCESSABLE, "The phone number is locked against deletion.");
            }
            ObjectNode shown = NumberResource.shown(number, resources).put("status", "deleted");
            resources.remove(Kind.NUMBER, id);
            resources.remove(Kind.VOICE, id);
            resources.remove(Kind.MESSAGING, id);
            resources.put(
                    Kind.RELEASED,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("id", shown.path("phone_number").asText()));
            return DataReply.of(200, shown);
        });
    }

    /// @param effect what the change does to the number's other resources; may refuse it
    private HttpReply change(RestRequest request, Kind kind, Shape writable, BiConsumer<Resources, ObjectNode> effect) {
        CarrierAccount account = accounts.authenticate(request);
        Resources resources = account.resources();
        String id = request.segment("id");
        if (!resources.has(kind, id)) {
            throw ApiProblem.notFound();
        }
        ObjectNode body = writable.check(request.json());
        return resources.atomically(() -> {
            effect.accept(resources, body);
            resources.change(Kind.NUMBER, id, n -> n.put("updated_at", account.now()));
            return resources
                    .change(kind, id, n -> Merge.into(n, body))
                    .map(r -> shown(kind, r, resources))
                    .orElseThrow(ApiProblem::notFound);
        });
    }

    /// Left out or `null` keeps what there is, an empty string takes it away.
    private static void detach(ObjectNode body, String field) {
        if (body.path(field).isNull()) {
            body.remove(field);
        } else if (body.path(field).asText("-").isEmpty()) {
            body.putNull(field);
        }
    }

    private static void copy(ObjectNode body, String field, Resources resources, Kind kind, String id) {
        if (body.has(field)) {
            resources.change(kind, id, r -> r.set(field, body.get(field)));
        }
    }

    private static HttpReply shown(Kind kind, ObjectNode resource, Resources resources) {
        return DataReply.of(200, kind == Kind.NUMBER ? NumberResource.shown(resource, resources) : resource);
    }
}
