package dev.pickup.simulators.twilio.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.caller.NotAWavException;
import dev.pickup.simulators.caller.ReportJson;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.twilio.account.TwilioAccount;
import dev.pickup.simulators.twilio.account.TwilioAccounts;
import dev.pickup.simulators.twilio.call.Switchboard;
import dev.pickup.simulators.twilio.fault.RestFaults;
import dev.pickup.simulators.twilio.rest.TwilioEntrance;
import dev.pickup.simulators.twilio.rest.TwilioRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `/simulator`: place a call, watch it, fetch its recording, hang up; open an account, look at it whole, suspend it,
/// let requests fail. A refusal is `{"error": "one sentence"}`.
///
/// - `POST /simulator/calls`, `GET` and `DELETE /simulator/calls/{id}`, `GET /simulator/calls/{id}/recording.wav`: as
/// at
///   the simulated Telnyx; `faults` are those of `CallRequestJson`
/// - `GET /simulator/numbers/{e164}`: 200 when somebody has the number, else 404
/// - `POST /simulator/accounts`: a new account, with the fields of `TwilioAccountSeed`
/// - `GET /simulator/accounts/{sid}`: all of it, the same bytes as long as nothing has changed
/// - `POST /simulator/accounts/{sid}/status`: `{"status": "suspended"}`
/// - `POST /simulator/faults`, `DELETE /simulator/faults`: see [RestFaults#add(JsonNode)]
public final class ControlRoutes implements TwilioEntrance.Handler {
    private static final JsonMapper JSON = new JsonMapper();

    private final TwilioAccounts accounts;
    private final RestFaults faults;
    private final Switchboard switchboard;

    public ControlRoutes(TwilioAccounts accounts, RestFaults faults, Switchboard switchboard) {
        this.accounts = accounts;
        this.faults = faults;
        this.switchboard = switchboard;
    }

    @Override
    public HttpReply answer(TwilioRequest request) {
        try {
            return route(request, request.path().split("/"));
        } catch (IllegalArgumentException | IllegalStateException | NotAWavException | JsonProcessingException e) {
            return refusal(400, e.getMessage());
        }
    }

    private HttpReply route(TwilioRequest request, String[] path) throws JsonProcessingException {
        String resource = request.method() + " " + (path.length > 2 ? path[2] : "") + "/" + path.length;
        return switch (resource) {
            case "POST calls/3" -> place(request);
            case "GET calls/4" -> with(path[3], call -> HttpReply.json(200, ReportJson.write(call.report())));
            case "GET calls/5" -> path[4].equals("recording.wav") ? with(path[3], ControlRoutes::recording) : nothing();
            case "DELETE calls/4" -> with(path[3], ControlRoutes::hangUp);
            case "GET numbers/4" -> number(path[3]);
            case "POST accounts/3" -> open(request);
            case "GET accounts/4" -> snapshot(path[3]);
            case "POST accounts/5" -> setStatus(path[3], json(request));
            case "POST faults/3" -> addFault(request);
            case "DELETE faults/3" -> {
                faults.clear();
                yield HttpReply.nothing();
            }
            default -> nothing();
        };
    }

    private HttpReply place(TwilioRequest request) throws JsonProcessingException {
        SimulatedCall placed = switchboard.place(CallRequestJson.read(json(request)));
        return HttpReply.json(202, object().put("id", placed.id()));
    }

    private HttpReply with(String id, Function<SimulatedCall, HttpReply> answer) {
        return switchboard
                .find(id)
                .map(answer)
                .orElseGet(() -> refusal(404, "There is no such call, or it ended long ago."));
    }

    private static HttpReply recording(SimulatedCall call) {
        return HttpReply.bytes(200, "audio/wav", call.recording().toWav());
    }

    private static HttpReply hangUp(SimulatedCall call) {
        call.hangUp();
        return HttpReply.json(202, object().put("id", call.id()));
    }

    private HttpReply number(String encoded) {
        String number = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        return accounts.ownerOf(number)
                .map(_ -> HttpReply.json(200, object().put("phoneNumber", number)))
                .orElseGet(() -> refusal(404, "Nobody has that number."));
    }

    private HttpReply open(TwilioRequest request) throws JsonProcessingException {
        accounts.open(SeedJson.read(json(request)));
        return HttpReply.json(201, object());
    }

    private HttpReply snapshot(String sid) {
        return accounts.find(sid)
                .map(a -> HttpReply.bytes(200, "application/json", a.snapshot().getBytes(StandardCharsets.UTF_8)))
                .orElseGet(ControlRoutes::noAccount);
    }

    private HttpReply setStatus(String sid, JsonNode json) {
        Optional<TwilioAccount> account = accounts.find(sid);
        account.ifPresent(a -> a.setStatus(json.path("status").asText()));
        return account.map(_ -> HttpReply.json(200, object())).orElseGet(ControlRoutes::noAccount);
    }

    private HttpReply addFault(TwilioRequest request) throws JsonProcessingException {
        faults.add(json(request));
        return HttpReply.json(201, object());
    }

    private static JsonNode json(TwilioRequest request) throws JsonProcessingException {
        try {
            return JSON.readTree(request.bytes());
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpReply nothing() {
        return refusal(404, "There is no such thing at the controls.");
    }

    private static HttpReply noAccount() {
        return refusal(404, "There is no such account.");
    }

    private static HttpReply refusal(int status, @Nullable String sentence) {
        return HttpReply.json(status, object().put("error", sentence));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
