package dev.pickup.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.local.stack.EnginesChoice.Model;
import dev.pickup.local.stack.EnginesChoice.Speech;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnginesChoiceTest {
    @Test
    void allAtOnceOrOnePerPort() {
        assertThat(EnginesChoice.parse("offline")).isEqualTo(EnginesChoice.OFFLINE);
        assertThat(EnginesChoice.parse(" scripted ")).isEqualTo(EnginesChoice.SCRIPTED);
        assertThat(EnginesChoice.parse("stt=scripted, model=openai,tts=offline"))
                .isEqualTo(new EnginesChoice(Speech.SCRIPTED, Optional.of(Model.OPENAI), Speech.OFFLINE));
        assertThat(EnginesChoice.parse("model=offline"))
                .isEqualTo(new EnginesChoice(Speech.OFFLINE, Optional.of(Model.OFFLINE), Speech.OFFLINE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "stt=aws", "model=aws"})
    void awsIsSaidToBeMissing(String text) {
        assertThatThrownBy(() -> EnginesChoice.parse(text)).hasMessageContaining("not part of this build yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "on", "stt=", "stt=offline,stt=scripted", "ears=offline", "model=scripted"})
    void whatIsNotUnderstoodIsRefused(String text) {
        assertThatThrownBy(() -> EnginesChoice.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
