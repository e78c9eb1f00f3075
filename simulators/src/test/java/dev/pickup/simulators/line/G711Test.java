package dev.pickup.simulators.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class G711Test {
    @Test
    void knownCodesOfTheRecommendation() {
        assertThat(G711.toMuLaw((short) 0)).isEqualTo((byte) 0xFF);
        assertThat(G711.toMuLaw(Short.MAX_VALUE)).isEqualTo((byte) 0x80);
        assertThat(G711.toMuLaw(Short.MIN_VALUE)).isEqualTo((byte) 0x00);
        assertThat(G711.toALaw((short) 0)).isEqualTo((byte) 0xD5);
        assertThat(G711.toALaw(Short.MAX_VALUE)).isEqualTo((byte) 0xAA);
        assertThat(G711.toALaw(Short.MIN_VALUE)).isEqualTo((byte) 0x2A);
        assertThat(G711.fromMuLaw((byte) 0x00)).isEqualTo((short) -32124);
        assertThat(G711.fromALaw((byte) 0x2A)).isEqualTo((short) -32256);
    }

    @Test
    void everyCodeIsItsOwnNearest() {
        for (int code = 0; code < 256; code++) {
            short mu = G711.fromMuLaw((byte) code);
            assertThat(G711.fromMuLaw(G711.toMuLaw(mu))).isEqualTo(mu);
            short a = G711.fromALaw((byte) code);
            assertThat(G711.toALaw(a)).isEqualTo((byte) code);
        }
    }

    @Test
    void theErrorIsSmallEverywhere() {
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            short mu = G711.fromMuLaw(G711.toMuLaw((short) sample));
            short a = G711.fromALaw(G711.toALaw((short) sample));
            int bound = Math.abs(sample) / 16 + 20;
            assertThat(Math.abs(mu - sample) <= Math.max(bound, 650) && Math.abs(a - sample) <= bound)
                    .as("sample %d: mu %d, a %d", sample, mu, a)
                    .isTrue();
        }
    }
}
