package dev.pickup.media.speech.polly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PollyQuotaTest {
    private static final long SECOND = 1_000_000_000L;
    private static final boolean AHEAD = true;
    private static final boolean HEARD = false;

    private long nowNanos;

    @Test
    void noMoreBeginInASecondThanAreAllowed() {
        PollyQuota quota = new PollyQuota(10, 100, () -> nowNanos);

        assertThat(entered(quota, HEARD, 20)).isEqualTo(9);
        nowNanos += SECOND / 2;
        assertThat(entered(quota, HEARD, 20)).isEqualTo(4);
    }

    @Test
    void noMoreAreOpenAtOnceThanAreAllowed() {
        PollyQuota quota = new PollyQuota(1_000, 26, () -> nowNanos);

        assertThat(entered(quota, HEARD, 30)).isEqualTo(26);
        quota.leave();
        assertThat(entered(quota, HEARD, 30)).isEqualTo(1);
    }

    /// 100 calls rehearse twice a second and more: whoever speaks would wait behind what nobody hears.
    @Test
    void whatIsMadeAheadLeavesAThirdToThoseWhoWait() {
        PollyQuota rate = new PollyQuota(10, 100, () -> nowNanos);
        assertThat(entered(rate, AHEAD, 20)).isEqualTo(6);
        assertThat(entered(rate, HEARD, 20)).isEqualTo(3);

        PollyQuota places = new PollyQuota(1_000, 26, () -> nowNanos);
        assertThat(entered(places, AHEAD, 30)).isEqualTo(17);
        assertThat(entered(places, HEARD, 30)).isEqualTo(9);
    }

    @Test
    void theSmallestQuotaSpeaksAndRehearsesNothing() {
        PollyQuota quota = new PollyQuota(1, 1, () -> nowNanos);

        assertThat(entered(quota, AHEAD, 5)).isZero();
        assertThat(entered(quota, HEARD, 5)).isEqualTo(1);
    }

    @Test
    void thereIsRoomWhileHalfOfBothIsFree() {
        PollyQuota rate = new PollyQuota(10, 100, () -> nowNanos);
        entered(rate, HEARD, 4);
        assertThat(rate.isRoomy()).isTrue();
        entered(rate, HEARD, 1);
        assertThat(rate.isRoomy()).as("4 of 9 are left in this second").isFalse();
        nowNanos += SECOND;
        assertThat(rate.isRoomy()).isTrue();

        PollyQuota places = new PollyQuota(1_000, 10, () -> nowNanos);
        entered(places, HEARD, 5);
        assertThat(places.isRoomy()).isTrue();
        entered(places, HEARD, 1);
        assertThat(places.isRoomy()).as("6 of 10 are open").isFalse();
    }

    private static long entered(PollyQuota quota, boolean ahead, int tries) {
        return IntStream.range(0, tries).filter(_ -> quota.tryEnter(ahead)).count();
    }
}
