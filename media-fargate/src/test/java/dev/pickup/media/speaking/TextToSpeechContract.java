package dev.pickup.media.speaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What every voice keeps to, whatever stands behind it.
public abstract class TextToSpeechContract {
    private static final long LIMIT_SECONDS = 60;
    private static final int SAMPLES_PER_MS = 16;
    private static final TextToSpeech.Settings AGENT = new TextToSpeech.Settings("", "en-US");

    /// The voice under test.
    protected abstract TextToSpeech engine();

    @Test
    void clausesAreSpokenInOrderAndCounted() throws Exception {
        VoiceHeard heard = new VoiceHeard();
        TextToSpeech.Utterance utterance = engine().open(AGENT, heard);
        utterance.clause(0, "Sure,");
        utterance.clause(1, "we open at nine in the morning.");
        utterance.clause(2, "See you then!");
        utterance.end();

        assertThat(heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS)).isBetween(45L, 55L);
        assertThat(heard.clausesDone()).containsExactly(0, 1, 2);
        assertThat(heard.order()).isSorted();
        assertThat(heard.samples() / SAMPLES_PER_MS).isBetween(1_500, 8_000);
    }

    @Test
    void aClauseIsSpokenBeforeTheReplyIsWritten() {
        VoiceHeard heard = new VoiceHeard();
        TextToSpeech.Utterance utterance = engine().open(AGENT, heard);
        utterance.clause(0, "One moment while I check.");

        await().atMost(Duration.ofSeconds(LIMIT_SECONDS)).until(() -> heard.samples() > 0);
        utterance.cancel();
    }

    @Test
    void whatIsOpenedAheadIsSpokenOnceItIsWanted() throws Exception {
        VoiceHeard heard = new VoiceHeard();
        TextToSpeech.Utterance utterance = engine().openAhead(AGENT, heard);
        utterance.clause(0, "Sure,");
        utterance.wanted();
        utterance.clause(1, "we open at nine in the morning.");
        utterance.end();

        assertThat(heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS)).isBetween(33L, 40L);
        assertThat(heard.clausesDone()).containsExactly(0, 1);
        assertThat(heard.order()).isSorted();
    }

    @Test
    void cancelIsFinal() throws Exception {
        VoiceHeard cancelled = new VoiceHeard();
        VoiceHeard other = new VoiceHeard();
        TextToSpeech.Utterance first = engine().open(AGENT, cancelled);
        first.clause(0, "We are closed on Sunday, but open on all the other days of the week.");
        await().atMost(Duration.ofSeconds(LIMIT_SECONDS)).until(() -> cancelled.samples() > 0);
        first.cancel();
        int known = cancelled.samples();
        first.clause(1, "And this is never said.");
        first.end();
        TextToSpeech.Utterance second = engine().open(AGENT, other);
        second.clause(0, "Certainly.");
        second.end();
        other.done().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertThat(cancelled.samples()).isEqualTo(known);
        assertThat(cancelled.done()).isNotDone();
    }

    @Test
    void twoRepliesAreSpokenAtOnce() throws Exception {
        VoiceHeard one = new VoiceHeard();
        VoiceHeard two = new VoiceHeard();
        TextToSpeech.Utterance first = engine().open(AGENT, one);
        TextToSpeech.Utterance second = engine().open(AGENT, two);
        first.clause(0, "Good morning.");
        second.clause(0, "Good evening.");
        second.end();
        first.end();

        assertThat(one.done().get(LIMIT_SECONDS, TimeUnit.SECONDS)).isPositive();
        assertThat(two.done().get(LIMIT_SECONDS, TimeUnit.SECONDS)).isPositive();
    }

    @Test
    void aReplyWithoutWordsIsDone() throws Exception {
        VoiceHeard heard = new VoiceHeard();
        engine().open(AGENT, heard).end();

        assertThat(heard.done().get(LIMIT_SECONDS, TimeUnit.SECONDS)).isZero();
        assertThat(heard.samples()).isZero();
    }
}
