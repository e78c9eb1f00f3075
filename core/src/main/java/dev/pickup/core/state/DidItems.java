package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.PhoneNumber;

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
                .number("version", did.version());
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
                item.integer("version"));
    }
}
