package dev.pickup.core.number;

import dev.pickup.core.account.AccountId;
import java.util.Optional;

/// What an order is called at the carrier: `acc_demo/ord_1f…`. Found again by it when an answer was lost.
public record OrderReference(AccountId account, NumberOrderId order) {
    /// From what a carrier says; empty when it is none of ours.
    public static Optional<OrderReference> parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new OrderReference(new AccountId(parts[0]), new NumberOrderId(parts[1])));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// As the carrier is told.
    @Override
    public String toString() {
        return account + "/" + order;
    }
}
