package dev.pickup.media.speech.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pickup.media.speech.offline.EngineWorkers.Urgency;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EngineWorkersTest {
    @Test
    void theMostUrgentWorkGoesFirstAndEqualsInOrder() throws InterruptedException {
        List<String> done = new CopyOnWriteArrayList<>();
        CountDownLatch gate = new CountDownLatch(1);
        try (EngineWorkers workers = new EngineWorkers("test", 1)) {
            occupy(workers, gate);
            workers.submit(Urgency.SPARE, () -> done.add("interim"));
            workers.submit(Urgency.SOON, () -> done.add("pause 1"));
            workers.submit(Urgency.SOON, () -> done.add("pause 2"));
            workers.submit(Urgency.NOW, () -> done.add("turn over"));
            gate.countDown();

            await().untilAsserted(() -> assertThat(done).containsExactly("turn over", "pause 1", "pause 2", "interim"));
        }
    }

    @Test
    void saysWhenThereIsNoRoomAndNoTime() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        try (EngineWorkers workers = new EngineWorkers("test", 1)) {
            assertThat(workers.haveTime()).isTrue();
            occupy(workers, gate);
            int taken = 0;
            while (workers.submit(Urgency.SOON, () -> {}) && taken < 10_000) {
                taken++;
            }

            assertThat(taken).isEqualTo(256);
            assertThat(workers.haveTime()).isFalse();
            gate.countDown();
            await().untilAsserted(() -> assertThat(workers.haveTime()).isTrue());
        }
    }

    @Test
    void takesNothingOnceClosed() {
        EngineWorkers workers = new EngineWorkers("test", 1);
        workers.close();

        assertThat(workers.submit(Urgency.NOW, () -> {})).isFalse();
    }

    private static void occupy(EngineWorkers workers, CountDownLatch gate) throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        workers.submit(Urgency.NOW, () -> {
            busy.countDown();
            awaitQuietly(gate);
        });
        busy.await();
    }

    private static void awaitQuietly(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
