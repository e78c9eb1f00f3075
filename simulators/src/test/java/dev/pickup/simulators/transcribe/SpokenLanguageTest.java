package dev.pickup.simulators.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.simulators.transcribe.SpokenLanguage.Code;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpokenLanguageTest {
    private final StreamParameters stream = stream(false, "en-US", "es-US", "de-DE");
    private final SpokenLanguage language = new SpokenLanguage(stream);

    @Test
    void lessThanASecondShowsNothing() {
        Map<String, Double> scores = language.heard(words("hola qué"), true);

        assertThat(scores.values()).containsOnly(1.0 / 3);
        assertThat(SpokenLanguage.code(scores, stream)).isEqualTo(new Code("en-US", false));
    }

    @Test
    void aSecondOfSpeechDoes() {
        language.heard(words("hola"), true);

        assertThat(code("a qué hora abren")).isEqualTo(new Code("es-US", true));
    }

    @Test
    void whatIsSettledStaysWhateverIsSaidLater() {
        code("wann haben sie morgen geöffnet");
        code("what are your opening hours and where are you");

        assertThat(code("please can you do it tomorrow").language()).isEqualTo("de-DE");
    }

    @Test
    void whereEachSegmentIsToBeIdentifiedItIs() {
        SpokenLanguage each = new SpokenLanguage(stream(true, "en-US", "de-DE"));
        each.heard(words("wann haben sie morgen geöffnet"), true);

        assertThat(each.heard(words("what are your opening hours"), true))
                .satisfies(scores -> assertThat(scores.get("en-US")).isGreaterThan(scores.get("de-DE")));
    }

    @Test
    void aStreamInOneLanguageHasNothingToIdentify() {
        assertThat(new SpokenLanguage(stream(false)).heard(words("what are your opening hours"), true))
                .isEmpty();
    }

    private Code code(String said) {
        return SpokenLanguage.code(language.heard(words(said), true), stream);
    }

    /// 300 ms a word.
    private static List<WordTimes.Word> words(String text) {
        String[] words = text.split(" ", -1);
        return IntStream.range(0, words.length)
                .mapToObj(i -> new WordTimes.Word(words[i], 300L * i, 300L * i + 280))
                .toList();
    }

    private static StreamParameters stream(boolean several, String... options) {
        return new StreamParameters("", "en-US", List.of(options), several, 16_000, "high", Optional.empty(), false);
    }
}
