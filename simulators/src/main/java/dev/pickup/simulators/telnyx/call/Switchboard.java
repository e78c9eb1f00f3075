package dev.pickup.simulators.telnyx.call;

import dev.pickup.simulators.caller.CallerStep.Say;
import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.line.Person;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.telnyx.account.CallApplication;
import dev.pickup.simulators.telnyx.account.CarrierAccount;
import dev.pickup.simulators.telnyx.account.CarrierAccount.Routing;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Connects those who dial with those who own the number, and knows every leg by its token. Owned by the exchange's
/// loop,
/// except [#place] and [#find].
public final class Switchboard {
    /// "GET /calls/{id} works until about 10 minutes after the end".
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    /// The carrier's own limit on a leg, 14,400 s.
    private static final Duration LONGEST_CALL = Duration.ofHours(4);
    /// Calls that are over and can still be asked about; each holds its recording.
    private static final int MOST_FINISHED = 30;

    private final Plant plant;
    private final Map<String, CallLeg> legs = new HashMap<>();
    private final Map<String, PlacedCall> calls = new LinkedHashMap<>();

    public Switchboard(Plant plant) {
        this.plant = plant;
    }

    /// Someone dials. Any thread; returns at once.
    ///
    /// @throws IllegalStateException the script says something and there is no voice
    public SimulatedCall place(OutsideCall call) {
        if (Person.speaks(call.script()) && plant.callerVoice().isEmpty()) {
            throw new IllegalStateException("The exchange has no caller voice; use WAV instead of text.");
        }
        PlacedCall placed = new PlacedCall(UUID.randomUUID().toString(), call, plant.loop());
        plant.loop().run(() -> remember(placed));
        Thread.ofVirtual().name("telnyx-caller").start(() -> rehearseAndDial(placed));
        return placed;
    }

    /// A call that was placed. Any thread.
    public Optional<SimulatedCall> find(String id) {
        return plant.loop().ask(() -> Optional.ofNullable(calls.get(id)));
    }

    /// All calls end, as when the power fails.
    public void hangUpAll() {
        Hangup powerFailure = Hangup.byCarrier("unspecified", "unspecified");
        List.copyOf(legs.values()).forEach(leg -> leg.end(powerFailure));
        calls.values().forEach(call -> call.ended(powerFailure));
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

    private void remember(PlacedCall placed) {
        calls.put(placed.id(), placed);
        long finished = calls.values().stream().filter(PlacedCall::isOver).count();
        calls.values().stream()
                .filter(PlacedCall::isOver)
                .limit(Math.max(0, finished - MOST_FINISHED))
                .map(PlacedCall::id)
                .toList()
                .forEach(calls::remove);
    }

    private void rehearseAndDial(PlacedCall placed) {
        try {
            Map<Say, Pcm> lines = Person.rehearse(placed.call().script(), plant.callerVoice());
            plant.loop().run(() -> dial(placed, lines));
        } catch (RuntimeException e) {
            String why = "The caller's voice failed: " + e.getMessage();
            plant.loop().run(() -> placed.unreachable(Hangup.byCaller(false), why));
        }
    }

    private void dial(PlacedCall placed, Map<Say, Pcm> lines) {
        if (placed.isOver()) {
            return;
        }
        String number = placed.call().to();
        Optional<CarrierAccount> owner = plant.accounts().ownerOf(number);
        Optional<Routing> routing = owner.flatMap(o -> o.routing(number));
        if (owner.isEmpty() || routing.isEmpty()) {
            placed.unreachable(Hangup.byCarrier("not_found", "404"), "Nobody owns the number.");
        } else if (routing.get().forwardsTo().isPresent()) {
            placed.unreachable(Hangup.byCarrier("no_answer", "480"), "The number is forwarded; nobody answered there.");
        } else if (routing.get().application().filter(Switchboard::usable).isEmpty()) {
            placed.unreachable(
                    Hangup.byCarrier("call_rejected", "403"),
                    "The number does not point to an active application with a webhook URL and webhook API version 2.");
        } else {
            ring(placed, lines, owner.get(), routing.get().application().get());
        }
    }

    private static boolean usable(CallApplication application) {
        return application.active()
                && !application.webhookUrl().isBlank()
                && application.apiVersion().equals("2");
    }

    private void ring(PlacedCall placed, Map<Say, Pcm> lines, CarrierAccount owner, CallApplication application) {
        if (application
                .channelLimit()
                .filter(limit -> channels(application) >= limit)
                .isPresent()) {
            placed.unreachable(Hangup.byCarrier("user_busy", "486"), "All channels of the application are in use.");
            return;
        }
        OutsideCall call = placed.call();
        CallLeg.Line line = new CallLeg.Line(
                owner, call.from(), call.to(), true, application, call.faults(), placed.tally(), placed::note);
        CallLeg leg = new CallLeg(plant, LegIds.first(), line, placed);
        add(leg);
        placed.rings(leg, lines);
        leg.ring();
        application
                .firstCommandTimeout()
                .ifPresent(limit -> plant.loop().after(limit, () -> {
                    if (leg.commands().none()) {
                        placed.note("No command came within the application's first_command_timeout.");
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
