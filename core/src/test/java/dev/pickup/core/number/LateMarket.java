package dev.pickup.core.number;

import dev.pickup.core.carrier.AvailableNumber;
import dev.pickup.core.carrier.CarrierOrder;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.NumberMarket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// A carrier that keeps some orders lying about: whoever sent them hears nothing, a look-up finds nothing, and much
/// later they are carried out, each as if it came just then. One thread.
final class LateMarket extends PassingMarket {
    private final Clock clock;
    private final Deque<Duration> delays;
    private final List<Lying> lying = new ArrayList<>();

    private record Lying(PhoneNumber number, String reference, Instant until) {}

    /// @param delays of the first orders
    LateMarket(NumberMarket market, Clock clock, List<Duration> delays) {
        super(market);
        this.clock = clock;
        this.delays = new ArrayDeque<>(delays);
    }

    boolean isAnyLate() {
        return !lying.isEmpty();
    }

    Duration untilNext() {
        Instant next =
                lying.stream().map(Lying::until).min(Comparator.naturalOrder()).orElseThrow();
        Instant now = clock.instant();
        return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
    }

    /// Whose time has come.
    void carryOut() {
        Instant now = clock.instant();
        List<Lying> due =
                lying.stream().filter(one -> !one.until().isAfter(now)).toList();
        lying.removeAll(due);
        for (Lying one : due) {
            try {
                super.place(one.number(), one.reference());
            } catch (CarrierUnavailableException | CarrierRejectedException _) {
                // nobody is there to hear of it
            }
        }
    }

    @Override
    public PlaceOutcome place(PhoneNumber number, String reference) {
        carryOut();
        if (delays.isEmpty()) {
            return super.place(number, reference);
        }
        lying.add(new Lying(number, reference, clock.instant().plus(delays.pop())));
        throw new CarrierUnavailableException("timeout", "");
    }

    @Override
    public List<CarrierOrder> placed(String reference) {
        carryOut();
        return super.placed(reference);
    }

    @Override
    public Optional<CarrierOrder> order(String orderId) {
        carryOut();
        return super.order(orderId);
    }

    @Override
    public Optional<AvailableNumber> offer(PhoneNumber number) {
        carryOut();
        return super.offer(number);
    }
}
