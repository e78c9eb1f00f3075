package dev.pickup.core.carrier.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioHostsTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "https://api.twilio.com,https://messaging.twilio.com/v1/Services?PageSize=1,https://messaging.twilio.com/v1/Services?PageSize=1",
        "https://api.dublin.ie1.twilio.com,https://trunking.twilio.com/v1/Trunks,https://trunking.dublin.ie1.twilio.com/v1/Trunks",
        "https://api.twilio.com,https://api.dublin.ie1.twilio.com/x,https://api.dublin.ie1.twilio.com/x",
        "http://127.0.0.1:9/,https://trunking.twilio.com/v1/Trunks,http://127.0.0.1:9/v1/Trunks",
        "http://127.0.0.1:9/2010-04-01,https://api.twilio.com/2010-04-01/Accounts/A.json,http://127.0.0.1:9/2010-04-01/Accounts/A.json",
        "https://stand.in/twilio,https://api.twilio.com/2010-04-01/Accounts/%2B1.json,https://stand.in/twilio/2010-04-01/Accounts/%2B1.json"
    })
    void everyProductLeadsToTheConfiguredBase(URI base, URI meant, URI reached) {
        assertThat(new TwilioHosts(base).place(meant)).isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example/2010-04-01", "https://api.twilio.com.evil.example/x", "https://twilio.com/x"})
    void credentialsGoToNobodyElse(URI url) {
        assertThatThrownBy(() -> new TwilioHosts(URI.create("https://api.twilio.com")).place(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not one of Twilio's hosts.");
    }

    @Test
    void onlyAStandInIsToldWhichHostWasMeant() {
        assertThat(new TwilioHosts(URI.create("https://api.sydney.au1.twilio.com")).atTwilio())
                .isTrue();
        assertThat(new TwilioHosts(URI.create("http://localhost:8081")).atTwilio())
                .isFalse();
    }
}
