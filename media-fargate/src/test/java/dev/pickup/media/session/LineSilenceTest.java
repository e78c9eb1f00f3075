package dev.pickup.media.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.turn.Fact;
import org.junit.jupiter.api.Test;

class LineSilenceTest {
    private final LineSilence silence = new LineSilence();

    @Test
    void aCallerWaitsFromTheirLastSoundAndNotFromWhenItWasKnown() {
        silence.on(new Fact.SpeechStarted(1_000), 1_100);
        assertThat(silence.at(1_900)).isZero();

        silence.on(new Fact.SpeechPaused(2_000), 2_180);

        assertThat(silence.at(2_180)).hasMillis(180);
        assertThat(silence.at(3_500)).hasMillis(1_500);
    }

    @Test
    void whoHearsTheAgentDoesNotWait() {
        silence.on(new Fact.SpeechPaused(2_000), 2_180);
        silence.heardUntil(3_000);

        assertThat(silence.at(2_900)).as("what was sent ahead is being heard").isZero();
        assertThat(silence.at(3_400)).hasMillis(400);
    }

    @Test
    void aPauseThatIsKnownLateDoesNotMakeTheSilenceLonger() {
        silence.heardUntil(3_000);
        silence.on(new Fact.SpeechStarted(2_500), 2_600);
        silence.on(new Fact.SpeechPaused(2_700), 2_900);

        assertThat(silence.at(3_100)).hasMillis(100);
    }

    @Test
    void aKeyAndTheBeginningOfTheCallAreSigns() {
        silence.on(new Fact.Opened(false), 50);
        assertThat(silence.at(250)).hasMillis(200);

        silence.on(new Fact.Digit('4'), 9_000);
        assertThat(silence.at(9_300)).hasMillis(300);
    }
}
