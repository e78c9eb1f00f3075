package dev.pickup.functions.runtime;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import dev.pickup.core.state.TableShape;
import dev.pickup.core.state.Tables;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Items as Lambda's event classes carry them, as the SDK has them.
public final class StreamImages {
    private StreamImages() {}

    /// What the item is after the change; empty when it was removed.
    public static Map<String, AttributeValue> newImage(DynamodbStreamRecord change) {
        var image = change.getDynamodb().getNewImage();
        return image == null ? Map.of() : converted(image);
    }

    /// The table whose stream it is: `arn:aws:dynamodb:<region>:<account>:table/<name>/stream/<time>`.
    ///
    /// @throws IllegalArgumentException none of ours
    public static TableShape table(DynamodbStreamRecord change) {
        String arn = change.getEventSourceARN();
        return Tables.ALL.stream()
                .filter(t -> arn.contains("/" + t.name() + "/"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A stream of no table of ours"));
    }

    private static Map<String, AttributeValue> converted(
            Map<String, com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue> image) {
        Map<String, AttributeValue> converted = new HashMap<>();
        image.forEach((name, value) -> {
            if (value.getS() != null) { // keys and outbox items are text throughout; nothing else is read here
                converted.put(name, AttributeValue.fromS(value.getS()));
            }
        });
        return converted;
    }
}
