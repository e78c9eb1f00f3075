package dev.pickup.simulators.telnyx.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.line.ExchangeLoop;
import dev.pickup.simulators.telnyx.account.Accounts;
import dev.pickup.simulators.telnyx.account.CarrierAccount;
import dev.pickup.simulators.telnyx.account.Kind;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.inventory.Inventory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Takes orders, and settles them after a while: the numbers become the account's and are paid for, or the order fails
/// and nothing was paid. Any thread.
///
/// An order whose requirements are not met waits for ever, until it is cancelled; its numbers are held meanwhile.
public final class OrderDesk {
    private final ExchangeLoop loop;
    private final Inventory inventory;
    private final OrderTime time;
    private final OrderNews news;

    public OrderDesk(ExchangeLoop loop, Inventory inventory, OrderTime time, OrderNews news) {
        this.loop = loop;
        this.inventory = inventory;
        this.time = time;
        this.news = news;
    }

    /// Orders that were pending when the exchange stopped go on.
    public void resume(Accounts accounts) {
        for (CarrierAccount account : accounts.all()) {
            for (ObjectNode order : account.resources().all(Kind.ORDER, OrderResource::isPending)) {
                OrderResource.numbers(order).forEach(n -> inventory.hold(account, n, Optional.empty()));
                settleLater(account, order);
            }
        }
    }

    /// @param body checked
    /// @return the order, pending
    ObjectNode place(CarrierAccount account, ObjectNode body) {
        ObjectNode order = inventory.atomically(() -> {
            List<String> numbers = OrderResource.numbers(body);
            account.faults().next(Fault.NumberTaken.class).ifPresent(_ -> numbers.forEach(inventory::sold));
            OrderChecks.check(account, inventory, numbers, price(numbers));
            numbers.forEach(n -> inventory.hold(account, n, Optional.empty()));
            ObjectNode placed = OrderResource.created(account, body, inventory);
            account.faults().next(Fault.OrderWantsPapers.class).ifPresent(_ -> OrderResource.wantPapers(placed));
            account.resources().put(Kind.ORDER, placed);
            return placed;
        });
        settleLater(account, order);
        return order;
    }

    /// Only an order that waits for papers can be cancelled.
    ///
    /// @return the order, cancelled; empty when it is too late
    Optional<ObjectNode> cancel(CarrierAccount account, String orderId) {
        return inventory.atomically(() -> account.resources()
                .find(Kind.ORDER, orderId)
                .filter(o -> OrderResource.isPending(o)
                        && !o.path("requirements_met").asBoolean())
                .map(o -> giveUp(account, o, "cancelled")));
    }

    private void settleLater(CarrierAccount account, ObjectNode order) {
        if (!order.path("requirements_met").asBoolean()
                || account.faults().next(Fault.OrderStaysPending.class).isPresent()) {
            return;
        }
        String id = order.path("id").asText();
        boolean fails = account.faults().next(Fault.OrderFails.class).isPresent();
        Duration more = account.faults()
                .next(Fault.OrderDelayed.class)
                .map(d -> Duration.ofMillis(d.ms()))
                .orElse(Duration.ZERO);
        loop.after(time.of(id).plus(more), () -> settle(account, id, fails));
    }

    private void settle(CarrierAccount account, String orderId, boolean fails) {
        Optional<ObjectNode> settled = inventory.atomically(() -> account.resources()
                .find(Kind.ORDER, orderId)
                .filter(OrderResource::isPending)
                .map(o -> fails ? giveUp(account, o, "failure") : deliver(account, o)));
        settled.ifPresent(order -> news.complete(account, order));
    }

    private ObjectNode deliver(CarrierAccount account, ObjectNode order) {
        List<String> numbers = OrderResource.numbers(order);
        for (String number : numbers) {
            Inventory.Facts facts = inventory.facts(number);
            account.own(number, facts.country(), facts.type(), facts.sms(), order);
            inventory.sold(number);
        }
        account.wallet().settle(price(numbers));
        return ended(account, order, "success");
    }

    private ObjectNode giveUp(CarrierAccount account, ObjectNode order, String status) {
        List<String> numbers = OrderResource.numbers(order);
        numbers.forEach(inventory::release);
        account.wallet().release(price(numbers));
        return ended(account, order, status);
    }

    private static ObjectNode ended(CarrierAccount account, ObjectNode order, String status) {
        return account.resources()
                .change(Kind.ORDER, order.path("id").asText(), o -> OrderResource.ended(o, status, account.now()))
                .orElseThrow();
    }

    private BigDecimal price(List<String> numbers) {
        return numbers.stream().map(inventory::price).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
