package dev.pickup.core.number;

import dev.pickup.core.carrier.AvailableNumber;
import dev.pickup.core.carrier.CarrierOrder;
import dev.pickup.core.carrier.NumberCountry;
import dev.pickup.core.carrier.NumberMarket;
import dev.pickup.core.carrier.NumberSearch;
import java.util.List;
import java.util.Optional;

/// A market that passes everything on to another one, but for what a test has it do otherwise.
abstract class PassingMarket implements NumberMarket {
    private final NumberMarket market;

    PassingMarket(NumberMarket market) {
        this.market = market;
    }

    @Override
    public List<NumberCountry> countries() {
        return market.countries();
    }

    @Override
    public List<AvailableNumber> search(NumberSearch search) {
        return market.search(search);
    }

    @Override
    public Optional<AvailableNumber> offer(PhoneNumber number) {
        return market.offer(number);
    }

    @Override
    public PlaceOutcome place(PhoneNumber number, String reference) {
        return market.place(number, reference);
    }

    @Override
    public List<CarrierOrder> placed(String reference) {
        return market.placed(reference);
    }

    @Override
    public Optional<CarrierOrder> order(String orderId) {
        return market.order(orderId);
    }

    @Override
    public void cancel(String orderId) {
        market.cancel(orderId);
    }
}
