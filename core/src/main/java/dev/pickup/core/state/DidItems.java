package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.carrier.NumberPrice;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.Did.Byop;
import dev.pickup.core.number.Did.Purchase;
import dev.pickup.core.number.NumberOrderId;
import dev.pickup.core.number.NumberProblem;
import dev.pickup.core.number.PhoneNumber;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Numbers as items.
final class DidItems {
    static final String KIND = "number";

    private DidItems() {}

    static Attributes write(Did did) {
        return Attributes.of(Keys.account(did.account()), Keys.number(did.number()))
                .text("accountId", did.account().value())
                .text("number", did.number().e164())
                .text("label", did.label())
                .text("source", did.source().name())
                .text("carrier", did.carrier().name())
                .text("carrierNumberId", did.carrierNumberId())
                .text("status", did.status().name())
                .text("agentId", did.agent().map(AgentId::value))
                .instant("createdAt", did.createdAt())
                .nested("byop", did.byop().map(DidItems::byop))
                .nested("purchase", did.purchase().map(DidItems::purchase))
                .number("version", did.version());
    }

    /// The write of a number that is new to its account: instead of nothing, or of one whose order failed.
    static TransactWriteItem putNew(Did did) {
        return TransactWriteItem.builder()
                .put(p -> p.tableName(Tables.ACCOUNTS.name())
                        .item(write(did).toMap())
                        .conditionExpression("attribute_not_exists(pk) OR #status = :failed")
                        .expressionAttributeNames(Map.of("#status", "status"))
                        .expressionAttributeValues(Map.of(":failed", AttributeValue.fromS(Did.Status.FAILED.name()))))
                .build();
    }

    static Attributes purchase(Purchase purchase) {
        return Attributes.nested()
                .text("orderId", purchase.order().value())
                .nested("price", purchase.price().map(DidItems::price))
                .nested("problem", purchase.problem().map(DidItems::problem));
    }

    static Attributes price(NumberPrice price) {
        return Attributes.nested()
                .number("monthlyMicros", price.monthlyMicros())
                .number("upfrontMicros", price.upfrontMicros())
                .text("currency", price.currency());
    }

    static Attributes problem(NumberProblem problem) {
        return Attributes.nested().text("code", problem.code().name()).text("carrierCode", problem.carrierCode());
    }

    static Did read(Item item) {
        return new Did(
                item.parsed("accountId", AccountId::new),
                item.parsed("number", PhoneNumber::new),
                item.text("label"),
                item.optionalParsed("source", Did.Source::valueOf)
                        .orElse(Did.Source.MANAGED), // the first ones had none
                item.parsed("carrier", Did.CarrierName::valueOf),
                item.text("carrierNumberId"),
                item.parsed("status", Did.Status::valueOf),
                item.optionalParsed("agentId", AgentId::new),
                item.instant("createdAt"),
                item.has("byop") ? Optional.of(byop(item.nested("byop"))) : Optional.empty(),
                item.has("purchase") ? Optional.of(purchase(item.nested("purchase"))) : Optional.empty(),
                item.integer("version"));
    }

    static Attributes byop(Byop byop) {
        return Attributes.nested()
                .text("credentialId", byop.credential().value())
                .texts("drift", byop.drift());
    }

    private static Byop byop(Item item) {
        return new Byop(item.parsed("credentialId", CredentialId::new), item.texts("drift"));
    }

    static Optional<NumberPrice> price(Item item) {
        return nested(item, "price")
                .map(p -> new NumberPrice(p.number("monthlyMicros"), p.number("upfrontMicros"), p.text("currency")));
    }

    static Optional<NumberProblem> problem(Item item) {
        return nested(item, "problem")
                .map(p -> new NumberProblem(p.parsed("code", NumberProblem.Code::valueOf), p.text("carrierCode")));
    }

    private static Purchase purchase(Item item) {
        return new Purchase(item.parsed("orderId", NumberOrderId::new), price(item), problem(item));
    }

    private static Optional<Item> nested(Item item, String name) {
        return item.has(name) ? Optional.of(item.nested(name)) : Optional.empty();
    }
}
