package dev.pickup.media.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JitterBufferTest {
    private final JitterBuffer buffer = new JitterBuffer();
    private final List<Integer> heard = new ArrayList<>();

    @Test
    void chunksThatOvertookOneAnotherAreHeardInOrder() {
        offer(1, 0);
        offer(3, 20);
        offer(2, 40);
        offer(4, 60);

        assertThat(heard).containsExactly(1, 2, 3, 4);
        assertThat(buffer.concealed()).isZero();
    }

    @Test
    void aChunkThatNeverComesIsWaitedForAndThenSilence() {
        offer(1, 0);
        offer(3, 40);
        offer(4, 60);
        assertThat(heard).containsExactly(1);
        offer(5, 40 + JitterBuffer.PATIENCE_MS);

        assertThat(heard).containsExactly(1, 0, 3, 4, 5);
        assertThat(buffer.concealed()).isEqualTo(1);
    }

    @Test
    void aChunkThatComesAfterItsPlaceWasFilledIsDropped() {
        offer(1, 0);
        offer(3, 20);
        offer(4, 200);
        offer(2, 220);
        offer(4, 240);

        assertThat(heard).containsExactly(1, 0, 3, 4);
        assertThat(buffer.late()).isEqualTo(2);
    }

    @Test
    void aCarrierThatCountsAnewIsFollowed() {
        offer(5_000, 0);
        offer(1, 20);
        offer(2, 40);

        assertThat(heard).containsExactly(5_000 & 0x7f, 1, 2);
        assertThat(buffer.concealed()).isZero();
    }

    private void offer(int chunk, long nowMs) {
        for (byte[] payload : buffer.offer(chunk, new byte[] {(byte) (chunk & 0x7f)}, (byte) 0, nowMs)) {
            heard.add((int) payload[0]);
        }
    }
}
