package dev.pickup.core.state;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Writes an item attribute by attribute: the counterpart of [Item]. Used by one thread, then thrown away.
public final class Attributes {
    private final Map<String, AttributeValue> values = new LinkedHashMap<>();

    /// An item begins with its keys.
    public static Attributes of(String partition, String sort) {
        return new Attributes().text(Tables.PARTITION, partition).text(Tables.SORT, sort);
    }

    /// A map inside of an item.
    public static Attributes nested() {
        return new Attributes();
    }

    public Attributes text(String name, String value) {
        values.put(name, AttributeValue.fromS(value));
        return this;
    }

    public Attributes text(String name, Optional<String> value) {
        value.ifPresent(v -> text(name, v));
        return this;
    }

    public Attributes number(String name, long value) {
        values.put(name, AttributeValue.fromN(Long.toString(value)));
        return this;
    }

    public Attributes decimal(String name, double value) {
        values.put(name, AttributeValue.fromN(Double.toString(value)));
        return this;
    }

    public Attributes flag(String name, boolean value) {
        values.put(name, AttributeValue.fromBool(value));
        return this;
    }

    public Attributes instant(String name, Instant value) {
        return text(name, value.toString());
    }

    public Attributes texts(String name, List<String> value) {
        values.put(
                name,
                AttributeValue.fromL(value.stream().map(AttributeValue::fromS).toList()));
        return this;
    }

    public Attributes textMap(String name, Map<String, String> value) {
        Attributes nested = nested();
        value.forEach(nested::text);
        return nested(name, nested);
    }

    public Attributes nested(String name, Attributes value) {
        values.put(name, AttributeValue.fromM(value.values));
        return this;
    }

    public Attributes nested(String name, Optional<Attributes> value) {
        value.ifPresent(v -> nested(name, v));
        return this;
    }

    public Attributes instant(String name, Optional<Instant> value) {
        return text(name, value.map(Instant::toString));
    }

    public Attributes items(String name, List<Attributes> value) {
        values.put(
                name,
                AttributeValue.fromL(
                        value.stream().map(v -> AttributeValue.fromM(v.values)).toList()));
        return this;
    }

    public Map<String, AttributeValue> toMap() {
        return Map.copyOf(values);
    }
}
