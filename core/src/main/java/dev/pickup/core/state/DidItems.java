package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.Did.Byop;
import dev.pickup.core.number.PhoneNumber;
import java.util.Optional;

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
                item.has("byop") ? Optional.of(byop(item.nested("byop"))) : Optional.empty(),
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
}
