package dev.pickup.media.speech.polly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollyVoicesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the agent's voice speaks its language, Matthew, en-US, Matthew",
        "and others of the kind, Matthew, en-GB, Matthew",
        "however the tag is written, Pedro, ES-us, Pedro",
        "it does not speak another one, Matthew, es-US, Lupe",
        "nor does it back, Lupe, en-US, Ruth",
        "the country's own voice stands in, Ruth, es-ES, Lucia",
        "where it has none the language's, Ruth, es-MX, Lupe",
        "an unknown name is the default, Somebody, fr-FR, Lea",
        "so is none, '', de-DE, Vicki",
        "the agent's voice tries what nobody speaks, Matthew, ja-JP, Matthew",
        "or anybody, '', ja-JP, Ruth"
    })
    void whoSpeaks(String why, String wanted, String language, String voice) {
        assertThat(PollyVoices.of(wanted, language)).as(why).isEqualTo(voice);
    }
}
