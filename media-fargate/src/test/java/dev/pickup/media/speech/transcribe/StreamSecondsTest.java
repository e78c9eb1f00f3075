package dev.pickup.media.speech.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamSecondsTest {
    private final StreamSeconds seconds = new StreamSeconds();

    @Test
    void streamsThatAreOpenAtOnceAreChargedEach() {
        seconds.accepted(1);
        seconds.sent(1, 20_000);
        seconds.accepted(2);
        seconds.sent(2, 3_000);
        seconds.sent(1, 21_000);

        assertThat(seconds.billable()).isEqualTo(21.0 + 15.0);
    }

    @Test
    void aStreamThatWasNeverAcceptedCostsNothing() {
        seconds.sent(1, 20_000);

        assertThat(seconds.billable()).isZero();
    }
}
