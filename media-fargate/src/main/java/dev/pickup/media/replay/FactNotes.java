package dev.pickup.media.replay;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.media.turn.Command;
import dev.pickup.media.turn.Fact;
import dev.pickup.media.turn.ModelEnd;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Facts ⇄ the journal: the simple name, the components, the exact time as `us`, and a digest of what they led to.
/// Pure;
/// any thread.
public final class FactNotes {
    private static final String TIME = "us";
    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final Map<String, Class<?>> KINDS =
            kinds(Fact.class).collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
    /// What older recordings do not say of a fact, because it was so always.
    private static final Map<String, Map<String, Object>> YOUNGER = Map.of(
            Fact.ModelCompleted.class.getSimpleName(), Map.of("end", ModelEnd.COMPLETE.name()),
            Fact.Transcribed.class.getSimpleName(), Map.of("language", ""));

    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            for (RecordComponent component : components) {
                component.getAccessor().setAccessible(true);
            }
            return components;
        }
    };

    private FactNotes() {}

    /// A fact and its exact time.
    public record Noted(Fact fact, long nowUs) {}

    /// For the journal.
    public static JournalEntry.Fact note(Fact fact, long nowUs, List<Command> commands) {
        return noteAs(fact, nowUs, CommandDigest.of(commands));
    }

    static JournalEntry.Fact noteAs(Fact fact, long nowUs, @Nullable String digest) {
        Map<String, Object> detail = new HashMap<>();
        detail.put(TIME, nowUs);
        for (RecordComponent component : COMPONENTS.get(fact.getClass())) {
            Object value = value(component, fact);
            detail.put(
                    component.getName(),
                    value instanceof Enum<?> || value instanceof Character ? value.toString() : value);
        }
        return new JournalEntry.Fact(nowUs / 1_000, fact.getClass().getSimpleName(), detail, digest);
    }

    /// From the journal; empty when it is no fact of the conversation, as this version knows them.
    public static Optional<Noted> read(JournalEntry.Fact note) {
        Class<?> kind = KINDS.get(note.name());
        if (kind == null || !(note.detail().get(TIME) instanceof Number nowUs)) {
            return Optional.empty();
        }
        Map<String, Object> detail = new HashMap<>(YOUNGER.getOrDefault(note.name(), Map.of()));
        detail.putAll(note.detail());
        try {
            return Optional.of(new Noted((Fact) MAPPER.convertValue(detail, kind), nowUs.longValue()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Object value(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Facts and commands are records of plain values.", e);
        }
    }

    static RecordComponent[] components(Class<?> type) {
        return COMPONENTS.get(type);
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(FactNotes::kinds)
                : Stream.of(type);
    }
}
