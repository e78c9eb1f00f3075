package dev.pickup.cdk;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/// What must outlive every deployment: state, the journal of calls, events, recordings, and the key to all of them.
final class DataStack extends Stack {
    DataStack(Construct scope, String id, StackProps props) {
        super(scope, id, props);
        DataKey key = new DataKey(this, "Key");
        new StateTables(this, "Tables", key);
        new JournalStream(this, "Journal", key);
        new DomainEventBus(this, "Events", key);
        new Recordings(this, "Recordings", key);
    }
}
