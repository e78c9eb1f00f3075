package dev.pickup.media.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.turn.Listening.Outcome;
import org.junit.jupiter.api.Test;

class ClosedTurnsTest {
    private final ClosedTurns closed = new ClosedTurns();

    @Test
    void whatLiesBehindTheLastTurnIsNew() {
        closed.close(turn("on Monday", 1_000, 2_000));

        assertThat(closed.include(interim("on Monday", 1_000, 2_000))).isTrue();
        assertThat(closed.include(interim("at nine", 2_500, 3_000))).isFalse();
    }

    @Test
    void aFinalTranscriptWithOtherWordsCorrectsTheTurn() {
        CallerTurn turn = turn("on Monday", 1_000, 2_000);
        closed.close(turn);

        assertThat(closed.late(last("on Sunday", 1_000, 2_000))).isEqualTo(new Outcome.Corrected(turn, "on Monday"));
        assertThat(turn.text()).isEqualTo("on Sunday");
    }

    @Test
    void theSameWordsOnceMoreAndGuessesAndNothingChangeNothing() {
        CallerTurn turn = turn("on Monday", 1_000, 2_000);
        closed.close(turn);

        assertThat(closed.late(last("on Monday", 1_000, 2_000))).isEqualTo(new Outcome.GoOn());
        assertThat(closed.late(interim("on Sunday", 1_000, 2_000))).isEqualTo(new Outcome.GoOn());
        assertThat(closed.late(last(" ", 1_000, 2_000))).isEqualTo(new Outcome.GoOn());
        assertThat(turn.text()).isEqualTo("on Monday");
    }

    @Test
    void aSoundThatCountedForNothingIsNotCorrectedAndLeavesTheTurnBeforeIt() {
        CallerTurn turn = turn("on Monday", 1_000, 2_000);
        closed.close(turn);
        closed.pass(turn("", 4_000, 4_500));

        assertThat(closed.include(last("hm", 4_000, 4_500))).isTrue();
        assertThat(closed.late(last("hm", 4_000, 4_500))).isEqualTo(new Outcome.GoOn());
        assertThat(closed.late(last("on Sunday", 1_000, 2_000))).isInstanceOf(Outcome.Corrected.class);
    }

    @Test
    void anEarlierTurnDoesNotReopenWhatCameAfterIt() {
        closed.pass(turn("", 4_000, 4_500));
        closed.pass(turn("", 1_000, 2_000));

        assertThat(closed.include(interim("hello", 4_000, 4_200))).isTrue();
    }

    private static CallerTurn turn(String words, long startMs, long endMs) {
        CallerTurn turn = new CallerTurn(startMs);
        turn.speechStarted(startMs);
        turn.speechPaused(endMs);
        if (!words.isEmpty()) {
            turn.hear(interim(words, startMs, endMs));
        }
        return turn;
    }

    private static Fact.Transcribed interim(String words, long startMs, long endMs) {
        return new Fact.Transcribed(words, startMs, endMs, false);
    }

    private static Fact.Transcribed last(String words, long startMs, long endMs) {
        return new Fact.Transcribed(words, startMs, endMs, true);
    }
}
