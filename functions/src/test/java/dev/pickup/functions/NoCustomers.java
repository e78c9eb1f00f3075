package dev.pickup.functions;

import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CarrierAccount;
import dev.pickup.core.carrier.CarrierAccounts;
import dev.pickup.core.carrier.CarrierCredentials;
import dev.pickup.core.carrier.WebhookCodec;
import dev.pickup.core.credential.SealContext;
import dev.pickup.core.credential.Sealed;
import dev.pickup.core.credential.Secret;
import dev.pickup.core.credential.Vault;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.functions.runtime.Customers;
import dev.pickup.functions.runtime.TestCalls;

/// For tests in which nobody has a carrier account of their own: whoever asks for one fails the test.
public final class NoCustomers implements CarrierAccounts, Vault {
    private NoCustomers() {}

    public static Customers get() {
        NoCustomers none = new NoCustomers();
        return new Customers(none, none, TestCalls.NONE);
    }

    @Override
    public CarrierAccount open(CarrierCredentials credentials) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Carrier calls(CarrierCredentials credentials) {
        throw new UnsupportedOperationException();
    }

    @Override
    public WebhookCodec webhooks(CarrierName carrier, Secret key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Sealed seal(byte[] plain, SealContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] open(Sealed sealed, SealContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Sealed rewrap(Sealed sealed, SealContext context) {
        throw new UnsupportedOperationException();
    }
}
