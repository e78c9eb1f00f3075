package dev.pickup.simulators.polly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SpeechTest {
    @Test
    void audioComesInPiecesOf100MsAtEitherRate() {
        Speech speech = new Speech("Hello", new short[4_000], 50);

        assertThat(speech.pieces(16_000)).extracting(piece -> piece.length).containsExactly(3_200, 3_200, 3_200);
        assertThat(speech.pieces(8_000)).extracting(piece -> piece.length).containsExactly(1_600, 1_600, 1_600);
    }

    @Test
    void marksTellWhenEachWordIsHeardAndWhereItStandsInBytes() {
        Speech speech = new Speech("Grüß Gott", new short[14_400], 0);

        assertThat(new String(speech.marks(), StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "{\"time\":0,\"type\":\"word\",\"start\":0,\"end\":6,\"value\":\"Grüß\"}",
                        "{\"time\":500,\"type\":\"word\",\"start\":7,\"end\":11,\"value\":\"Gott\"}");
    }

    @Test
    void tagsAreNotSaid() {
        assertThat(Speech.bare("<speak>Hello <break time=\"1s\"/>there</speak>"))
                .isEqualTo("Hello there");
    }
}
