package dev.pickup.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The golden samples and schemas of this module, and which record each is of.
final class Samples {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Samples() {}

    /// @param name   of the file, and in a test report
    /// @param schema name of its schema
    record Sample(String name, String schema, Class<?> type) {
        JsonNode json() {
            return Samples.read("/sample/" + name + ".json");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> all() {
        Stream<Sample> events = eventTypes().stream().map(type -> new Sample(nameOf(type), nameOf(type), type));
        Stream<Sample> journal = Stream.of(
                        JournalEntry.class.getAnnotation(JsonSubTypes.class).value())
                .map(kind -> new Sample("journal." + kind.name(), "journal-record", JournalRecord.class));
        return Stream.concat(events, journal);
    }

    /// Every record that goes over the bus, found through the sealed types: a new one cannot be forgotten.
    static List<Class<?>> eventTypes() {
        return Arrays.stream(DomainEvent.class.getPermittedSubclasses())
                .flatMap(subject -> Arrays.stream(subject.getPermittedSubclasses()))
                .toList();
    }

    static String nameOf(Class<?> event) {
        try {
            var constructor = event.getDeclaredConstructors()[0];
            Object[] nothing = Arrays.stream(constructor.getParameterTypes())
                    .map(Samples::nothing)
                    .toArray();
            return ((DomainEvent) constructor.newInstance(nothing)).name();
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object nothing(Class<?> type) {
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        return type == List.class ? List.of() : null;
    }

    static JsonNode schema(String name) {
        return read("/schema/" + name + ".json");
    }

    private static JsonNode read(String resource) {
        try (InputStream in = Samples.class.getResourceAsStream(resource)) {
            return MAPPER.readTree(Objects.requireNonNull(in, "no " + resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
