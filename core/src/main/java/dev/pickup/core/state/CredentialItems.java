package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.carrier.Capability;
import dev.pickup.core.carrier.Finding;
import dev.pickup.core.credential.Credential;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.credential.Diagnosis;
import dev.pickup.core.credential.Sealed;
import dev.pickup.core.number.Did.CarrierName;

/// Credentials as items. The secrets are there in sealed form only.
final class CredentialItems {
    static final String KIND = "credential";
    static final String VERSION = "version";

    /// Set of the numbers that depend on it; absent when none does, as DynamoDB has no empty sets.
    static final String IMPORTS = "imports";

    private CredentialItems() {}

    static Attributes key(AccountId account, CredentialId id) {
        return Attributes.of(Keys.account(account), Keys.credential(id));
    }

    static Attributes write(Credential credential) {
        return changing(
                        credential,
                        key(credential.account(), credential.id())
                                .text("accountId", credential.account().value())
                                .text("credentialId", credential.id().value())
                                .text("carrier", credential.carrier().name())
                                .text("carrierAccount", credential.carrierAccount())
                                .text("lastFour", credential.lastFour())
                                .instant("createdAt", credential.createdAt()),
                        "")
                .number(VERSION, credential.version());
    }

    /// What later writes change, each name with `prefix` in front.
    static Attributes changing(Credential credential, Attributes into, String prefix) {
        return into.text(prefix + "sealed", credential.sealed().text())
                .items(
                        prefix + "findings",
                        credential.diagnosis().findings().stream()
                                .map(CredentialItems::finding)
                                .toList())
                .instant(prefix + "testedAt", credential.testedAt());
    }

    static Credential read(Item item) {
        return new Credential(
                item.parsed("accountId", AccountId::new),
                item.parsed("credentialId", CredentialId::new),
                item.parsed("carrier", CarrierName::valueOf),
                item.text("carrierAccount"),
                item.text("lastFour"),
                item.parsed("sealed", Sealed::ofText),
                new Diagnosis(item.items("findings").stream()
                        .map(CredentialItems::finding)
                        .toList()),
                item.instant("testedAt"),
                item.instant("createdAt"),
                item.integer(VERSION));
    }

    private static Attributes finding(Finding finding) {
        return Attributes.nested()
                .text("capability", finding.capability().name())
                .text("status", finding.status().name())
                .text("words", finding.words())
                .text("grant", finding.grant())
                .text("cause", finding.cause().map(Finding.Cause::name));
    }

    private static Finding finding(Item item) {
        return new Finding(
                item.parsed("capability", Capability::valueOf),
                item.parsed("status", Finding.Status::valueOf),
                item.text("words"),
                item.text("grant"),
                item.optionalParsed("cause", Finding.Cause::valueOf));
    }
}
