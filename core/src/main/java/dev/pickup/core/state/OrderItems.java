package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.number.NumberOrder;
import dev.pickup.core.number.NumberOrder.AtCarrier;
import dev.pickup.core.number.NumberOrder.Lost;
import dev.pickup.core.number.NumberOrder.Milestones;
import dev.pickup.core.number.NumberOrder.Progress;
import dev.pickup.core.number.NumberOrder.Stage;
import dev.pickup.core.number.NumberOrder.Wish;
import dev.pickup.core.number.NumberOrder.Work;
import dev.pickup.core.number.NumberOrderId;
import dev.pickup.core.number.NumberRent;
import dev.pickup.core.number.OrderStep;
import dev.pickup.core.number.PhoneNumber;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Orders of numbers as items.
final class OrderItems {
    static final String KIND = "number order";

    /// Orders are few: one partition of each index holds them all.
    static final String WORK = "ORDER";
    static final String CHARGE = "ORDER";

    private OrderItems() {}

    static Attributes key(NumberOrder order) {
        return Attributes.of(Keys.account(order.account()), Keys.order(order.id()));
    }

    static Attributes write(NumberOrder order) {
        Attributes item = key(order)
                .text("accountId", order.account().value())
                .text("orderId", order.id().value())
                .text("number", order.wish().number().e164())
                .text("label", order.wish().label())
                .text("agentId", order.wish().agent().map(AgentId::value))
                .text("stage", order.stage().name())
                .items(
                        "steps",
                        order.progress().steps().stream().map(OrderItems::step).toList())
                .nested("problem", order.progress().problem().map(DidItems::problem))
                .text("carrierOrderId", order.carrier().orderId())
                .text("carrierNumberId", order.carrier().numberId())
                .nested("price", order.carrier().price().map(DidItems::price))
                .flag("hasMessages", order.carrier().hasMessages())
                .instant("believeFrom", order.carrier().believeFrom())
                .nested("lost", order.carrier().lost().map(OrderItems::lost))
                .instant("createdAt", order.times().createdAt())
                .instant("purchasedAt", order.times().purchasedAt())
                .instant("releasedAt", order.times().releasedAt())
                .instant("chargedTo", order.times().chargedTo())
                .instant("heldUntil", order.work().heldUntil())
                .instant("dueAt", order.work().dueAt())
                .number("misses", order.work().misses())
                .number("version", order.version());
        return indexed(item, order);
    }

    static NumberOrder read(Item item) {
        return new NumberOrder(
                item.parsed("accountId", AccountId::new),
                item.parsed("orderId", NumberOrderId::new),
                new Wish(
                        item.parsed("number", PhoneNumber::new),
                        item.text("label"),
                        item.optionalParsed("agentId", AgentId::new)),
                new Progress(
                        item.parsed("stage", Stage::valueOf),
                        item.items("steps").stream().map(OrderItems::step).toList(),
                        DidItems.problem(item)),
                new AtCarrier(
                        item.optionalText("carrierOrderId"),
                        item.optionalText("carrierNumberId"),
                        DidItems.price(item),
                        item.flag("hasMessages"),
                        item.optionalParsed("believeFrom", Instant::parse),
                        item.has("lost") ? Optional.of(lost(item.nested("lost"))) : Optional.empty()),
                new Milestones(
                        item.instant("createdAt"),
                        item.optionalParsed("purchasedAt", Instant::parse),
                        item.optionalParsed("releasedAt", Instant::parse),
                        item.optionalParsed("chargedTo", Instant::parse)),
                new Work(
                        item.optionalParsed("heldUntil", Instant::parse),
                        item.instant("dueAt"),
                        item.integer("misses")),
                item.integer("version"));
    }

    /// As both indexes sort it.
    static String moment(Instant instant) {
        return String.format(Locale.ROOT, "%015d", instant.toEpochMilli());
    }

    private static Attributes indexed(Attributes item, NumberOrder order) {
        if (!order.stage().isAtRest()) {
            Instant free = order.work().heldUntil().orElse(Instant.EPOCH);
            Instant due = order.work().dueAt().isAfter(free) ? order.work().dueAt() : free;
            item.text(Tables.NUMBER_WORK.partition(), WORK).text(Tables.NUMBER_WORK.sort(), moment(due));
        }
        NumberRent.due(order)
                .ifPresent(due -> item.text(Tables.NUMBER_CHARGES.partition(), CHARGE)
                        .text(Tables.NUMBER_CHARGES.sort(), moment(due)));
        return item;
    }

    private static Attributes lost(Lost lost) {
        return Attributes.nested().instant("since", lost.since()).texts("returned", lost.returned());
    }

    private static Lost lost(Item item) {
        return new Lost(item.instant("since"), item.texts("returned"));
    }

    private static Attributes step(OrderStep step) {
        return Attributes.nested()
                .text("name", step.name())
                .instant("startedAt", step.startedAt())
                .instant("endedAt", step.endedAt())
                .number("attempts", step.attempts())
                .text("answer", step.answer())
                .text("requestId", step.requestId());
    }

    private static OrderStep step(Item item) {
        return new OrderStep(
                item.text("name"),
                item.instant("startedAt"),
                item.optionalParsed("endedAt", Instant::parse),
                item.integer("attempts"),
                item.text("answer"),
                item.text("requestId"));
    }
}
