package dev.pickup.simulators.telnyx.call;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.telnyx.account.CarrierAccount;
import dev.pickup.simulators.telnyx.call.CallCommands.Effect;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.DataReply;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.RestRequest;
import dev.pickup.simulators.telnyx.rest.Routes;
import dev.pickup.simulators.telnyx.rest.Shape;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/calls`: each command is checked, accepted, and has its effect a moment later; only a webhook tells that it had
/// one.
public final class CallRoutes {
    /// Between the acceptance of a command and its effect, as on a real line.
    private static final Duration LATENCY = Duration.ofMillis(20);

    private final Plant plant;
    private final Switchboard switchboard;
    private final CallCommands commands;

    public CallRoutes(Plant plant, Switchboard switchboard) {
        this.plant = plant;
        this.switchboard = switchboard;
        commands = new CallCommands(plant, switchboard);
    }

    public Routes routes() {
        return new Routes()
                .add("POST", "/calls", this::dial)
                .add("GET", "/calls/{id}", this::get)
                .add("PUT", "/calls/{id}/actions/client_state_update", this::updateClientState)
                .add("POST", "/calls/{id}/actions/answer", r -> command(r, "answer", CommandShapes.ANSWER))
                .add("POST", "/calls/{id}/actions/reject", r -> command(r, "reject", CommandShapes.REJECT))
                .add("POST", "/calls/{id}/actions/hangup", r -> command(r, "hangup", CommandShapes.HANGUP))
                .add(
                        "POST",
                        "/calls/{id}/actions/streaming_start",
                        r -> command(r, "streaming_start", CommandShapes.STREAMING_START))
                .add(
                        "POST",
                        "/calls/{id}/actions/streaming_stop",
                        r -> command(r, "streaming_stop", CommandShapes.STREAMING_STOP))
                .add("POST", "/calls/{id}/actions/speak", r -> command(r, "speak", CommandShapes.SPEAK))
                .add("POST", "/calls/{id}/actions/transfer", r -> command(r, "transfer", CommandShapes.TRANSFER))
                .add("POST", "/calls/{id}/actions/send_dtmf", r -> command(r, "send_dtmf", CommandShapes.SEND_DTMF));
    }

    /// What is wrong is refused as the carrier does; what is right is refused too, because this exchange places no
    /// calls.
    private HttpReply dial(RestRequest request) {
        CarrierAccount account = plant.accounts().authenticate(request);
        ObjectNode body = CommandShapes.DIAL.check(request.json());
        if (account.application(body.path("connection_id").asText()).isEmpty()) {
            throw new ApiProblem(
                    ErrorCode.BAD_REQUEST,
                    "The connection_id is not usable. Only Call Control Apps with valid webhook URL are accepted.",
                    "/connection_id");
        }
        throw new ApiProblem(ErrorCode.UNPROCESSABLE, "This exchange does not place calls.");
    }

    private HttpReply get(RestRequest request) {
        CarrierAccount account = plant.accounts().authenticate(request);
        return plant.loop().ask(() -> {
            CallLeg leg = switchboard.leg(request.segment("id"), account);
            return DataReply.of(200, LegJson.write(leg, plant.loop().nowNanos()));
        });
    }

    private HttpReply updateClientState(RestRequest request) {
        CarrierAccount account = plant.accounts().authenticate(request);
        ObjectNode body = CommandShapes.CLIENT_STATE_UPDATE.check(request.json());
        return plant.loop().ask(() -> {
            CallLeg leg = alive(switchboard.leg(request.segment("id"), account));
            CallCommands.keepClientState(leg, body);
            return accepted();
        });
    }

    private HttpReply command(RestRequest request, String name, Shape shape) {
        CarrierAccount account = plant.accounts().authenticate(request);
        ObjectNode body = shape.check(request.json());
        return plant.loop().ask(() -> {
            CallLeg leg = switchboard.leg(request.segment("id"), account);
            Optional<Fault.OfCommand> fault = leg.commands().fault(name);
            fault.ifPresent(this::refuse);
            accept(leg, name, body);
            return fault.isPresent() && fault.get() instanceof Fault.CommandAnswerLost lost
                    ? accepted().lostAfter(plant.loop().onTheWall(Duration.ofMillis(lost.holdMs())))
                    : accepted();
        });
    }

    /// A repeat of a command that was accepted is accepted again and does nothing.
    private void accept(CallLeg leg, String name, ObjectNode body) {
        Optional<String> commandId = Optional.ofNullable(body.path("command_id").textValue());
        if (leg.commands().repeats(commandId, plant.loop().nowNanos())) {
            return;
        }
        try {
            Effect effect = effect(name, alive(leg), body);
            leg.commands().accepted();
            CallCommands.keepClientState(leg, body);
            plant.loop().after(LATENCY, effect);
        } catch (ApiProblem refused) {
            leg.commands().forget(commandId);
            throw refused;
        }
    }

    private Effect effect(String name, CallLeg leg, ObjectNode body) {
        return switch (name) {
            case "answer" -> commands.answer(leg, body);
            case "reject" -> commands.reject(leg, body);
            case "hangup" -> commands.hangup(leg);
            case "streaming_start" -> commands.startStream(leg, body);
            case "streaming_stop" -> commands.stopStream(leg);
            case "speak" -> commands.speak(leg, body);
            case "transfer" -> commands.transfer(leg, body);
            case "send_dtmf" -> commands.sendDtmf(leg, body);
            default -> throw new IllegalArgumentException("There is no command " + name);
        };
    }

    private void refuse(Fault.OfCommand fault) {
        switch (fault) {
            case Fault.CommandAnswerLost _ -> {}
            case Fault.CommandFails _ ->
                throw new ApiProblem(ErrorCode.UNEXPECTED, "An unexpected error occurred. Please try again.");
            case Fault.CommandRateLimited limited ->
                throw new ApiProblem(
                        List.of(new ApiProblem.Entry(
                                ErrorCode.TOO_MANY_REQUESTS, "You have exceeded the rate limit.", "")),
                        Map.of(
                                "x-ratelimit-limit", "10",
                                "x-ratelimit-remaining", "0",
                                "x-ratelimit-reset", Integer.toString(limited.resetSeconds())));
        }
    }

    private static CallLeg alive(CallLeg leg) {
        if (leg.ended()) {
            throw new ApiProblem(ErrorCode.CALL_ENDED, "The call has already ended.");
        }
        return leg;
    }

    private static HttpReply accepted() {
        return DataReply.of(200, JsonNodeFactory.instance.objectNode().put("result", "ok"));
    }
}
