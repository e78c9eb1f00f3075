package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.DataReply;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.RestRequest;
import dev.pickup.simulators.telnyx.rest.Routes;
import java.util.Map;

/// The five usual operations on a [Collection].
final class CollectionRoutes {
    private static final String CONTAINS = "[contains]";
    private static final String VOICE_PROFILE = "/outbound/outbound_voice_profile_id";

    private final Accounts accounts;
    private final Collection collection;

    CollectionRoutes(Accounts accounts, Collection collection) {
        this.accounts = accounts;
        this.collection = collection;
    }

    Routes routes() {
        String one = collection.path() + "/{id}";
        return new Routes()
                .add("GET", collection.path(), this::list)
                .add("POST", collection.path(), this::create)
                .add("GET", one, this::get)
                .add("PATCH", one, this::change)
                .add("DELETE", one, this::delete);
    }

    private HttpReply list(RestRequest request) {
        Resources resources = accounts.authenticate(request).resources();
        return Pages.of(
                request,
                collection.filters().keySet(),
                resources.all(collection.kind()).stream()
                        .filter(r -> collection.filters().entrySet().stream().allMatch(f -> fits(request, f, r)))
                        .toList());
    }

    private static boolean fits(RestRequest request, Map.Entry<String, String> filter, ObjectNode resource) {
        String value = resource.at(filter.getValue()).asText("");
        return request.query()
                .find(filter.getKey())
                .map(wanted -> filter.getKey().endsWith(CONTAINS) ? value.contains(wanted) : value.equals(wanted))
                .orElse(true);
    }

    private HttpReply get(RestRequest request) {
        return accounts.authenticate(request)
                .resources()
                .find(collection.kind(), request.segment("id"))
                .map(r -> DataReply.of(200, r))
                .orElseThrow(ApiProblem::notFound);
    }

    private HttpReply create(RestRequest request) {
        CarrierAccount account = accounts.authenticate(request);
        ObjectNode body = collection.creatable().check(request.json());
        checkReferences(account.resources(), body);
        String id = collection.kind() == Kind.MESSAGING_PROFILE ? account.newUuid() : account.newDigits();
        ObjectNode resource = Merge.into(collection.defaults().of(id, account.now()), body);
        account.resources().put(collection.kind(), resource);
        return DataReply.of(collection.created(), resource);
    }

    private HttpReply change(RestRequest request) {
        CarrierAccount account = accounts.authenticate(request);
        if (!account.resources().has(collection.kind(), request.segment("id"))) {
            throw ApiProblem.notFound();
        }
        ObjectNode body = collection.changeable().check(request.json());
        checkReferences(account.resources(), body);
        return account.resources()
                .change(
                        collection.kind(),
                        request.segment("id"),
                        r -> Merge.into(r, body).put("updated_at", account.now()))
                .map(r -> DataReply.of(200, r))
                .orElseThrow(ApiProblem::notFound);
    }

    private HttpReply delete(RestRequest request) {
        Resources resources = accounts.authenticate(request).resources();
        return resources.atomically(() -> {
            String id = request.segment("id");
            if (resources.has(collection.kind(), id) && inUse(resources, id)) {
                throw new ApiProblem(ErrorCode.UNPROCESSABLE, "The resource is in use and cannot be deleted.");
            }
            return resources
                    .remove(collection.kind(), id)
                    .map(r -> DataReply.of(200, r))
                    .orElseThrow(ApiProblem::notFound);
        });
    }

    private boolean inUse(Resources resources, String id) {
        return switch (collection.kind()) {
            case APPLICATION -> isNamed(resources, Kind.NUMBER, "/connection_id", id);
            case MESSAGING_PROFILE -> isNamed(resources, Kind.NUMBER, "/messaging_profile_id", id);
            case VOICE_PROFILE -> isNamed(resources, Kind.APPLICATION, VOICE_PROFILE, id);
            case BALANCE, NUMBER, VOICE, MESSAGING, CONNECTION, ORDER, RESERVATION, RELEASED -> false;
        };
    }

    private static boolean isNamed(Resources resources, Kind kind, String field, String id) {
        return resources.all(kind).stream().anyMatch(r -> r.at(field).asText("").equals(id));
    }

    /// An application dials out through a profile that there is.
    private static void checkReferences(Resources resources, ObjectNode body) {
        String profile = body.at(VOICE_PROFILE).asText("");
        if (!profile.isEmpty() && !resources.has(Kind.VOICE_PROFILE, profile)) {
            throw new ApiProblem(
                    ErrorCode.UNPROCESSABLE, "The outbound_voice_profile_id does not exist.", VOICE_PROFILE);
        }
    }
}
