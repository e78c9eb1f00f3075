package dev.pickup.simulators.telnyx.message;

import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.telnyx.account.Accounts;
import dev.pickup.simulators.telnyx.account.CarrierAccount;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.DataReply;
import dev.pickup.simulators.telnyx.rest.RestRequest;
import dev.pickup.simulators.telnyx.rest.Routes;

/// `POST /messages` and `GET /messages/{id}`.
public final class MessageRoutes {
    private final Accounts accounts;
    private final MessageDesk desk;

    public MessageRoutes(Accounts accounts, MessageDesk desk) {
        this.accounts = accounts;
        this.desk = desk;
    }

    public Routes routes() {
        return new Routes().add("POST", "/messages", this::send).add("GET", "/messages/{id}", this::get);
    }

    private HttpReply send(RestRequest request) {
        CarrierAccount account = accounts.authenticate(request);
        return DataReply.of(200, desk.send(account, MessageResource.SENDABLE.check(request.json())));
    }

    private HttpReply get(RestRequest request) {
        return desk.sent(accounts.authenticate(request)).stream()
                .filter(m -> m.path("id").asText().equals(request.segment("id")))
                .findFirst()
                .map(m -> DataReply.of(200, m))
                .orElseThrow(ApiProblem::notFound);
    }
}
