package dev.pickup.cdk;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/// The customer key under which all data of the product is encrypted. Losing it loses the data: it is kept when the
/// stack goes, and a deletion by hand takes 30 days, the longest that KMS offers.
final class DataKey extends Construct {
    private final Key key;

    DataKey(Construct scope, String id) {
        super(scope, id);
        key = Key.Builder.create(this, "Key")
                .alias("alias/pickup-data")
                .description("Pickup: tables, call journal, events, recordings")
                .enableKeyRotation(true)
                .pendingWindow(Duration.days(30))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    /// For the constructs that encrypt with it.
    IKey key() {
        return key;
    }
}
