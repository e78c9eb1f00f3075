package dev.pickup.simulators.telnyx.call;

import dev.pickup.simulators.caller.CallerStep.Say;
import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.line.PlacedCalls;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.telnyx.account.CallApplication;
import dev.pickup.simulators.telnyx.account.CarrierAccount;
import dev.pickup.simulators.telnyx.account.CarrierAccount.Routing;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Connects those who dial with those who own the number, and knows every leg by its token. Owned by the exchange's
/// loop, except [#place] and [#find].
public final class Switchboard {
    /// "GET /calls/{id} works until about 10 minutes after the end".
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    /// The carrier's own limit on a leg, 14,400 s.
    private static final Duration LONGEST_CALL = Duration.ofHours(4);

    private final Plant plant;
    private final Map<String, CallLeg> legs = new HashMap<>();
    private final PlacedCalls calls;

    public Switchboard(Plant plant) {
        this.plant = plant;
        calls = new PlacedCalls(plant.loop(), plant.callerVoice());
    }

    /// Someone dials. Any thread; returns at once.
    ///
    /// @throws IllegalStateException the script says something and there is no voice
    public SimulatedCall place(OutsideCall call) {
        CallerSide caller = new CallerSide(call, plant.loop());
        calls.place(caller.placed(), call.script(), lines -> dial(caller, lines));
        return caller.placed();
    }

    /// A call that was placed. Any thread.
    public Optional<SimulatedCall> find(String id) {
        return calls.find(id);
    }

    /// All calls end, as when the power fails.
    public void hangUpAll() {
        Hangup powerFailure = Hangup.byCarrier("unspecified", "unspecified");
        List.copyOf(legs.values()).forEach(leg -> leg.end(powerFailure));
        calls.all().forEach(call -> call.ended(powerFailure.by(), powerFailure.cause()));
    }

    /// The leg that a command is for.
    ///
    /// @throws ApiProblem 422 `90015`: no such leg in this account
    CallLeg leg(String callControlId, CarrierAccount account) {
        CallLeg leg = legs.get(callControlId);
        if (leg == null || leg.line().owner() != account) {
            throw new ApiProblem(ErrorCode.UNKNOWN_CALL, "The call control id is not valid.");
        }
        return leg;
    }

    /// Makes a leg known under its token.
    void add(CallLeg leg) {
        String token = leg.ids().callControlId();
        legs.put(token, leg);
        leg.atEnd(_ -> plant.loop().after(REMEMBERED, () -> legs.remove(token)));
        plant.loop().after(LONGEST_CALL, () -> leg.end(Hangup.byCarrier("time_limit", "unspecified")));
    }

    private void dial(CallerSide caller, Map<Say, Pcm> lines) {
        String number = caller.call().to();
        Optional<CarrierAccount> owner = plant.accounts().ownerOf(number);
        Optional<Routing> routing = owner.flatMap(o -> o.routing(number));
        if (owner.isEmpty() || routing.isEmpty()) {
            caller.unreachable(Hangup.byCarrier("not_found", "404"), "Nobody owns the number.");
        } else if (routing.get().forwardsTo().isPresent()) {
            caller.unreachable(Hangup.byCarrier("no_answer", "480"), "The number is forwarded; nobody answered there.");
        } else if (routing.get().application().filter(Switchboard::usable).isEmpty()) {
            caller.unreachable(
                    Hangup.byCarrier("call_rejected", "403"),
                    "The number does not point to an active application with a webhook URL and webhook API version 2.");
        } else {
            ring(caller, lines, owner.get(), routing.get().application().get());
        }
    }

    private static boolean usable(CallApplication application) {
        return application.active()
                && !application.webhookUrl().isBlank()
                && application.apiVersion().equals("2");
    }

    private void ring(CallerSide caller, Map<Say, Pcm> lines, CarrierAccount owner, CallApplication application) {
        if (application
                .channelLimit()
                .filter(limit -> channels(application) >= limit)
                .isPresent()) {
            caller.unreachable(Hangup.byCarrier("user_busy", "486"), "All channels of the application are in use.");
            return;
        }
        OutsideCall call = caller.call();
        CallLeg.Line line = new CallLeg.Line(
                owner,
                call.from(),
                call.to(),
                true,
                application,
                call.faults(),
                caller.placed().tally(),
                caller.placed()::note);
        CallLeg leg = new CallLeg(plant, LegIds.first(), line, caller);
        add(leg);
        caller.rings(leg, lines);
        leg.ring();
        application
                .firstCommandTimeout()
                .ifPresent(limit -> plant.loop().after(limit, () -> {
                    if (leg.commands().none()) {
                        caller.placed().note("No command came within the application's first_command_timeout.");
                        leg.end(Hangup.byCarrier("timeout", "unspecified"));
                    }
                }));
    }

    private long channels(CallApplication application) {
        return legs.values().stream()
                .filter(leg -> !leg.ended() && leg.connectionId().equals(application.id()))
                .count();
    }
}
