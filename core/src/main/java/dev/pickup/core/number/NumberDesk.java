package dev.pickup.core.number;

import dev.pickup.core.number.NumberOrder.Stage;
import dev.pickup.core.number.NumberOrders.BeginOutcome;
import dev.pickup.core.number.SagaMove.Ask;
import dev.pickup.core.number.SagaMove.Rest;
import dev.pickup.core.number.SagaMove.Send;
import dev.pickup.core.number.SagaMove.Turn;
import dev.pickup.core.number.SagaMove.Wait;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Works on orders of numbers: begins them, and carries any one on from wherever it stands. A request, a webhook and
/// the reconciler all do the same here, and at most one of them at a time works on one order; one that dies is
/// followed by the next after [NumberSaga#HOLD]. Blocking; any thread.
public final class NumberDesk {
    private static final Logger LOG = LoggerFactory.getLogger(NumberDesk.class);

    private final NumberOrders orders;
    private final SagaAsker asker;
    private final Clock clock;
    private final Pause pause;

    /// @param pause waits between two looks at the carrier
    public NumberDesk(NumberOrders orders, NumberDeskPorts ports, Clock clock, Pause pause) {
        this.orders = orders;
        this.asker = new SagaAsker(ports.market(), ports.managed(), ports.numbers());
        this.clock = clock;
        this.pause = pause;
    }

    /// Waits.
    public interface Pause {
        /// @return false when it should not be waited any longer
        boolean rest(Duration duration);

        /// By sleeping; an interrupt ends all waiting.
        Pause SLEEP = duration -> {
            try {
                Thread.sleep(duration);
                return true;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }

    /// What came of a wish for a number.
    public sealed interface Purchase {
        /// It is on its way, done or failed: see its stage.
        record Of(NumberOrder order) implements Purchase {}

        /// Nothing was begun, by this reason: `TAKEN`, `OURS` or `LIMIT_REACHED`.
        record NotBegun(BeginOutcome why) implements Purchase {}
    }

    /// Begins an order and carries it on for at most `budget`. Repeat: the same order is carried on.
    ///
    /// @param order as [NumberOrder#begun] makes it
    /// @param limit the account may have so many bought numbers
    public Purchase buy(NumberOrder order, int limit, Duration budget) {
        Instant deadline = clock.instant().plus(budget);
        return switch (orders.begin(order, limit)) {
            case BEGUN -> new Purchase.Of(carryOn(order, deadline));
            case KNOWN -> new Purchase.Of(resumeKnown(order.reference(), deadline));
            case TAKEN -> new Purchase.NotBegun(BeginOutcome.TAKEN);
            case OURS -> new Purchase.NotBegun(BeginOutcome.OURS);
            case LIMIT_REACHED -> new Purchase.NotBegun(BeginOutcome.LIMIT_REACHED);
        };
    }

    /// Carries an order on for at most `budget`, unless somebody is at it.
    ///
    /// @return as it stands then; empty when there is none
    public Optional<NumberOrder> resume(OrderReference reference, Duration budget) {
        Instant deadline = clock.instant().plus(budget);
        return orders.find(reference.account(), reference.order()).map(order -> hold(order, deadline));
    }

    /// The carrier has news of this order: looked at now, also when it was to be looked at later, or never again.
    public Optional<NumberOrder> hint(OrderReference reference, Duration budget) {
        Instant now = clock.instant();
        orders.find(reference.account(), reference.order())
                .filter(order -> !order.isHeld(now))
                .ifPresent(order -> NumberSaga.hinted(order, now).ifPresent(next -> orders.save(order, next, now)));
        return resume(reference, budget);
    }

    /// Gives a number back, for at most `budget`; the reconciler goes on after that. Repeat: harmless.
    ///
    /// @return as it stands then; empty when somebody else is at it: repeat
    public Optional<NumberOrder> release(NumberOrder order, Duration budget) {
        Instant now = clock.instant();
        Instant deadline = now.plus(budget);
        if (order.stage() == Stage.RELEASE || order.stage() == Stage.RELEASED) {
            return Optional.of(hold(order, deadline));
        }
        if (order.isHeld(now)) {
            return Optional.empty();
        }
        NumberOrder asked = NumberSaga.held(NumberSaga.released(order, now), now);
        return orders.save(order, asked, now).map(saved -> carryOn(saved, deadline));
    }

    private NumberOrder resumeKnown(OrderReference reference, Instant deadline) {
        Duration left = Duration.between(clock.instant(), deadline);
        return resume(reference, left).orElseThrow(() -> new IllegalStateException("An order that is known is there"));
    }

    private NumberOrder hold(NumberOrder order, Instant deadline) {
        Instant now = clock.instant();
        if (order.stage().isAtRest() || order.isHeld(now)) {
            return order;
        }
        return orders.save(order, NumberSaga.held(order, now), now)
                .map(held -> carryOn(held, deadline))
                .orElseGet(() -> newest(order));
    }

    /// One move after the other, each written before the next, until it rests, has to wait longer than we may, or
    /// somebody else took it.
    private NumberOrder carryOn(NumberOrder held, Instant deadline) {
        NumberOrder order = held;
        while (true) {
            Instant now = clock.instant();
            Optional<NumberOrder> next = switch (NumberSaga.move(order, now)) {
                case Rest _ -> Optional.empty();
                case Wait wait -> waited(order, wait.until(), now, deadline);
                case Turn turn -> write(order, turn.next());
                case Ask _, Send _ when !now.isBefore(deadline) -> waited(order, deadline, now, deadline);
                case Ask ask -> write(order, ask(order, ask.question()));
                case Send send -> write(order, send.intent()).flatMap(sent -> write(sent, ask(sent, send.question())));
            };
            if (next.isEmpty()) {
                return order.stage().isAtRest() ? order : newest(order);
            }
            order = next.get();
        }
    }

    private NumberOrder ask(NumberOrder order, SagaMove.Question question) {
        SagaMove.Reply reply = asker.ask(question, order.reference(), clock.instant());
        return NumberSaga.after(order, question, reply, clock.instant());
    }

    /// Empty when the wait is not worth while: then the order is given back.
    private Optional<NumberOrder> waited(NumberOrder order, Instant until, Instant now, Instant deadline) {
        if (until.isBefore(deadline) && pause.rest(Duration.between(now, until))) {
            return Optional.of(order);
        }
        orders.save(order, NumberSaga.rested(order), now);
        return Optional.empty();
    }

    private Optional<NumberOrder> write(NumberOrder before, NumberOrder after) {
        Instant now = clock.instant();
        NumberOrder kept = after.stage().isAtRest() ? NumberSaga.rested(after) : NumberSaga.held(after, now);
        Optional<NumberOrder> saved = orders.save(before, kept, now);
        saved.filter(order -> order.hasReturnedMoreThan(before))
                .ifPresent(order -> LOG.warn("{} came out late; its number was given back", order.reference()));
        return saved;
    }

    private NumberOrder newest(NumberOrder order) {
        return orders.find(order.account(), order.id()).orElse(order);
    }
}
