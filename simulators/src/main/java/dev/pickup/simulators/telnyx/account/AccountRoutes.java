package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.telnyx.account.CarrierAccount.Kind;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.RestReply;
import dev.pickup.simulators.telnyx.rest.RestRequest;
import dev.pickup.simulators.telnyx.rest.Routes;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/// The account's own data, and its call control applications.
public final class AccountRoutes {
    private final Accounts accounts;
    private final String publicKey;

    /// @param publicKey base64 of 32 raw bytes
    public AccountRoutes(Accounts accounts, String publicKey) {
        this.accounts = accounts;
        this.publicKey = publicKey;
    }

    public Routes routes() {
        return new Routes()
                .add("GET", "/whoami", this::whoami)
                .add(
                        "GET",
                        "/balance",
                        r -> RestReply.data(200, accounts.authenticate(r).balance()))
                .add("GET", "/public_key", this::publicKey)
                .add("GET", "/call_control_applications", this::list)
                .add("POST", "/call_control_applications", this::create)
                .add("GET", "/call_control_applications/{id}", this::get)
                .add("PATCH", "/call_control_applications/{id}", this::change)
                .add("GET", "/connections", this::list)
                .add("GET", "/connections/{id}", this::get);
    }

    private RestReply whoami(RestRequest request) {
        CarrierAccount account = accounts.authenticate(request);
        return RestReply.data(200, object().put("organization_id", account.organizationId()));
    }

    private RestReply publicKey(RestRequest request) {
        accounts.authenticate(request);
        return RestReply.data(200, object().put("public", publicKey));
    }

    private RestReply list(RestRequest request) {
        CarrierAccount account = accounts.authenticate(request);
        String name = request.query().getOrDefault("filter[application_name][contains]", "");
        return Pages.of(
                request,
                Set.of("filter[application_name][contains]"),
                account.all(Kind.APPLICATION).stream()
                        .filter(a -> a.path("application_name").asText().contains(name))
                        .toList());
    }

    private RestReply get(RestRequest request) {
        CarrierAccount account = accounts.authenticate(request);
        return account.find(Kind.APPLICATION, request.segment("id"))
                .map(a -> RestReply.data(200, a))
                .orElseThrow(AccountRoutes::notFound);
    }

    private RestReply create(RestRequest request) {
        CarrierAccount account = accounts.authenticate(request);
        ObjectNode body = ApplicationResource.WRITABLE.check(request.json());
        String id = Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000_000_000_000L, Long.MAX_VALUE));
        ObjectNode application = ApplicationResource.created(id, body);
        account.add(Kind.APPLICATION, application);
        return RestReply.data(201, application);
    }

    /// Name and URL are required here too: the API wants both back.
    private RestReply change(RestRequest request) {
        CarrierAccount account = accounts.authenticate(request);
        UnaryOperator<ObjectNode> change =
                a -> ApplicationResource.changed(a, ApplicationResource.WRITABLE.check(request.json()));
        return account.change(Kind.APPLICATION, request.segment("id"), change)
                .map(a -> RestReply.data(200, a))
                .orElseThrow(AccountRoutes::notFound);
    }

    private static ApiProblem notFound() {
        return new ApiProblem(ErrorCode.NOT_FOUND, "The requested resource or URL could not be found.");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
