package dev.pickup.core.carrier.telnyx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelnyxRoutingFieldsTest {
    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "null;null",
                "\"\";null",
                "\"a\";\"a\"",
                "true;true",
                "{\"b\":1,\"a\":\"\"};{\"a\":null,\"b\":1}",
                "{\"b\":{\"d\":1,\"c\":2},\"a\":[\"y\",\"x\"]};{\"a\":[\"y\",\"x\"],\"b\":{\"c\":2,\"d\":1}}"
            })
    void whatMeansTheSameIsTheSameText(String read, String text) {
        assertThat(TelnyxRoutingFields.text(json(read))).isEqualTo(text);
    }

    @Test
    void whatIsMissingIsNothing() {
        assertThat(TelnyxRoutingFields.text(MissingNode.getInstance())).isEqualTo("null");
    }

    @Test
    void theFieldsOfAllThreeResourcesAreNamedByTheirResource() {
        Map<String, String> fields = TelnyxRoutingFields.of(
                json("{\"connection_id\":\"7\",\"tags\":[\"x\"]}"),
                json("{\"translated_number\":\"\",\"call_forwarding\":{\"forwards_to\":\"\"},\"id\":\"1\"}"),
                json("{\"messaging_profile_id\":null}"));
        assertThat(fields)
                .containsExactly(
                        Map.entry("number.connection_id", "\"7\""),
                        Map.entry("voice.call_forwarding", "{\"forwards_to\":null}"),
                        Map.entry("voice.translated_number", "null"),
                        Map.entry("messaging.messaging_profile_id", "null"));
    }

    @Test
    void aNumberWithoutMessagingHasNoFieldForIt() {
        assertThat(TelnyxRoutingFields.of(json("{}"), json("{}"), MissingNode.getInstance()))
                .containsOnlyKeys("number.connection_id");
    }

    @Test
    void onlyTheFieldsOfOneResourceAreWrittenAndNothingIsWrittenAsAnEmptyText() {
        Map<String, String> fields = Map.of(
                "number.connection_id", "null",
                "voice.call_forwarding", "{\"call_forwarding_enabled\":false,\"forwarding_type\":null}");
        assertThat(TelnyxRoutingFields.body("number", fields)).hasToString("{\"connection_id\":\"\"}");
        assertThat(TelnyxRoutingFields.body("voice", fields))
                .hasToString("{\"call_forwarding\":{\"call_forwarding_enabled\":false}}");
        assertThat(TelnyxRoutingFields.body("messaging", fields)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"call_forwarding_enabled\":true,\"forwarding_type\":\"always\"};true",
                "{\"call_forwarding_enabled\":true,\"forwarding_type\":null};true",
                "{\"call_forwarding_enabled\":true,\"forwarding_type\":\"on-failure\"};false",
                "{\"call_forwarding_enabled\":false,\"forwarding_type\":\"always\"};false",
                "null;false"
            })
    void onlyForwardingOfEveryCallWinsOverAWebhook(String forwarding, boolean wins) {
        assertThat(TelnyxRoutingFields.forwardsAll(Map.of("voice.call_forwarding", forwarding)))
                .isEqualTo(wins);
    }

    @Test
    void forwardingThatIsSwitchedOffKeepsWhereItWent() {
        assertThat(TelnyxRoutingFields.forwardingOff(Map.of(
                        "voice.call_forwarding",
                        "{\"call_forwarding_enabled\":true,\"forwarding_type\":\"always\",\"forwards_to\":\"+1\"}")))
                .isEqualTo("{\"call_forwarding_enabled\":false,\"forwarding_type\":\"always\",\"forwards_to\":\"+1\"}");
    }

    @Test
    void aValueThatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> TelnyxRoutingFields.value("{")).isInstanceOf(IllegalArgumentException.class);
    }

    private static JsonNode json(String text) {
        return TelnyxRoutingFields.value(text);
    }
}
