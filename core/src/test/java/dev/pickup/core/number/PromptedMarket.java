package dev.pickup.core.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.carrier.CarrierOrder;
import dev.pickup.core.carrier.NumberMarket;
import dev.pickup.core.number.NumberOrder.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A market that holds its user to the order of things, over the deaths of processes: the intent is written before an
/// order is sent, and before another one is sent a look-up has answered. A carrier that refuses to sell a number twice
/// would hide it.
final class PromptedMarket extends PassingMarket {
    private final NumberOrders written;
    private final Set<String> unsure = new HashSet<>();

    PromptedMarket(NumberMarket market, NumberOrders written) {
        super(market);
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
        return super.place(number, reference);
    }

    @Override
    public List<CarrierOrder> placed(String reference) {
        List<CarrierOrder> orders = super.placed(reference);
        unsure.remove(reference);
        return orders;
    }
}
