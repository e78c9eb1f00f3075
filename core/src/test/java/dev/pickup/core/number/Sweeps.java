package dev.pickup.core.number;

import dev.pickup.core.number.NumberOrder.Stage;
import java.time.Duration;

/// The reconciler, and processes that die at its work. One thread.
final class Sweeps {
    private static final int MOST_SWEEPS = 1_000;

    private Sweeps() {}

    /// The reconciler goes on until nothing is left to do.
    static void settle(Fate fate, NumberOrder order, PurchaseSchedule schedule) {
        if (fate.memory.find(PurchaseWorld.US, order.id()).isEmpty()) {
            // the first request died before it wrote anything
            fate.desk().buy(order, PurchaseWorld.LIMIT, PurchaseWorld.BUDGET);
        }
        for (int i = 0; i < MOST_SWEEPS; i++) {
            if (isSettled(fate, order)) {
                return;
            }
            fate.clock.pass(Duration.ofSeconds(50));
            sweep(fate);
            letTheExchangeWork(i);
        }
        throw new AssertionError(
                "not settled: " + fate.memory.find(PurchaseWorld.US, order.id()) + " of " + schedule.number());
    }

    /// A day passes: what comes out late at the carrier comes out, and the reconciler looks after what failed, dying
    /// now and then.
    static void tidyUp(Fate fate, NumberOrder order, PurchaseSchedule schedule) {
        for (int i = 0; i < MOST_SWEEPS; i++) {
            NumberOrder now = fate.memory.find(PurchaseWorld.US, order.id()).orElseThrow();
            if (now.stage().isAtRest() && !fate.late.isAnyLate()) {
                fate.lives = Integer.MAX_VALUE;
                return;
            }
            fate.clock.pass(now.stage().isAtRest() ? fate.late.untilNext() : untilDue(fate, now));
            fate.late.carryOut();
            fate.lives = i < schedule.lateLives().size() ? schedule.lateLives().get(i) : Integer.MAX_VALUE;
            dying(schedule, fate, order, () -> sweep(fate));
            if (now.progress().steps().getLast().answer().equals("pending")) {
                letTheExchangeWork(MOST_SWEEPS);
            }
        }
        throw new AssertionError(
                "not tidied up: " + fate.memory.find(PurchaseWorld.US, order.id()) + " of " + schedule.number());
    }

    static void dying(PurchaseSchedule schedule, Fate fate, NumberOrder order, Runnable work) {
        try {
            work.run();
        } catch (Fate.Death death) {
            fate.memory
                    .find(PurchaseWorld.US, order.id())
                    .ifPresent(o -> schedule.deaths().add(o.stage().name()));
        }
    }

    static void sweep(Fate fate) {
        for (OrderReference due : fate.memory.due(fate.clock.instant(), 10)) {
            fate.desk().resume(due, PurchaseWorld.BUDGET);
        }
    }

    /// All that the owner is told is decided; a failed order may still be watched.
    private static boolean isSettled(Fate fate, NumberOrder order) {
        Stage stage =
                fate.memory.find(PurchaseWorld.US, order.id()).orElseThrow().stage();
        return stage.isAtRest() || stage.isFailed();
    }

    /// And until whoever died does not hold it any more.
    private static Duration untilDue(Fate fate, NumberOrder order) {
        Duration until = Duration.between(fate.clock.instant(), order.work().dueAt());
        Duration least = Duration.ofSeconds(50);
        return until.compareTo(least) > 0 ? until : least;
    }

    /// It settles orders on a thread of its own, which a busy machine may keep waiting.
    private static void letTheExchangeWork(int sweeps) {
        try {
            Thread.sleep(Math.min(sweeps / 5, 50));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
