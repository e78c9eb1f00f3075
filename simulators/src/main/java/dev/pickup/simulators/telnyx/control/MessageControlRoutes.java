package dev.pickup.simulators.telnyx.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.telnyx.account.Accounts;
import dev.pickup.simulators.telnyx.message.MessageDesk;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.RestRequest;
import dev.pickup.simulators.telnyx.rest.Routes;
import dev.pickup.simulators.telnyx.rest.Shape;

/// `POST /simulator/messages` `{"from","to","text"}`: somebody out there texts a customer's number;
/// `GET /simulator/accounts/{id}/messages`: what a customer has sent.
public final class MessageControlRoutes {
    private static final Shape TEXT = Shape.of(
            Shape.text("from", 64).required(),
            Shape.text("to", 64).required(),
            Shape.text("text").required());

    private final Accounts accounts;
    private final MessageDesk desk;

    public MessageControlRoutes(Accounts accounts, MessageDesk desk) {
        this.accounts = accounts;
        this.desk = desk;
    }

    public Routes routes() {
        return new Routes().add("POST", "/messages", this::receive).add("GET", "/accounts/{id}/messages", this::sent);
    }

    private HttpReply receive(RestRequest request) {
        try {
            ObjectNode body = TEXT.check(request.json());
            boolean read = desk.receive(
                    body.path("from").asText(),
                    body.path("to").asText(),
                    body.path("text").asText());
            return read
                    ? HttpReply.json(202, JsonNodeFactory.instance.objectNode())
                    : ControlRoutes.refusal(404, "Nobody has that number with a messaging profile.");
        } catch (ApiProblem e) {
            return ControlRoutes.refusal(400, e.getMessage());
        }
    }

    private HttpReply sent(RestRequest request) {
        return accounts.findOrganization(request.segment("id"))
                .map(account -> {
                    ObjectNode body = JsonNodeFactory.instance.objectNode();
                    body.putArray("messages").addAll(desk.sent(account));
                    return HttpReply.json(200, body);
                })
                .orElseGet(() -> ControlRoutes.refusal(404, "There is no such account."));
    }
}
