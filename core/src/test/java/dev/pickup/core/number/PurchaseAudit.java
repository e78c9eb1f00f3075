package dev.pickup.core.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.agent.AgentId;
import dev.pickup.core.carrier.CarrierOrder;
import dev.pickup.core.carrier.CarrierOrder.State;
import dev.pickup.core.number.PurchaseWorld.Ending;
import dev.pickup.core.number.PurchaseWorld.Shop;
import dev.pickup.events.NumberEvent;
import dev.pickup.events.NumberEvent.NumberFailed;
import dev.pickup.events.NumberEvent.NumberPurchased;
import dev.pickup.events.NumberEvent.NumberReleased;
import dev.pickup.events.NumberEvent.NumberReturned;
import dev.pickup.simulators.telnyx.TelnyxExchange;
import java.util.List;
import java.util.Optional;

/// Compares what we believe with what the carrier has, and adds up what was paid. One thread.
final class PurchaseAudit {
    private final TelnyxExchange exchange;
    private final AgentId agent;
    private long boughtMicros;
    private long returnedMicros;

    PurchaseAudit(TelnyxExchange exchange, AgentId agent) {
        this.exchange = exchange;
        this.agent = agent;
    }

    long boughtMicros() {
        return boughtMicros;
    }

    /// Paid for first months of numbers that came too late: no carrier gives that back.
    long returnedMicros() {
        return returnedMicros;
    }

    Ending check(Fate fate, NumberOrder order, Shop shop) {
        PhoneNumber number = order.wish().number();
        checkOrders(order, shop.market().placed(order.reference().toString()));
        Optional<String> owned = shop.managed().find(number);
        List<Class<?>> told = fate.memory.events.stream()
                .map(NumberEvent.class::cast)
                .filter(event -> event.accountId().equals(PurchaseWorld.US.value()))
                .<Class<?>>map(Object::getClass)
                .toList();
        Optional<Did> did = fate.memory.find(PurchaseWorld.US, number);
        return switch (order.stage()) {
            case ACTIVE -> {
                assertThat(owned).isEqualTo(order.carrier().numberId());
                assertThat(did.orElseThrow().agent()).contains(agent);
                assertThat(exchange.account(PurchaseWorld.RICH)
                                .routing(number.e164())
                                .orElseThrow()
                                .application())
                        .as("calls come to us")
                        .isPresent();
                assertThat(told).containsExactly(NumberPurchased.class);
                yield Ending.ACTIVE;
            }
            case RELEASED -> {
                assertThat(owned).isEmpty();
                assertThat(did).isEmpty();
                assertThat(told).containsExactly(NumberPurchased.class, NumberReleased.class);
                yield Ending.RELEASED;
            }
            case FAILED -> {
                assertThat(owned).as("no orphan at the carrier").isEmpty();
                assertThat(did.orElseThrow().status()).isEqualTo(Did.Status.FAILED);
                assertThat(fate.memory.resolve(number)).isEmpty();
                assertThat(told)
                        .containsExactlyElementsOf(
                                order.returned() == 0
                                        ? List.of(NumberFailed.class)
                                        : List.of(NumberFailed.class, NumberReturned.class));
                yield Ending.valueOf(
                        order.progress().problem().orElseThrow().code().name());
            }
            default -> throw new AssertionError("not at rest: " + order.stage());
        };
    }

    private void checkOrders(NumberOrder order, List<CarrierOrder> placed) {
        assertThat(placed)
                .as("nothing is left open")
                .noneMatch(o -> o.state() == State.PENDING || o.state() == State.NEEDS_DOCUMENTS);
        long succeeded =
                placed.stream().filter(o -> o.state() == State.SUCCEEDED).count();
        if (order.times().purchasedAt().isPresent()) {
            assertThat(succeeded).as("orders that succeeded").isEqualTo(1);
            assertThat(order.returned()).as("numbers that came too late").isZero();
            boughtMicros += firstMonth(order);
        } else {
            assertThat(succeeded).as("orders that succeeded, each given back").isEqualTo(order.returned());
            returnedMicros += order.returned() * firstMonth(order);
        }
    }

    private static long firstMonth(NumberOrder order) {
        return order.carrier()
                .price()
                .map(price -> price.monthlyMicros() + price.upfrontMicros())
                .orElse(0L);
    }
}
