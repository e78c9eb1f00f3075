package dev.pickup.core.state;

import dev.pickup.core.call.CallId;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What a change in the stream of `pickup-calls` says of a call.
public final class CallChanges {
    private static final AttributeValue ENDED = AttributeValue.fromS("ENDED");
    private static final AttributeValue HEADER = AttributeValue.fromS(Keys.CALL_HEADER);

    private CallChanges() {}

    /// The call whose header this is, if it is `ENDED`: it may be due for finalization.
    ///
    /// @param item after the change; empty when it was removed
    public static Optional<CallId> ended(Map<String, AttributeValue> item) {
        boolean ended = HEADER.equals(item.get(Tables.SORT)) && ENDED.equals(item.get(CallItems.STATE));
        return ended ? Optional.of(CallItems.id(item)) : Optional.empty();
    }
}
