package dev.pickup.core.carrier.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwilioNumberFieldsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void whatIsNotSetIsNullHoweverTheCarrierSaysIt() throws Exception {
        Map<String, String> fields = TwilioNumberFields.read(JSON.readTree("""
                {"voice_url":"","trunk_sid":null,"voice_method":"POST","voice_caller_id_lookup":false}"""));
        assertThat(fields)
                .containsEntry("voice_url", "null")
                .containsEntry("trunk_sid", "null")
                .containsEntry("sms_url", "null")
                .containsEntry("voice_method", "\"POST\"")
                .containsEntry("voice_caller_id_lookup", "false");
    }

    @Test
    void anApplicationIsWrittenLastAndAlone() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("voice_application_sid", "\"AP1\"");
        fields.put("trunk_sid", "null");
        fields.put("voice_url", "\"https://pbx.example.com\"");
        assertThat(TwilioNumberFields.requests(fields))
                .isEqualTo(List.of(
                        Map.of("TrunkSid", "", "VoiceUrl", "https://pbx.example.com"),
                        Map.of("VoiceApplicationSid", "AP1")));
    }

    @Test
    void pointingAtUrlsTakesOneRequest() {
        Map<String, String> fields =
                Map.of("voice_application_sid", "null", "trunk_sid", "null", "voice_url", "\"https://us.example\"");
        assertThat(TwilioNumberFields.requests(fields))
                .containsExactly(Map.of("VoiceApplicationSid", "", "TrunkSid", "", "VoiceUrl", "https://us.example"));
        assertThat(TwilioNumberFields.requests(Map.of())).isEmpty();
    }

    @Test
    void aFieldThatIsNoneIsRefused() {
        assertThatThrownBy(() -> TwilioNumberFields.requests(Map.of("phone_number", "\"+1\"")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TwilioNumberFields.requests(Map.of("voice_url", "[1]")))
                .hasMessage("Not a JSON string.");
    }
}
