package dev.pickup.media;

import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CarrierByLeg;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierRejectedException.Reason;
import dev.pickup.core.carrier.telnyx.TelnyxClient;
import dev.pickup.core.carrier.telnyx.TelnyxSettings;
import dev.pickup.core.credential.CredentialCache;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.credential.CredentialOpener;
import dev.pickup.core.customer.CustomerCarriers;
import dev.pickup.core.state.Database;
import dev.pickup.core.state.DynamoDbCredentialStore;
import dev.pickup.core.vault.EnvelopeVault;
import dev.pickup.core.vault.KmsDataKeys;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.kms.KmsClient;

/// Through which carrier account a task commands a leg: our own, or the customer's whose credential the leg names.
/// Faults as [Carrier]; a customer's leg in a task without a vault is `no-vault`.
final class CloudCarriers {
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final Carrier own;
    private final Optional<CredentialCache> credentials;
    private final CustomerCarriers customers;

    /// @param kms where there is a vault
    CloudCarriers(MediaEnvironment environment, Database database, Optional<KmsClient> kms, Clock clock) {
        HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        own = new TelnyxClient(TelnyxSettings.of(environment.telnyxApiBase(), environment.telnyxApiKey()), http);
        customers = new CustomerCarriers(
                environment.telnyxApiBase(), environment.twilioApiBase(), environment.publicBaseUrl(), http);
        credentials = kms.flatMap(client -> environment.vaultKey().map(key -> new KmsDataKeys(client, key)))
                .map(keys -> new EnvelopeVault(keys, new SecureRandom()))
                .map(vault -> new CredentialOpener(new DynamoDbCredentialStore(database), vault))
                .map(opener -> new CredentialCache(opener, clock));
    }

    Carrier byLeg() {
        return new CarrierByLeg(leg -> leg.through().map(this::ofCustomer).orElse(own));
    }

    private Carrier ofCustomer(CredentialId id) {
        CredentialCache opened =
                credentials.orElseThrow(() -> new CarrierRejectedException(Reason.NOT_ALLOWED, "no-vault", ""));
        return customers.calls(opened.get(id).secrets());
    }
}
