package dev.pickup.media.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.turn.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

class RehearsalsTest {
    private final Rehearsals rehearsals = new Rehearsals();

    @Test
    void whatComesIsHeldBackAndToldInOrderAsTheUtterancesOnceItBegins() {
        int number = rehearsals.begin();
        Message began = voiced(new Fact.VoiceBegan(number, 0, 1, 2));
        Message made = voiced(new Fact.ClauseMade(number, 0, 900, List.of(400L)));

        assertThat(rehearsals.holdsBack(number, began)).isTrue();
        assertThat(rehearsals.holdsBack(number, made)).isTrue();
        assertThat(rehearsals.perform(7)).containsExactly(began, made);
        assertThat(rehearsals.holdsBack(number, voiced(new Fact.VoiceDone(number, 20))))
                .isFalse();
        assertThat(rehearsals.about(new Fact.VoiceDone(number, 20))).isEqualTo(new Fact.VoiceDone(7, 20));
        assertThat(rehearsals.utterance(number)).isEqualTo(7);
    }

    @Test
    void whatIsDroppedIsNobodysAndTheNextOneIsAnother() {
        int first = rehearsals.begin();
        rehearsals.holdsBack(first, voiced(new Fact.VoiceBegan(first, 0, 1, 2)));
        int second = rehearsals.begin();

        assertThat(rehearsals.holdsBack(first, voiced(new Fact.VoiceDone(first, 20))))
                .isFalse();
        assertThat(rehearsals.utterance(first)).isEqualTo(first).isNegative();
        assertThat(rehearsals.perform(3)).isEmpty();
        assertThat(rehearsals.utterance(second)).isEqualTo(3);
    }

    @Test
    void anUtterancesOwnMessagesPassAndNumbersThatAreOverAreForgotten() {
        int number = rehearsals.begin();
        rehearsals.perform(3);
        rehearsals.forget(number);

        assertThat(rehearsals.holdsBack(5, voiced(new Fact.VoiceDone(5, 20)))).isFalse();
        assertThat(rehearsals.about(new Fact.VoiceDone(5, 20))).isEqualTo(new Fact.VoiceDone(5, 20));
        assertThat(rehearsals.utterance(number)).isEqualTo(number);
    }

    private static Message voiced(Fact.FromVoice fact) {
        return new Message.Voiced(0, fact);
    }
}
