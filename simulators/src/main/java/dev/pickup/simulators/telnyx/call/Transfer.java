package dev.pickup.simulators.telnyx.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.CallerStep.Say;
import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.line.Person;
import java.time.Duration;
import java.util.Map;

/// The `transfer` command: a new leg to somebody else, who is connected with the caller when they answer. Until then,
/// and when nobody answers, the caller's leg stays as it is.
final class Transfer {
    private static final Duration NETWORK = Duration.ofMillis(100);
    private static final int USUAL_TIMEOUT_SECS = 30;

    private final Plant plant;
    private final Switchboard switchboard;

    Transfer(Plant plant, Switchboard switchboard) {
        this.plant = plant;
        this.switchboard = switchboard;
    }

    /// @param body checked
    void start(CallLeg caller, JsonNode body) {
        String to = body.path("to").asText();
        OutsideParty.Manner manner = plant.parties().stream()
                .filter(p -> p.number().equals(to))
                .map(OutsideParty::manner)
                .findFirst()
                .orElse(new OutsideParty.Manner.Unallocated());
        Thread.ofVirtual().name("telnyx-callee").start(() -> {
            CallerScript script = manner instanceof OutsideParty.Manner.Answers(var _, var s) ? s : CallerScript.of();
            Map<Say, Pcm> lines = Person.rehearse(script, plant.callerVoice());
            plant.loop().run(() -> dial(caller, body, manner, new Person(script, lines)));
        });
    }

    private void dial(CallLeg caller, JsonNode body, OutsideParty.Manner manner, Person person) {
        if (!caller.answered()) {
            return;
        }
        CalledParty party = new CalledParty(person);
        CallLeg callee = new CallLeg(plant, caller.ids().another(), line(caller, body), party);
        party.joins(callee);
        switchboard.add(callee);
        String state = body.path("target_leg_client_state").asText("");
        if (!state.isEmpty()) {
            callee.setClientState(state);
        }
        callee.setTargets(WebhookFields.targets(body, callee.targets()));
        join(caller, callee, body.path("park_after_unbridge").asText().equals("self"));
        callee.ring();
        int timeout = body.path("timeout_secs").asInt(USUAL_TIMEOUT_SECS);
        later(Duration.ofSeconds(timeout), callee, Hangup.byCarrier("timeout", "487"));
        if (callee.line().application().dialsOut()) {
            react(caller, callee, manner);
        } else {
            later(NETWORK, callee, Hangup.byCarrier("call_rejected", "403"));
        }
    }

    private CallLeg.Line line(CallLeg caller, JsonNode body) {
        CallLeg.Line line = caller.line();
        String from = body.path("from").asText(caller.to());
        return new CallLeg.Line(
                line.owner(),
                from,
                body.path("to").asText(),
                false,
                line.application(),
                line.faults(),
                line.tally(),
                line.note());
    }

    private void react(CallLeg caller, CallLeg callee, OutsideParty.Manner manner) {
        switch (manner) {
            case OutsideParty.Manner.Answers(Duration after, var _) ->
                plant.loop().after(after, () -> connect(caller, callee));
            case OutsideParty.Manner.Busy _ -> later(NETWORK, callee, Hangup.byCallee("user_busy", "486"));
            case OutsideParty.Manner.Rejects(Duration after) ->
                later(after, callee, Hangup.byCallee("call_rejected", "603"));
            case OutsideParty.Manner.NeverAnswers _ -> {}
            case OutsideParty.Manner.Unallocated _ -> later(NETWORK, callee, Hangup.byCarrier("not_found", "404"));
        }
    }

    private static void connect(CallLeg caller, CallLeg callee) {
        if (caller.answered() && !callee.ended()) {
            callee.answer();
            caller.bridge(callee);
        }
    }

    /// Either end takes the other one with it, except a caller who has not been connected yet or is to be parked.
    private static void join(CallLeg caller, CallLeg callee, boolean park) {
        caller.atEnd(_ -> callee.end(
                callee.answered()
                        ? Hangup.byCommand(false)
                        : new Hangup(
                                "originator_cancel",
                                "caller",
                                "487",
                                Hangup.byCommand(false).by())));
        callee.atEnd(hangup -> {
            boolean talked =
                    callee.state() instanceof LegState.Ended(var _, long answered, long at, var _) && at > answered;
            if (talked && !park) {
                caller.end(new Hangup("normal_clearing", "callee", "unspecified", hangup.by()));
            }
        });
    }

    private void later(Duration delay, CallLeg leg, Hangup hangup) {
        plant.loop().after(delay, () -> {
            if (leg.state() instanceof LegState.Ringing) {
                leg.end(hangup);
            }
        });
    }
}
