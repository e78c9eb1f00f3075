package dev.pickup.core.state;

import dev.pickup.core.agent.AgentId;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.NumberOrder;
import dev.pickup.core.number.NumberOrder.Stage;
import dev.pickup.core.number.NumberProblem;
import dev.pickup.events.DomainEvent;
import dev.pickup.events.NumberEvent.NumberFailed;
import dev.pickup.events.NumberEvent.NumberPurchased;
import dev.pickup.events.NumberEvent.NumberReleased;
import dev.pickup.events.NumberEvent.NumberReturned;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// What follows from a step of an order for its number, as writes of the step's own transaction.
record NumberEffects(Database database, NumberOrder before, NumberOrder after, Instant now) {
    private static final TableShape TABLE = Tables.ACCOUNTS;

    /// The number as its order begins.
    static Did newNumber(NumberOrder order) {
        return new Did(
                order.account(),
                order.wish().number(),
                order.wish().label(),
                Did.Source.MANAGED,
                Did.CarrierName.TELNYX,
                "",
                order.stage().status(),
                Optional.empty(),
                order.times().createdAt(),
                Optional.empty(),
                Optional.of(purchase(order)),
                1);
    }

    static Did.Purchase purchase(NumberOrder order) {
        return new Did.Purchase(
                order.id(), order.carrier().price(), order.progress().problem());
    }

    List<TransactWriteItem> writes() {
        List<TransactWriteItem> writes = new ArrayList<>();
        if (after.stage() == Stage.RELEASED && before.stage() != Stage.RELEASED) {
            writes.addAll(gone());
        } else if (isShown() && (!before.stage().isFailed() || isStillThere())) {
            writes.add(shown());
        }
        if (after.stage().isFailed() && !before.stage().isFailed()) {
            writes.add(free());
            writes.add(oneLess());
            String reason = after.progress()
                    .problem()
                    .map(NumberProblem::code)
                    .orElseThrow()
                    .wireName();
            writes.add(tell(new NumberFailed(
                    eventId("failed"), account(), now, number(), after.id().value(), reason)));
        }
        if (after.hasReturnedMoreThan(before)) {
            writes.add(tell(new NumberReturned(
                    eventId("returned" + after.returned()),
                    account(),
                    now,
                    number(),
                    after.id().value())));
        }
        if (after.times().purchasedAt().isPresent()
                && before.times().purchasedAt().isEmpty()) {
            writes.add(tell(new NumberPurchased(
                    eventId("purchased"), account(), now, number(), after.id().value())));
        }
        return writes;
    }

    /// Whether the number's owner sees a difference.
    private boolean isShown() {
        return before.stage().status() != after.stage().status()
                || !before.carrier().numberId().equals(after.carrier().numberId())
                || !purchase(before).equals(purchase(after));
    }

    /// A number whose order failed may be forgotten, or the subject of another order.
    private boolean isStillThere() {
        return did().flatMap(Did::purchase)
                .filter(purchase -> purchase.order().equals(after.id()))
                .isPresent();
    }

    private Optional<Did> did() {
        return database.get(
                        DidItems.KIND,
                        TABLE,
                        Keys.account(after.account()),
                        Keys.number(after.wish().number()))
                .map(DidItems::read);
    }

    private TransactWriteItem shown() {
        Attributes values = Attributes.nested()
                .text(":status", after.stage().status().name())
                .text(":id", after.carrier().numberId().orElse(""))
                .nested(":purchase", DidItems.purchase(purchase(after)))
                .text(":order", after.id().value())
                .number(":one", 1);
        return TransactWriteItem.builder()
                .update(u -> u.tableName(TABLE.name())
                        .key(numberKey().toMap())
                        .updateExpression("SET #status = :status, carrierNumberId = :id, purchase = :purchase,"
                                + " version = version + :one")
                        .conditionExpression("purchase.orderId = :order")
                        .expressionAttributeNames(Map.of("#status", "status"))
                        .expressionAttributeValues(values.toMap()))
                .build();
    }

    private TransactWriteItem free() {
        return Writes.delete(
                TABLE,
                Attributes.of(Keys.number(after.wish().number()), DynamoDbNumberStore.OWNER),
                "orderId = :order",
                Attributes.nested().text(":order", after.id().value()));
    }

    private TransactWriteItem oneLess() {
        return Writes.update(
                TABLE,
                Attributes.of(Keys.account(after.account()), Keys.BOUGHT_NUMBERS),
                "ADD bought :less",
                Attributes.nested().number(":less", -1));
    }

    private List<TransactWriteItem> gone() {
        List<TransactWriteItem> writes = new ArrayList<>();
        Did did = did().orElseThrow(() -> new CorruptItemException(OrderItems.KIND, "number"));
        writes.add(Writes.delete(
                TABLE, numberKey(), "version = :version", Attributes.nested().number(":version", did.version())));
        writes.add(Writes.delete(
                TABLE,
                Attributes.of(Keys.number(did.number()), DynamoDbNumberStore.OWNER),
                "accountId = :account",
                Attributes.nested().text(":account", account())));
        did.agent().ifPresent(agent -> writes.add(drivesNoMore(agent)));
        if (after.times().purchasedAt().isPresent()) {
            writes.add(oneLess());
        }
        writes.add(tell(new NumberReleased(
                eventId("released"), account(), now, number(), after.id().value())));
        return writes;
    }

    private TransactWriteItem drivesNoMore(AgentId agent) {
        return TransactWriteItem.builder()
                .update(u -> u.tableName(TABLE.name())
                        .key(Attributes.of(Keys.account(after.account()), Keys.numbersOf(agent))
                                .toMap())
                        .updateExpression("DELETE numbers :number")
                        .expressionAttributeValues(Map.of(":number", AttributeValue.fromSs(List.of(number())))))
                .build();
    }

    private TransactWriteItem tell(DomainEvent event) {
        return Outbox.put(TABLE, Keys.account(after.account()), event);
    }

    private Attributes numberKey() {
        return Attributes.of(
                Keys.account(after.account()), Keys.number(after.wish().number()));
    }

    private String account() {
        return after.account().value();
    }

    private String number() {
        return after.wish().number().e164();
    }

    private String eventId(String fact) {
        return "evt_" + UUID.nameUUIDFromBytes((after.reference() + "#" + fact).getBytes(StandardCharsets.UTF_8));
    }
}
