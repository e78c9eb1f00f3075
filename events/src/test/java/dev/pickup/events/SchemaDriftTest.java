package dev.pickup.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalRecord;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Records and schemas say the same: every component is a property and the other way round, of the same type, and
/// required exactly when it is never null.
class SchemaDriftTest {
    static Stream<Arguments> contracts() {
        Stream<Arguments> events = Samples.eventTypes().stream().map(type -> Arguments.of(Samples.nameOf(type), type));
        return Stream.concat(events, Stream.of(Arguments.of("journal-record", JournalRecord.class)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contracts")
    void schemaAndRecordSayTheSame(String name, Class<?> type) {
        JsonNode schema = Samples.schema(name);

        new Comparison(schema).object(name, schema, type, Set.of());
    }

    @Test
    void everyKindOfJournalEntryIsInTheSchema() {
        Set<Class<?>> registered = Arrays.stream(
                        JournalEntry.class.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::value)
                .collect(Collectors.toSet());

        assertThat(registered).containsExactlyInAnyOrder(JournalEntry.class.getPermittedSubclasses());
    }

    /// Walks a schema and a type side by side.
    private record Comparison(JsonNode root) {
        void object(String path, JsonNode schema, Class<?> type, Set<String> besides) {
            List<RecordComponent> components = List.of(type.getRecordComponents());
            Set<String> names =
                    components.stream().map(RecordComponent::getName).collect(Collectors.toCollection(TreeSet::new));
            names.addAll(besides);
            Set<String> required = components.stream()
                    .filter(c -> !nullable(c))
                    .map(RecordComponent::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
            required.addAll(besides);

            assertThat(fieldNames(schema.path("properties"))).as(path).isEqualTo(names);
            assertThat(texts(schema.path("required"))).as(path + " required").isEqualTo(required);
            for (RecordComponent component : components) {
                String at = path + "." + component.getName();
                JsonNode property = schema.path("properties").path(component.getName());
                value(at, unwrap(at, property, nullable(component)), component.getGenericType());
            }
        }

        private void value(String path, JsonNode schema, Type type) {
            if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
                assertType(path, schema, "array");
                value(path + "[]", resolve(schema.path("items")), list.getActualTypeArguments()[0]);
            } else if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
                assertType(path, schema, "object");
            } else if (type == JournalEntry.class) {
                journalEntry(path, schema);
            } else if (type instanceof Class<?> c && c.isRecord()) {
                object(path, schema, c, Set.of());
            } else if (type instanceof Class<?> c && c.isEnum()) {
                Set<String> constants = Arrays.stream(c.getEnumConstants())
                        .map(Object::toString)
                        .collect(Collectors.toSet());
                assertThat(texts(schema.path("enum"))).as(path).isEqualTo(constants);
            } else {
                assertType(path, schema, jsonType(type));
                if (type == Instant.class) {
                    assertThat(schema.path("format").asText()).as(path).isEqualTo("date-time");
                }
            }
        }

        private void journalEntry(String path, JsonNode schema) {
            Map<String, Class<?>> kinds = Arrays.stream(
                            JournalEntry.class.getAnnotation(JsonSubTypes.class).value())
                    .collect(Collectors.toMap(JsonSubTypes.Type::name, JsonSubTypes.Type::value));
            assertThat(schema.path("oneOf")).as(path).hasSize(kinds.size());
            for (JsonNode reference : schema.path("oneOf")) {
                JsonNode alternative = resolve(reference);
                String kind = alternative.at("/properties/kind/const").asText();
                assertThat(kinds).as(path).containsKey(kind);
                object(path + "(" + kind + ")", alternative, kinds.get(kind), Set.of("kind"));
            }
        }

        /// The schema of the value itself: references followed, the allowance of null checked and taken off.
        private JsonNode unwrap(String path, JsonNode schema, boolean nullable) {
            boolean nullInType = texts(schema.path("type")).contains("null");
            boolean nullInOneOf = schema.path("oneOf").size() == 2
                    && "null".equals(schema.at("/oneOf/1/type").asText());
            assertThat(nullInType || nullInOneOf).as(path + " may be null").isEqualTo(nullable);
            return resolve(nullInOneOf ? schema.at("/oneOf/0") : schema);
        }

        private JsonNode resolve(JsonNode schema) {
            return schema.has("$ref") ? root.at(schema.path("$ref").asText().substring(1)) : schema;
        }
    }

    private static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String jsonType(Type type) {
        if (type == String.class || type == Instant.class) {
            return "string";
        }
        if (type == int.class || type == long.class || type == Long.class) {
            return "integer";
        }
        if (type == double.class || type == Double.class) {
            return "number";
        }
        assertThat(type).as("a type with a JSON form").isEqualTo(boolean.class);
        return "boolean";
    }

    private static void assertType(String path, JsonNode schema, String expected) {
        Set<String> types = texts(schema.path("type"));
        types.remove("null");
        assertThat(types).as(path).containsExactly(expected);
    }

    private static Set<String> texts(JsonNode node) {
        Set<String> texts = new TreeSet<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(n -> texts.add(n.asText()));
        return texts;
    }

    private static Set<String> fieldNames(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
