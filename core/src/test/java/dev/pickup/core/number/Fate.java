package dev.pickup.core.number;

import dev.pickup.core.carrier.ManagedNumbers;
import dev.pickup.core.carrier.NumberMarket;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// One purchase's stores, clock and processes; a process dies when its lives are used up: before or after it wrote or
/// asked something. One thread.
final class Fate {
    final InMemoryNumbers memory = new InMemoryNumbers();
    final VirtualClock clock = new VirtualClock();
    /// How many writes and questions are left; each has two moments to die, before and after it.
    int lives = Integer.MAX_VALUE;

    final LateMarket late;
    private final NumberMarket market;
    private final ManagedNumbers managed;

    /// @param late     see [LateMarket]
    /// @param unlisted see [UnlistedMarket]
    Fate(NumberMarket market, ManagedNumbers managed, List<Duration> late, Duration unlisted) {
        this.late = new LateMarket(new UnlistedMarket(market, clock, unlisted), clock, late);
        this.market = new PromptedMarket(this.late, memory);
        this.managed = managed;
        memory.agents.add(new dev.pickup.core.agent.AgentId("agt_one"));
    }

    /// The end of a process.
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;

        Death() {
            super("the process died", null, false, false);
        }
    }

    /// A process that works on orders.
    NumberDesk desk() {
        return new NumberDesk(
                mortal(NumberOrders.class, memory),
                new NumberDeskPorts(
                        mortal(NumberMarket.class, market),
                        mortal(ManagedNumbers.class, managed),
                        mortal(NumberStore.class, memory)),
                clock,
                clock::rest);
    }

    private <T> T mortal(Class<T> port, T target) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    step();
                    try {
                        Object result = method.invoke(target, arguments);
                        step();
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private void step() {
        if (lives-- <= 0) {
            throw new Death();
        }
    }

    /// Time passes when somebody rests, and when the test says so.
    static final class VirtualClock extends Clock {
        private Instant now = PurchaseWorld.begin();

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        boolean rest(Duration duration) {
            pass(duration);
            return true;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
