package dev.pickup.functions.runtime;

import dev.pickup.core.carrier.CarrierAccounts;
import dev.pickup.core.credential.Vault;

/// What work on customers' own carrier accounts needs.
///
/// @param accounts opens them
/// @param vault    keeps what opens them
/// @param tests    places test calls
public record Customers(CarrierAccounts accounts, Vault vault, TestCalls tests) {
    /// The same, with another way to place test calls.
    public Customers with(TestCalls value) {
        return new Customers(accounts, vault, value);
    }
}
