package dev.pickup.simulators.telnyx.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.telnyx.account.Accounts;
import dev.pickup.simulators.telnyx.account.CarrierAccount;
import dev.pickup.simulators.telnyx.account.Standing;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.RestRequest;
import dev.pickup.simulators.telnyx.rest.Routes;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/// `/simulator/accounts`: what each account has, byte for byte the same while nothing has changed; and what shall go
/// wrong with it.
///
/// `PUT …/faults` takes a fault script, which takes the place of the one before:
/// `{"numberTaken":{"times":1},"requestAnswerLost":{"request":"POST /number_orders","times":1,"holdMs":0}}`.
/// `PUT …/standing` takes `{"standing":"INACTIVE"}`.
public final class AccountControlRoutes {
    private final Accounts accounts;

    public AccountControlRoutes(Accounts accounts) {
        this.accounts = accounts;
    }

    public Routes routes() {
        return new Routes()
                .add("GET", "/accounts", _ -> list())
                .add("GET", "/accounts/{id}", r -> with(r, AccountControlRoutes::state))
                .add("PUT", "/accounts/{id}/faults", r -> with(r, a -> provoke(a, r)))
                .add("PUT", "/accounts/{id}/standing", r -> with(r, a -> stand(a, r)));
    }

    private HttpReply list() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode all = body.putArray("accounts");
        accounts.all()
                .forEach(a -> all.addObject()
                        .put("organizationId", a.organizationId())
                        .put("standing", a.standing().name()));
        return HttpReply.json(200, body);
    }

    private static HttpReply state(CarrierAccount account) {
        return HttpReply.bytes(200, "application/json", account.state().getBytes(StandardCharsets.UTF_8));
    }

    private static HttpReply provoke(CarrierAccount account, RestRequest request) {
        account.faults().begin(FaultScript.fromJson(request.json()));
        return done(account);
    }

    private static HttpReply stand(CarrierAccount account, RestRequest request) {
        account.stand(Standing.valueOf(request.json().path("standing").asText()));
        return done(account);
    }

    private HttpReply with(RestRequest request, Function<CarrierAccount, HttpReply> answer) {
        try {
            return accounts.findOrganization(request.segment("id"))
                    .map(answer)
                    .orElseGet(() -> ControlRoutes.refusal(404, "There is no such account."));
        } catch (IllegalArgumentException | ApiProblem e) {
            return ControlRoutes.refusal(400, e.getMessage());
        }
    }

    private static HttpReply done(CarrierAccount account) {
        return HttpReply.json(
                200, JsonNodeFactory.instance.objectNode().put("organizationId", account.organizationId()));
    }
}
