package dev.pickup.simulators.twilio.call;

import dev.pickup.simulators.caller.CallReport.Party;
import dev.pickup.simulators.caller.CallerStep.Say;
import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.line.Person;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.twilio.account.TwilioAccount;
import dev.pickup.simulators.twilio.account.VoiceRoute;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Connects those who dial with the web server that the number leads to. Owned by the exchange's loop, except [#place]
/// and [#find].
public final class Switchboard {
    private static final int MOST_FINISHED = 30;

    private final Plant plant;
    private final Map<String, CallerSide> callers = new LinkedHashMap<>();
    private final Map<String, VoiceCall> calls = new HashMap<>();

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
        CallerSide caller = new CallerSide(call, plant.loop());
        plant.loop().run(() -> remember(caller));
        Thread.ofVirtual().name("twilio-caller").start(() -> {
            Map<Say, Pcm> lines = Person.rehearse(call.script(), plant.callerVoice());
            plant.loop().run(() -> dial(caller, lines));
        });
        return caller;
    }

    /// A call that was placed. Any thread.
    public Optional<SimulatedCall> find(String id) {
        return plant.loop().ask(() -> Optional.ofNullable(callers.get(id)));
    }

    /// All calls end, as when the power fails.
    public void hangUpAll() {
        calls.values().forEach(call -> call.end(Party.CARRIER, "failed"));
        callers.values().forEach(caller -> caller.ended(Party.CARRIER, "failed"));
    }

    /// The call with this SID, while it is live. On the loop.
    Optional<VoiceCall> live(String sid, TwilioAccount account) {
        return Optional.ofNullable(calls.get(sid)).filter(call -> call.account() == account && !call.isOver());
    }

    Plant plant() {
        return plant;
    }

    private void remember(CallerSide caller) {
        callers.put(caller.id(), caller);
        long finished = callers.values().stream().filter(CallerSide::isOver).count();
        callers.values().stream()
                .filter(CallerSide::isOver)
                .limit(Math.max(0, finished - MOST_FINISHED))
                .map(CallerSide::id)
                .toList()
                .forEach(callers::remove);
        calls.values().removeIf(VoiceCall::isOver);
    }

    private void dial(CallerSide caller, Map<Say, Pcm> lines) {
        if (caller.isOver()) {
            return;
        }
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
