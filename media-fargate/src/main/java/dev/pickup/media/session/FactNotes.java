package dev.pickup.media.session;

import dev.pickup.events.journal.JournalEntry;
import dev.pickup.media.turn.Fact;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;

/// Facts as the journal keeps them: the simple name, the components, and the exact time as `us`.
final class FactNotes {
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

    static JournalEntry.Fact note(Fact fact, long nowUs) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("us", nowUs);
        for (RecordComponent component : COMPONENTS.get(fact.getClass())) {
            try {
                Object value = component.getAccessor().invoke(fact);
                detail.put(
                        component.getName(),
                        value instanceof Enum<?> || value instanceof Character ? value.toString() : value);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("A fact is a record of plain values.", e);
            }
        }
        return new JournalEntry.Fact(nowUs / 1_000, fact.getClass().getSimpleName(), detail);
    }
}
