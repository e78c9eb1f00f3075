package dev.pickup.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.media.EnginesChoice.Model;
import dev.pickup.media.EnginesChoice.Speech;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnginesChoiceTest {
    @Test
    void allAtOnceOrOnePerPort() {
        assertThat(EnginesChoice.parse("offline")).isEqualTo(EnginesChoice.OFFLINE);
        assertThat(EnginesChoice.parse(" scripted ")).isEqualTo(EnginesChoice.SCRIPTED);
        assertThat(EnginesChoice.parse("aws")).isEqualTo(EnginesChoice.AWS);
        assertThat(EnginesChoice.parse("stt=scripted, model=openai,tts=offline"))
                .isEqualTo(new EnginesChoice(List.of(Speech.SCRIPTED), List.of(Model.OPENAI), List.of(Speech.OFFLINE)));
        assertThat(EnginesChoice.parse("model=offline"))
                .isEqualTo(new EnginesChoice(List.of(Speech.OFFLINE), List.of(Model.OFFLINE), List.of(Speech.OFFLINE)));
    }

    @Test
    void aPlusSaysWhoComesNext() {
        assertThat(EnginesChoice.parse("stt=aws+offline,model=aws+openai+offline,tts=aws"))
                .isEqualTo(new EnginesChoice(
                        List.of(Speech.AWS, Speech.OFFLINE),
                        List.of(Model.AWS, Model.OPENAI, Model.OFFLINE),
                        List.of(Speech.AWS)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "on",
                "stt=",
                "stt=offline,stt=scripted",
                "ears=offline",
                "model=scripted",
                "model=aws+",
                "tts=aws+aws"
            })
    void whatIsNotUnderstoodIsRefused(String text) {
        assertThatThrownBy(() -> EnginesChoice.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
