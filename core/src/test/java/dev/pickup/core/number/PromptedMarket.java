package dev.pickup.core.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.carrier.AvailableNumber;
import dev.pickup.core.carrier.CarrierOrder;
import dev.pickup.core.carrier.NumberCountry;
import dev.pickup.core.carrier.NumberMarket;
import dev.pickup.core.carrier.NumberSearch;
import dev.pickup.core.number.NumberOrder.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A market that holds its user to the order of things, over the deaths of processes: the intent is written before an
/// order is sent, and before another one is sent a look-up has answered. A carrier that refuses to sell a number twice
/// would hide it.
final class PromptedMarket implements NumberMarket {
    private final NumberMarket market;
    private final NumberOrders written;
    private final Set<String> unsure = new HashSet<>();

    PromptedMarket(NumberMarket market, NumberOrders written) {
        this.market = market;
        this.written = written;
    }

    @Override
    public PlaceOutcome place(PhoneNumber number, String reference) {
        OrderReference order = OrderReference.parse(reference).orElseThrow();
        assertThat(written.find(order.account(), order.order()).map(NumberOrder::stage))
                .as("the intent is written before the order is sent")
                .contains(Stage.SENT);
        assertThat(unsure.add(reference))
                .as("looked up before it is sent again")
                .isTrue();
        return market.place(number, reference);
    }

    @Override
    public List<CarrierOrder> placed(String reference) {
        List<CarrierOrder> orders = market.placed(reference);
        unsure.remove(reference);
        return orders;
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
    public Optional<CarrierOrder> order(String orderId) {
        return market.order(orderId);
    }

    @Override
    public void cancel(String orderId) {
        market.cancel(orderId);
    }
}
