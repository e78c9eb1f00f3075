package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.DataReply;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.RestRequest;
import dev.pickup.simulators.telnyx.rest.Routes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The account's own data, and what its numbers can point to.
public final class AccountRoutes {
    private static final String BY_NAME = "filter[connection_name][contains]";

    private static final String RECORD_TYPE = "filter[record_type]";
    private static final int LARGEST_REPORT_PAGE = 50;

    private final Accounts accounts;

    public AccountRoutes(Accounts accounts) {
        this.accounts = accounts;
    }

    public Routes routes() {
        return new Routes()
                .add("GET", "/whoami", this::whoami)
                .add("GET", "/balance", this::balance)
                .add("GET", "/public_key", this::publicKey)
                .add("GET", "/connections", this::connections)
                .add("GET", "/connections/{id}", this::connection)
                .add("GET", "/texml_applications/{id}", this::texml)
                .add("GET", "/recordings", this::recordings)
                .add("GET", "/detail_records", this::detailRecords)
                .add("GET", "/messaging_profiles/{id}/phone_numbers", this::numbersOfProfile)
                .addAll(new CollectionRoutes(accounts, Collection.APPLICATIONS).routes())
                .addAll(new CollectionRoutes(accounts, Collection.MESSAGING_PROFILES).routes())
                .addAll(new CollectionRoutes(accounts, Collection.VOICE_PROFILES).routes())
                .addAll(new NumberRoutes(accounts).routes());
    }

    private HttpReply whoami(RestRequest request) {
        CarrierAccount account = accounts.authenticate(request);
        return DataReply.of(200, object().put("organization_id", account.organizationId()));
    }

    private HttpReply balance(RestRequest request) {
        return DataReply.of(200, accounts.authenticate(request).wallet().show());
    }

    private HttpReply publicKey(RestRequest request) {
        CarrierAccount account = accounts.authenticate(request);
        return DataReply.of(200, object().put("public", account.signer().publicKey()));
    }

    private HttpReply connections(RestRequest request) {
        String name = request.query().find(BY_NAME).orElse("");
        return Pages.of(
                request,
                Set.of(BY_NAME),
                all(request)
                        .filter(c -> ConnectionResource.name(c).contains(name))
                        .map(ConnectionResource::summary)
                        .toList());
    }

    private HttpReply connection(RestRequest request) {
        return find(request)
                .map(c -> DataReply.of(200, ConnectionResource.summary(c)))
                .findFirst()
                .orElseThrow(ApiProblem::notFound);
    }

    private HttpReply texml(RestRequest request) {
        return find(request)
                .filter(c -> c.path("record_type").asText().equals("texml_application"))
                .map(c -> DataReply.of(200, c))
                .findFirst()
                .orElseThrow(ApiProblem::notFound);
    }

    /// Nothing is ever recorded here.
    private HttpReply recordings(RestRequest request) {
        return Pages.of(request, Set.of(), List.of());
    }

    /// Nothing is ever billed by the call here.
    private HttpReply detailRecords(RestRequest request) {
        if (request.query().find(RECORD_TYPE).isEmpty()) {
            throw new ApiProblem(
                    ErrorCode.MISSING_PARAMETER, "The 'filter[record_type]' parameter is required.", RECORD_TYPE);
        }
        request.query().integer("page[size]", 1, 1, LARGEST_REPORT_PAGE);
        return Pages.of(request, Set.of(RECORD_TYPE, "filter[date_range]"), List.of());
    }

    private HttpReply numbersOfProfile(RestRequest request) {
        Resources resources = accounts.authenticate(request).resources();
        String id = request.segment("id");
        if (!resources.has(Kind.MESSAGING_PROFILE, id)) {
            throw ApiProblem.notFound();
        }
        return Pages.of(
                request,
                Set.of(),
                resources.all(Kind.MESSAGING).stream()
                        .filter(m -> m.path("messaging_profile_id").asText("").equals(id))
                        .toList());
    }

    private Stream<ObjectNode> find(RestRequest request) {
        return all(request).filter(c -> c.path("id").asText().equals(request.segment("id")));
    }

    private Stream<ObjectNode> all(RestRequest request) {
        Resources resources = accounts.authenticate(request).resources();
        return Stream.concat(resources.all(Kind.APPLICATION).stream(), resources.all(Kind.CONNECTION).stream());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
