package dev.pickup.functions.byop;

import dev.pickup.core.carrier.CarrierNumber;
import dev.pickup.core.carrier.CarrierNumber.Destination;
import dev.pickup.core.carrier.Finding;
import dev.pickup.core.credential.Credential;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Credentials, findings and numbers at a carrier as the API shows them: no secrets.
final class CredentialViews {
    private CredentialViews() {}

    record CredentialView(
            String credentialId,
            String carrier,
            String carrierAccount,
            String lastFour,
            boolean usable,
            List<FindingView> findings,
            Instant testedAt,
            Instant createdAt) {}

    record FindingView(
            String capability,
            boolean needed,
            String status,
            Optional<String> cause,
            Optional<String> carrierSays,
            Optional<String> whereToGrant) {}

    record CarrierNumberView(
            String phoneNumber,
            String name,
            boolean active,
            boolean voice,
            boolean sms,
            DestinationView calls,
            DestinationView texts) {}

    record DestinationView(String kind, Optional<String> name, Optional<String> url) {}

    static CredentialView view(Credential credential) {
        return new CredentialView(
                credential.id().value(),
                credential.carrier().name(),
                credential.carrierAccount(),
                credential.lastFour(),
                credential.diagnosis().isUsable(),
                findings(credential.diagnosis().findings()),
                credential.testedAt(),
                credential.createdAt());
    }

    static List<FindingView> findings(List<Finding> findings) {
        return findings.stream().map(CredentialViews::view).toList();
    }

    static CarrierNumberView view(CarrierNumber number) {
        return new CarrierNumberView(
                number.number().e164(),
                number.name(),
                number.active(),
                number.voice(),
                number.sms(),
                view(number.calls()),
                view(number.texts()));
    }

    private static FindingView view(Finding finding) {
        return new FindingView(
                finding.capability().wireName(),
                finding.capability().needed(),
                finding.status().wireName(),
                finding.cause().map(Finding.Cause::wireName),
                text(finding.words()),
                text(finding.grant()));
    }

    private static DestinationView view(Destination destination) {
        return new DestinationView(
                destination.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                text(destination.name()),
                text(destination.url()));
    }

    private static Optional<String> text(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }
}
