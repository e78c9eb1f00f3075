package dev.pickup.benchmarks.caption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordEndsTest {
    private static final List<String> WORDS = List.of("Yes,", "please.");

    @Test
    void wordsShareTheTimeByTheirLetters() {
        assertThat(WordEnds.of(WORDS, 10, 36)).containsExactly(20, 36);
    }

    @Test
    void noWordEndsInAPause() {
        assertThat(WordEnds.of(WORDS, 0, 60, frame -> frame < 20 || frame > 48)).containsExactly(11, 60);
        assertThat(WordEnds.of(WORDS, 0, 60, frame -> frame < 10 || frame > 40)).containsExactly(42, 60);
    }
}
