package dev.pickup.core.state;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Reads a stored item attribute by attribute. Whatever is missing, of another type or malformed ends in
/// [CorruptItemException] that names it.
///
/// @param kind what the item is, for that exception
public record Item(String kind, Map<String, AttributeValue> attributes) {
    public Item {
        attributes = Map.copyOf(attributes);
    }

    public boolean has(String name) {
        return attributes.containsKey(name);
    }

    public String text(String name) {
        return present(name, value(name).s());
    }

    public Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /// Text that `parse` understands; its refusal makes the item corrupt.
    public <T> T parsed(String name, Function<String, T> parse) {
        String text = text(name);
        try {
            return parse.apply(text);
        } catch (RuntimeException e) {
            throw new CorruptItemException(kind, name, e);
        }
    }

    public <T> Optional<T> optionalParsed(String name, Function<String, T> parse) {
        return has(name) ? Optional.of(parsed(name, parse)) : Optional.empty();
    }

    public long number(String name) {
        return toLong(name, present(name, value(name).n()));
    }

    public int integer(String name) {
        long number = number(name);
        if (number != (int) number) {
            throw new CorruptItemException(kind, name);
        }
        return (int) number;
    }

    public double decimal(String name) {
        String digits = present(name, value(name).n());
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            throw new CorruptItemException(kind, name, e);
        }
    }

    public boolean flag(String name) {
        return present(name, value(name).bool());
    }

    public Instant instant(String name) {
        return parsed(name, Instant::parse);
    }

    /// A list of maps, each read as an item of the same kind.
    public List<Item> items(String name) {
        if (!value(name).hasL()) {
            throw new CorruptItemException(kind, name);
        }
        return value(name).l().stream().map(v -> nested(name, v)).toList();
    }

    public List<String> texts(String name) {
        if (!value(name).hasL()) {
            throw new CorruptItemException(kind, name);
        }
        return value(name).l().stream().map(v -> present(name, v.s())).toList();
    }

    public Item nested(String name) {
        return nested(name, value(name));
    }

    public Map<String, String> textMap(String name) {
        return nested(name).attributes().entrySet().stream()
                .collect(toUnmodifiableMap(
                        Map.Entry::getKey, e -> present(name, e.getValue().s())));
    }

    private Item nested(String name, AttributeValue value) {
        if (!value.hasM()) {
            throw new CorruptItemException(kind, name);
        }
        return new Item(kind, value.m());
    }

    private AttributeValue value(String name) {
        return present(name, attributes.get(name));
    }

    private long toLong(String name, String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new CorruptItemException(kind, name, e);
        }
    }

    private <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new CorruptItemException(kind, name);
        }
        return value;
    }
}
