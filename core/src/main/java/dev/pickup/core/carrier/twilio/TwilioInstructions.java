package dev.pickup.core.carrier.twilio;

import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CommandId;
import dev.pickup.core.carrier.LegStatus;
import dev.pickup.core.carrier.StreamRequest;
import dev.pickup.core.number.PhoneNumber;
import java.net.URI;

/// Commands to a call whose webhook is being answered: they are not sent but gathered, because the answer to Twilio's
/// question what to do **is** the command. The last one counts. One request, one thread.
public final class TwilioInstructions implements Carrier {
    private final URI action;
    private String twiml = "";

    /// @param action asked when the stream or the transfer is over: the address of the webhook itself
    public TwilioInstructions(URI action) {
        this.action = action;
    }

    /// What Twilio is told. A call that nothing was decided for has nothing left to do, and ends.
    public String toXml() {
        return twiml.isEmpty() ? TwilioTwiml.hangUp() : twiml;
    }

    /// Whatever TwiML says answers the call first.
    @Override
    public void answer(CallLeg leg, CommandId id) {}

    @Override
    public void startStream(CallLeg leg, StreamRequest request, CommandId id) {
        twiml = TwilioTwiml.stream(request, action);
    }

    /// Other TwiML is what ends it.
    @Override
    public void stopStream(CallLeg leg, CommandId id) {}

    @Override
    public void hangUp(CallLeg leg, CommandId id) {
        twiml = TwilioTwiml.hangUp();
    }

    @Override
    public void speak(CallLeg leg, String sentence, String language, CommandId id) {
        twiml = TwilioTwiml.say(sentence, language);
    }

    @Override
    public void transfer(CallLeg leg, PhoneNumber to, CommandId id) {
        twiml = TwilioTwiml.transfer(to, action);
    }

    /// It asks us what to do.
    @Override
    public LegStatus status(CallLeg leg) {
        return new LegStatus.Alive();
    }
}
