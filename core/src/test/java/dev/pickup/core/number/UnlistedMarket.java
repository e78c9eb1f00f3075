package dev.pickup.core.number;

import dev.pickup.core.carrier.AvailableNumber;
import dev.pickup.core.carrier.CarrierOrder;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.NumberCountry;
import dev.pickup.core.carrier.NumberMarket;
import dev.pickup.core.carrier.NumberSearch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A carrier whose first answer to an order is lost, and whose list of orders shows none of them for a while. The
/// number is sold all the while. One thread.
final class UnlistedMarket implements NumberMarket {
    private final NumberMarket market;
    private final Clock clock;
    private final Duration unlisted;
    private Optional<Instant> listedFrom = Optional.empty();

    /// @param unlisted how long; zero for a carrier that answers and lists at once
    UnlistedMarket(NumberMarket market, Clock clock, Duration unlisted) {
        this.market = market;
        this.clock = clock;
        this.unlisted = unlisted;
    }

    @Override
    public PlaceOutcome place(PhoneNumber number, String reference) {
        PlaceOutcome outcome = market.place(number, reference);
        if (unlisted.isZero() || listedFrom.isPresent()) {
            return outcome;
        }
        listedFrom = Optional.of(clock.instant().plus(unlisted));
        throw new CarrierUnavailableException("timeout", "");
    }

    @Override
    public List<CarrierOrder> placed(String reference) {
        boolean isListed =
                listedFrom.map(from -> !clock.instant().isBefore(from)).orElse(true);
        return isListed ? market.placed(reference) : List.of();
    }

    @Override
    public Optional<CarrierOrder> order(String orderId) {
        return market.order(orderId);
    }

    @Override
    public Optional<AvailableNumber> offer(PhoneNumber number) {
        return market.offer(number);
    }

    @Override
    public void cancel(String orderId) {
        market.cancel(orderId);
    }

    @Override
    public List<NumberCountry> countries() {
        return market.countries();
    }

    @Override
    public List<AvailableNumber> search(NumberSearch search) {
        return market.search(search);
    }
}
