package dev.pickup.core.carrier.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.CommandId;
import dev.pickup.core.carrier.StreamRequest;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import java.net.URI;
import org.junit.jupiter.api.Test;

class TwilioInstructionsTest {
    private static final URI ACTION = URI.create("https://pickup.example/webhooks/twilio/voice/c");
    private static final CallLeg LEG = new CallLeg(CarrierName.TWILIO, "CA1", "CA1", "");
    private static final CommandId ID = CommandId.of("call", "x");

    private final TwilioInstructions instructions = new TwilioInstructions(ACTION);

    @Test
    void aStreamHasItsTokenInThePathAndItsSecretAsAParameter() {
        instructions.answer(LEG, ID);
        instructions.startStream(LEG, new StreamRequest(URI.create("wss://m.example/media/twilio/t0k"), "s3<cret"), ID);
        assertThat(instructions.toXml())
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>"
                        + "<Connect action=\"https://pickup.example/webhooks/twilio/voice/c\" method=\"POST\">"
                        + "<Stream url=\"wss://m.example/media/twilio/t0k\">"
                        + "<Parameter name=\"token\" value=\"s3&lt;cret\"/></Stream></Connect></Response>");
    }

    @Test
    void aRefusalIsSpokenAndTheCallEnds() {
        instructions.speak(LEG, "We are busy & sorry.", "en-US", ID);
        assertThat(instructions.toXml())
                .endsWith("<Response><Say language=\"en-US\">We are busy &amp; sorry.</Say><Hangup/></Response>");
    }

    @Test
    void aTransferAsksUsWhatBecameOfIt() {
        instructions.transfer(LEG, new PhoneNumber("+14155550100"), ID);
        assertThat(instructions.toXml())
                .contains(
                        "<Dial ",
                        "answerOnBridge=\"true\"",
                        "action=\"" + ACTION + "\"",
                        "<Number>+14155550100</Number>");
    }

    @Test
    void aCallThatNothingWasDecidedForEnds() {
        assertThat(instructions.toXml()).endsWith("<Response><Hangup/></Response>");
    }
}
