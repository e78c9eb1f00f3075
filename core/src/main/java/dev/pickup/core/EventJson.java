package dev.pickup.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.pickup.events.CallEvent.CallAnswered;
import dev.pickup.events.CallEvent.CallEnded;
import dev.pickup.events.CallEvent.CallFinalized;
import dev.pickup.events.CallEvent.CallStarted;
import dev.pickup.events.DomainEvent;
import dev.pickup.events.NumberEvent.NumberAttached;
import dev.pickup.events.NumberEvent.NumberCharged;
import dev.pickup.events.NumberEvent.NumberDetached;
import dev.pickup.events.NumberEvent.NumberDrifted;
import dev.pickup.events.NumberEvent.NumberFailed;
import dev.pickup.events.NumberEvent.NumberImported;
import dev.pickup.events.NumberEvent.NumberPurchased;
import dev.pickup.events.NumberEvent.NumberReleased;
import dev.pickup.events.NumberEvent.NumberReturned;
import dev.pickup.events.NumberEvent.NumberRolledBack;
import dev.pickup.events.journal.JournalRecord;

/// Events and journal records ⇄ their JSON, as the schemas in `events` say. Pure; any thread.
///
/// Properties that a reader does not know are skipped: a newer writer may add some. Text that is no such event ends in
/// [MalformedEventException].
public final class EventJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private EventJson() {}

    public static String write(DomainEvent event) {
        return text(event);
    }

    public static String write(JournalRecord journalRecord) {
        return text(journalRecord);
    }

    /// @param name the bus's detail type, e.g. `call.finalized`
    public static DomainEvent event(String name, String json) {
        return value(json, type(name));
    }

    public static JournalRecord journalRecord(String json) {
        return value(json, JournalRecord.class);
    }

    private static Class<? extends DomainEvent> type(String name) {
        return switch (name) {
            case "call.started" -> CallStarted.class;
            case "call.answered" -> CallAnswered.class;
            case "call.ended" -> CallEnded.class;
            case "call.finalized" -> CallFinalized.class;
            case "number.attached" -> NumberAttached.class;
            case "number.detached" -> NumberDetached.class;
            case "number.imported" -> NumberImported.class;
            case "number.rolled-back" -> NumberRolledBack.class;
            case "number.drifted" -> NumberDrifted.class;
            case "number.purchased" -> NumberPurchased.class;
            case "number.failed" -> NumberFailed.class;
            case "number.released" -> NumberReleased.class;
            case "number.returned" -> NumberReturned.class;
            case "number.charged" -> NumberCharged.class;
            default -> throw new MalformedEventException("There is no event of this name", null);
        };
    }

    private static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every event can be written as JSON", e);
        }
    }

    private static <T> T value(String json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new MalformedEventException("Not a " + type.getSimpleName(), null);
            }
            return value;
        } catch (JsonProcessingException e) {
            e.clearLocation(); // the location would print the text itself
            throw new MalformedEventException("Not a " + type.getSimpleName(), e);
        }
    }
}
