package dev.pickup.simulators.twilio.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.caller.CallReport.Party;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.twilio.account.Kind;
import dev.pickup.simulators.twilio.account.RestApi;
import dev.pickup.simulators.twilio.account.RestCall;
import dev.pickup.simulators.twilio.rest.Form;
import dev.pickup.simulators.twilio.rest.Parameters;
import dev.pickup.simulators.twilio.rest.TwilioProblem;
import java.util.List;
import java.util.Set;

/// The REST resource of calls: list, read, redirect, hang up. Dialling out is refused.
public final class CallRoutes {
    private static final String LIST = "/2010-04-01/Accounts/{account}/Calls.json";
    private static final String ONE = "/2010-04-01/Accounts/{account}/Calls/{sid}.json";
    private static final int LONGEST_TWIML = 4000;
    private static final Parameters CHANGES = new Parameters()
            .choice("Status", "completed", "canceled")
            .url("Url", "FallbackUrl", "StatusCallback")
            .method("Method", "FallbackMethod", "StatusCallbackMethod")
            .other("Twiml", "TimeLimit");

    private final Switchboard switchboard;

    public CallRoutes(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    public void addTo(RestApi api) {
        api.add("api", "GET", LIST, "twilio/voice/calls/list", CallRoutes::list)
                .add("api", "POST", LIST, "twilio/voice/calls/create", CallRoutes::dial)
                .add("api", "GET", ONE, "twilio/voice/calls/read", call -> call.show(Kind.CALL))
                .add("api", "POST", ONE, "twilio/voice/calls/update", this::change);
    }

    private static HttpReply list(RestCall call) {
        Form query = call.request().query();
        List<ObjectNode> calls = call.account().all(Kind.CALL).stream()
                .filter(c -> equal(query, "Status", c.path("status").asText()))
                .filter(c -> equal(query, "To", c.path("to").asText()))
                .filter(c -> equal(query, "From", c.path("from").asText()))
                .toList();
        return call.page(Set.of("Status", "To", "From", "ParentCallSid"), Kind.CALL, calls);
    }

    private static boolean equal(Form query, String name, String value) {
        return query.value(name).filter(wanted -> !wanted.equals(value)).isEmpty();
    }

    private static HttpReply dial(RestCall call) {
        Form form = call.request().form();
        if (form.value("To").orElse("").isEmpty()) {
            throw new TwilioProblem(400, 21201, "No 'To' number is specified");
        }
        if (form.value("From").orElse("").isEmpty()) {
            throw new TwilioProblem(400, 21213, "'From' phone number is required");
        }
        if (form.value("Url").isEmpty()
                && form.value("Twiml").isEmpty()
                && form.value("ApplicationSid").isEmpty()) {
            throw new TwilioProblem(400, 21205, "Url parameter is required.");
        }
        throw new TwilioProblem(
                400, 21215, "Account not authorized to call " + form.value("To").orElse(""));
    }

    private HttpReply change(RestCall call) {
        call.resource(Kind.CALL);
        Form form = CHANGES.check(call.request().form());
        String twiml = form.value("Twiml").orElse("");
        if (twiml.length() > LONGEST_TWIML) {
            throw new TwilioProblem(400, 32018, "Twiml exceeds 4000 characters");
        }
        switchboard.plant().loop().ask(() -> {
            VoiceCall live = switchboard
                    .live(call.segment("sid"), call.account())
                    .orElseThrow(() -> new TwilioProblem(400, 21220, "Call is not in-progress. Cannot redirect."));
            carryOut(live, form, twiml);
            return true;
        });
        return call.show(Kind.CALL);
    }

    private static void carryOut(VoiceCall live, Form form, String twiml) {
        String status = form.value("Status").orElse("");
        String url = form.value("Url").orElse("");
        if (!status.isEmpty()) {
            live.end(Party.AGENT, status);
        } else if (!twiml.isEmpty()) {
            try {
                live.redirect(twiml);
            } catch (TwimlReader.BadTwimlException e) {
                throw new TwilioProblem(400, e.code(), String.valueOf(e.getMessage()));
            }
        } else if (!url.isEmpty()) {
            live.redirectTo(url, form.value("Method").orElse("POST"));
        }
    }
}
