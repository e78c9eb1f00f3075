package dev.pickup.media.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"mm-hm", "Uh-huh.", "okay", "yeah okay", "I see", "got it", "oh great", "Right, right."})
    void sayingThatOneListensIsNoTurn(String text) {
        assertThat(Words.isBackchannel(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "stop", "wait", "okay but when", "I", "yes on Monday", "see you", ""})
    void anythingElseIs(String text) {
        assertThat(Words.isBackchannel(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "four one five, 415, true",
        "'Four one five, five five five.', 415-555, true",
        "um what are your hours, What are your hours?, true",
        "its open, It's open, true",
        "Tuesday, Thursday, false",
        "four one five, 416, false"
    })
    void theSameWordsMayBeWrittenDifferently(String one, String other, boolean same) {
        assertThat(Words.same(one, other)).isEqualTo(same);
    }

    @Test
    void ourOwnWordsBroughtBackAreAnEchoButOneRepeatedWordIsNot() {
        String said = "We are open from nine to five on weekdays.";

        assertThat(Words.isEcho("open from nine", said)).isTrue();
        assertThat(Words.isEcho("from nine", said)).isFalse();
        assertThat(Words.isEcho("open from ten", said)).isFalse();
    }
}
