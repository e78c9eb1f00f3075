package dev.pickup.core.state;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// Writes of a transaction, said shortly. A condition is a must.
final class Writes {
    static final String ABSENT = "attribute_not_exists(pk)";
    static final String PRESENT = "attribute_exists(pk)";

    private Writes() {}

    static TransactWriteItem put(TableShape table, Attributes item, String condition) {
        return put(table, item, condition, Map.of());
    }

    static TransactWriteItem put(
            TableShape table, Attributes item, String condition, Map<String, AttributeValue> values) {
        Put.Builder put =
                Put.builder().tableName(table.name()).item(item.toMap()).conditionExpression(condition);
        if (!values.isEmpty()) {
            put.expressionAttributeValues(values);
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }

    /// @param key only its keys
    static TransactWriteItem delete(TableShape table, Attributes key, String condition, Attributes values) {
        Delete.Builder delete =
                Delete.builder().tableName(table.name()).key(key.toMap()).conditionExpression(condition);
        if (!values.toMap().isEmpty()) {
            delete.expressionAttributeValues(values.toMap());
        }
        return TransactWriteItem.builder().delete(delete.build()).build();
    }

    /// @param key only its keys
    static TransactWriteItem update(TableShape table, Attributes key, String change, Attributes values) {
        return update(table, key, change, PRESENT, values);
    }

    static TransactWriteItem update(
            TableShape table, Attributes key, String change, String condition, Attributes values) {
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(table.name())
                        .key(key.toMap())
                        .updateExpression(change)
                        .conditionExpression(condition)
                        .expressionAttributeValues(values.toMap())
                        .build())
                .build();
    }

    static TransactWriteItem check(TableShape table, Attributes key, String condition) {
        return TransactWriteItem.builder()
                .conditionCheck(ConditionCheck.builder()
                        .tableName(table.name())
                        .key(key.toMap())
                        .conditionExpression(condition)
                        .build())
                .build();
    }
}
