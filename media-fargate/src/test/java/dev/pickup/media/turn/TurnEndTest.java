package dev.pickup.media.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnEndTest {
    private static final long ENDS_MS = 2_000;

    private Question asked = Question.OPEN;
    private final TurnEnd end = new TurnEnd(_ -> Cues.of("en-US"), () -> asked);

    @Test
    void whatHangsIsGivenMoreTimeThanWhatIsComplete() {
        assertThat(end.dueMs(paused("what are your opening hours"))).isEqualTo(ENDS_MS + 350);
        assertThat(end.dueMs(paused("I would like to come on"))).isEqualTo(ENDS_MS + 1_300);
    }

    @Test
    void theSameWordsAreDoneOrNotByWhatWasAsked() {
        CallerTurn digits = paused("five five five");
        asked = Question.PHONE;

        assertThat(end.dueMs(digits)).isEqualTo(ENDS_MS + 1_800);
        assertThat(end.likely(digits)).isFalse();
        asked = Question.OPEN;
        assertThat(end.dueMs(digits)).isLessThan(ENDS_MS + 1_800);
    }

    @Test
    void whoPausesLongIsGivenMoreTime() {
        CallerTurn turn = paused("what are your opening hours");
        long atFirst = end.dueMs(turn);
        for (int i = 0; i < 5; i++) {
            end.pace().paused(1_500);
        }

        assertThat(end.dueMs(turn)).isGreaterThan(atFirst);
    }

    @Test
    void nothingIsLikelyOverBeforeTheWordsReachToTheEndOfTheSound() {
        assertThat(end.likely(paused("what are your opening hours"))).isTrue();

        CallerTurn behind = new CallerTurn(1_000);
        behind.speechStarted(1_000);
        behind.speechPaused(ENDS_MS + 1_000);
        behind.hear(new Fact.Transcribed("what are your opening hours", 1_000, ENDS_MS, false));
        assertThat(end.likely(behind)).isFalse();
    }

    @Test
    void aHushMayBeTheEndOnlyBehindWhatIsAThought() {
        assertThat(end.possible(hushed("what are your opening hours"))).isTrue();
        assertThat(end.possible(hushed("I would like to come on"))).isFalse();
        assertThat(end.possible(talking("what are your opening hours")))
                .as("sound goes on")
                .isFalse();
    }

    private static CallerTurn paused(String words) {
        CallerTurn turn = talking(words);
        turn.speechPaused(ENDS_MS);
        return turn;
    }

    private static CallerTurn hushed(String words) {
        CallerTurn turn = talking(words);
        turn.speechHushed(ENDS_MS);
        return turn;
    }

    private static CallerTurn talking(String words) {
        CallerTurn turn = new CallerTurn(1_000);
        turn.speechStarted(1_000);
        turn.hear(new Fact.Transcribed(words, 1_000, ENDS_MS, false));
        return turn;
    }
}
