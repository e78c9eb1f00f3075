package dev.pickup.simulators.twilio.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.simulators.twilio.rest.Form;
import org.junit.jupiter.api.Test;

/// The vectors of Twilio's own libraries.
class WebhookSignatureTest {
    @Test
    void parametersAreSignedInTheOrderOfTheirNames() {
        Form form = Form.parse(
                "To=%2B18005551212&Digits=1234&From=%2B12349013030&Caller=%2B12349013030&CallSid=CA1234567890ABCDE");
        assertThat(WebhookSignature.sign("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", form))
                .isEqualTo("0/KCTR6DLpKmkAf8muzZqo1nDgQ=");
    }

    @Test
    void aSocketIsSignedByItsUrl() {
        assertThat(WebhookSignature.sign("12345", "wss://media.example.com/twilio/stream", Form.empty()))
                .isEqualTo("pDBx1McycDg2sIBUyP9v+49T2ok=");
    }
}
