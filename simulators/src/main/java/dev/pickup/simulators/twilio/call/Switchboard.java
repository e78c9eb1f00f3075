package dev.pickup.simulators.twilio.call;

import dev.pickup.simulators.caller.CallReport.Party;
import dev.pickup.simulators.caller.CallerStep.Say;
import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.line.PlacedCalls;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.twilio.account.TwilioAccount;
import dev.pickup.simulators.twilio.account.VoiceRoute;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Connects those who dial with the web server that the number leads to. Owned by the exchange's loop, except [#place]
/// and [#find].
public final class Switchboard {
    private final Plant plant;
    private final PlacedCalls placed;
    private final Map<String, VoiceCall> calls = new HashMap<>();

    public Switchboard(Plant plant) {
        this.plant = plant;
        placed = new PlacedCalls(plant.loop(), plant.callerVoice());
    }

    /// Someone dials. Any thread; returns at once.
    ///
    /// @throws IllegalStateException the script says something and there is no voice
    public SimulatedCall place(OutsideCall call) {
        CallerSide caller = new CallerSide(call, plant.loop());
        placed.place(caller.placed(), call.script(), lines -> dial(caller, lines));
        return caller.placed();
    }

    /// A call that was placed. Any thread.
    public Optional<SimulatedCall> find(String id) {
        return placed.find(id);
    }

    /// All calls end, as when the power fails.
    public void hangUpAll() {
        calls.values().forEach(call -> call.end(Party.CARRIER, "failed"));
        placed.all().forEach(caller -> caller.ended(Party.CARRIER, "failed"));
    }

    /// The call with this SID, while it is live. On the loop.
    Optional<VoiceCall> live(String sid, TwilioAccount account) {
        return Optional.ofNullable(calls.get(sid)).filter(call -> call.account() == account && !call.isOver());
    }

    Plant plant() {
        return plant;
    }

    private void dial(CallerSide caller, Map<Say, Pcm> lines) {
        String number = caller.call().to();
        Optional<TwilioAccount> owner = plant.accounts().ownerOf(number);
        if (owner.isEmpty()) {
            nowhere(caller, "Nobody owns the number.");
        } else if (!owner.get().status().equals("active")) {
            nowhere(caller, "The account is " + owner.get().status() + ": 10003, incoming call rejected.");
        } else if (!owner.get().voiceRegion(number).orElse("us1").equals("us1")) {
            nowhere(caller, "Calls to the number are handled in another region.");
        } else {
            connect(
                    caller,
                    lines,
                    owner.get(),
                    owner.get().voiceRoute(owner.get().number(number).orElseThrow()));
        }
    }

    private void connect(CallerSide caller, Map<Say, Pcm> lines, TwilioAccount owner, VoiceRoute route) {
        switch (route) {
            case VoiceRoute.Trunk _ -> nowhere(caller, "The number leads to a SIP trunk; nobody answered there.");
            case VoiceRoute.Nowhere _ -> nowhere(caller, "The number has no voice URL.");
            case VoiceRoute.Urls urls -> {
                VoiceCall call = new VoiceCall(plant, owner, urls, caller);
                calls.values().removeIf(VoiceCall::isOver);
                calls.put(call.sid(), call);
                caller.rings(call, lines);
                call.ring();
            }
        }
    }

    private static void nowhere(CallerSide caller, String why) {
        caller.note(why);
        caller.ended(Party.CARRIER, "failed");
    }
}
