package dev.pickup.core.number;

import dev.pickup.core.carrier.CarrierOrder;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.NumberMarket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A carrier whose first answer to an order is lost, and whose list of orders shows none of them for a while. The
/// number is sold all the while. One thread.
final class UnlistedMarket extends PassingMarket {
    private final Clock clock;
    private final Duration unlisted;
    private Optional<Instant> listedFrom = Optional.empty();

    /// @param unlisted how long; zero for a carrier that answers and lists at once
    UnlistedMarket(NumberMarket market, Clock clock, Duration unlisted) {
        super(market);
        this.clock = clock;
        this.unlisted = unlisted;
    }

    @Override
    public PlaceOutcome place(PhoneNumber number, String reference) {
        PlaceOutcome outcome = super.place(number, reference);
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
        return isListed ? super.placed(reference) : List.of();
    }
}
