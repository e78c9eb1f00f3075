package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What an account has, each resource as the JSON object that the API shows. Readers get copies. Any thread.
public final class Resources {
    private final Map<Kind, Map<String, ObjectNode>> byKind = new EnumMap<>(Kind.class);
    private Runnable changed = () -> {};
    private int steps;
    private boolean untold;

    Resources() {
        for (Kind kind : Kind.values()) {
            byKind.put(kind, new LinkedHashMap<>());
        }
    }

    public List<ObjectNode> all(Kind kind) {
        return all(kind, _ -> true);
    }

    /// Copies of those that are wanted.
    ///
    /// @param wanted looks at a resource and leaves it as it is
    public synchronized List<ObjectNode> all(Kind kind, Predicate<ObjectNode> wanted) {
        return of(kind).values().stream()
                .filter(wanted)
                .map(ObjectNode::deepCopy)
                .toList();
    }

    public synchronized int count(Kind kind) {
        return of(kind).size();
    }

    /// What all of them have in this field.
    synchronized List<String> texts(Kind kind, String field) {
        return of(kind).values().stream().map(r -> r.path(field).asText()).toList();
    }

    public synchronized Optional<ObjectNode> find(Kind kind, String id) {
        return Optional.ofNullable(of(kind).get(id)).map(ObjectNode::deepCopy);
    }

    public synchronized boolean has(Kind kind, String id) {
        return of(kind).containsKey(id);
    }

    public synchronized void put(Kind kind, ObjectNode resource) {
        of(kind).put(resource.path("id").asText(), resource.deepCopy());
        tell();
    }

    /// @return the resource as it is after `change`; empty when there is none with this id
    public synchronized Optional<ObjectNode> change(Kind kind, String id, UnaryOperator<ObjectNode> change) {
        return find(kind, id).map(change).map(resource -> {
            of(kind).put(id, resource);
            tell();
            return resource.deepCopy();
        });
    }

    /// @return the resource as it was
    public synchronized Optional<ObjectNode> remove(Kind kind, String id) {
        Optional<ObjectNode> removed = Optional.ofNullable(of(kind).remove(id));
        tell();
        return removed;
    }

    /// Nothing else changes while `step` runs, and its changes are told as one.
    public synchronized <T> T atomically(Supplier<T> step) {
        steps++;
        try {
            return step.get();
        } finally {
            steps--;
            if (steps == 0 && untold) {
                tell();
            }
        }
    }

    /// All of it: by kind, then by id, fields in the order of their names. Two accounts that hold the same are the same
    /// text.
    synchronized ObjectNode dump() {
        ObjectNode dump = JsonNodeFactory.instance.objectNode();
        byKind.forEach((kind, resources) -> {
            ObjectNode section = dump.putObject(kind.section());
            resources.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(e -> section.set(e.getKey(), sorted(e.getValue())));
        });
        return dump;
    }

    /// What a dump held takes the place of what is here.
    synchronized void restore(JsonNode dump) {
        byKind.forEach((kind, resources) -> {
            resources.clear();
            dump.path(kind.section())
                    .properties()
                    .forEach(e ->
                            resources.put(e.getKey(), (ObjectNode) e.getValue().deepCopy()));
        });
    }

    /// @param listener told after every change, by the thread that made it
    synchronized void onChange(Runnable listener) {
        changed = listener;
    }

    private void tell() {
        untold = steps > 0;
        if (!untold) {
            changed.run();
        }
    }

    private Map<String, ObjectNode> of(Kind kind) {
        return byKind.getOrDefault(kind, Map.of());
    }

    private static JsonNode sorted(JsonNode value) {
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        Stream<Map.Entry<String, JsonNode>> fields =
                object.properties().stream().sorted(Map.Entry.comparingByKey());
        fields.forEach(e -> sorted.set(e.getKey(), sorted(e.getValue())));
        return sorted;
    }
}
