package dev.pickup.core.state;

import dev.pickup.core.call.Call;
import dev.pickup.core.call.CallId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// Writes of a call's header, on the condition that it is still the version that was read.
final class CallHeader {
    private CallHeader() {}

    static Map<String, AttributeValue> key(CallId call) {
        return Attributes.of(Keys.call(call), Keys.CALL_HEADER).toMap();
    }

    /// The first write of a call (version 0), or the next one.
    static TransactWriteItem write(Call call) {
        return write(CallItems.header(call, call.version() + 1), call);
    }

    /// The same with attributes of the writer's own.
    static TransactWriteItem write(Attributes header, Call call) {
        return call.version() == 0 ? put(header) : update(header.toMap(), call);
    }

    private static TransactWriteItem put(Attributes header) {
        Put put = Put.builder()
                .tableName(Tables.CALLS.name())
                .item(header.text(CallItems.WORDS, "").toMap())
                .conditionExpression("attribute_not_exists(pk)")
                .build();
        return TransactWriteItem.builder().put(put).build();
    }

    /// Attribute by attribute, because a heartbeat may come between the read and this write and must stay.
    private static TransactWriteItem update(Map<String, AttributeValue> header, Call call) {
        Map<String, String> names = new HashMap<>(Map.of("#version", CallItems.VERSION));
        Map<String, AttributeValue> values =
                new HashMap<>(Map.of(":version", AttributeValue.fromN(Long.toString(call.version()))));
        List<String> sets = new ArrayList<>();
        List<String> removals = new ArrayList<>();
        header.forEach((name, value) -> {
            if (!name.equals(Tables.PARTITION) && !name.equals(Tables.SORT)) {
                int n = names.size();
                names.put("#n" + n, name);
                values.put(":v" + n, value);
                sets.add("#n" + n + " = :v" + n);
            }
        });
        CallItems.OPTIONAL.stream().filter(name -> !header.containsKey(name)).forEach(name -> {
            int n = names.size();
            names.put("#n" + n, name);
            removals.add("#n" + n);
        });
        Update update = Update.builder()
                .tableName(Tables.CALLS.name())
                .key(key(call.id()))
                .updateExpression("SET " + String.join(", ", sets)
                        + (removals.isEmpty() ? "" : " REMOVE " + String.join(", ", removals)))
                .conditionExpression("#version = :version")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
        return TransactWriteItem.builder().update(update).build();
    }
}
