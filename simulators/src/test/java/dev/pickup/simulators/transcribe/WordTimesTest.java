package dev.pickup.simulators.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.simulators.transcribe.WordTimes.Word;
import org.junit.jupiter.api.Test;

class WordTimesTest {
    private final WordTimes times = new WordTimes();

    @Test
    void aNewWordLiesBetweenTheOnesBeforeAndTheEnd() {
        times.update("yes", 100, 400);

        assertThat(times.update("yes please", 100, 900))
                .containsExactly(new Word("yes", 100, 400), new Word("please", 400, 900));
    }

    @Test
    void aWordThatChangedKeepsItsTime() {
        times.update("for tea", 0, 600);

        assertThat(times.update("forty two", 0, 900).getFirst()).isEqualTo(new Word("forty", 0, 300));
    }

    @Test
    void aTextThatBecameShorterHasFewerWords() {
        times.update("one two three", 0, 900);

        assertThat(times.update("twenty three", 0, 900)).hasSize(2);
    }
}
