package dev.pickup.media.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.media.replying.LanguageModel.ModelUnavailableException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolArgumentsTest {
    @Test
    void anObjectIsReadAndWhatIsNullIsLeftOut() {
        assertThat(ToolArguments.read("{\"date\": \"2026-12-01\", \"time\": null, \"people\": 2}"))
                .isEqualTo(Map.of("date", "2026-12-01", "people", 2));
    }

    @ParameterizedTest(name = "<{0}>")
    @ValueSource(strings = {"", " \n", "{}"})
    void aToolMayNeedNone(String json) {
        assertThat(ToolArguments.read(json)).isEmpty();
    }

    @ParameterizedTest(name = "<{0}>")
    @ValueSource(strings = {"null", "[1]", "\"text\"", "{\"date\":", "date=now"})
    void whatIsNoObjectIsWorthAskingForAgain(String json) {
        assertThatThrownBy(() -> ToolArguments.read(json))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("not JSON");
    }
}
