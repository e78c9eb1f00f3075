package dev.pickup.media.speech.offline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayableTest {
    @ParameterizedTest(name = "{0} is said: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Plain words, said as they are.|Plain words, said as they are.",
                "Café “Zoë”|Cafe Zoe",
                "Smith & Sons|Smith and Sons",
                "50% off|50 percent off",
                "one – two|one, two",
                "Great 😀!!!|Great!",
                "it’s fine|it's fine",
                "you (and me) go|you, and me, go",
                "well-known|well-known",
                "*bold* _text_|bold text",
            })
    void guardsWhatTheVoicesCannotSay(String written, String said) {
        assertThat(Sayable.of(written)).isEqualTo(said);
    }

    @Test
    void isEmptyWhenNothingMakesASound() {
        assertThat(Sayable.of(" …😀— ")).isEmpty();
        assertThat(Sayable.pieces("?!")).containsExactly("");
    }

    @Test
    void cutsALongTextAtItsClausesAndLosesNothing() {
        String text = "This is a sentence of some length, with two clauses. "
                .repeat(12)
                .strip();

        assertThat(Sayable.pieces(text)).hasSizeGreaterThan(2).allMatch(piece -> piece.length() <= 220);
        assertThat(String.join(" ", Sayable.pieces(text))).isEqualTo(text);
    }
}
