package dev.pickup.core.carrier;

import dev.pickup.core.credential.Secret;
import dev.pickup.core.number.Did.CarrierName;

/// Opens customers' accounts. Opening costs nothing and asks nobody: whether the credentials are right is
/// found by [CarrierAccount#probe]. Any thread.
public interface CarrierAccounts {
    /// The account, for looking after its numbers.
    CarrierAccount open(CarrierCredentials credentials);

    /// The same account, for giving commands to its calls.
    Carrier calls(CarrierCredentials credentials);

    /// Reads and verifies webhooks of an account.
    ///
    /// @param key as [CarrierAccount#webhookKey] told
    /// @throws IllegalArgumentException it is no such key
    WebhookCodec webhooks(CarrierName carrier, Secret key);
}
