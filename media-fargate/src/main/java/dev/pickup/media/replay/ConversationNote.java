package dev.pickup.media.replay;

import dev.pickup.core.call.Turn;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalEntry.Role;
import dev.pickup.media.turn.TurnSettings;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a conversation began with, as the journal's first fact of a session: its settings, and what was said before.
/// With it, a call can be replayed from its journal alone, whatever became of the agent since.
public final class ConversationNote {
    static final String NAME = "ConversationBegan";

    private ConversationNote() {}

    /// For the journal.
    public static JournalEntry.Fact note(TurnSettings settings, List<Turn> soFar, long nowUs) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("us", nowUs);
        detail.put("greeting", settings.greeting());
        detail.put("disclosure", settings.disclosure());
        detail.put("language", settings.language());
        detail.put("hasFallback", settings.hasFallback());
        detail.put("zeroToPerson", settings.zeroToPerson());
        detail.put("speculations", settings.speculations());
        detail.put("otherLanguages", settings.otherLanguages());
        detail.put("silencePromptMs", settings.silencePrompt().toMillis());
        detail.put("silenceGoodbyeMs", settings.silenceGoodbye().toMillis());
        detail.put("maxDurationMs", settings.maxDuration().toMillis());
        detail.put("waits", waits(settings.waits()));
        detail.put(
                "turns",
                soFar.stream()
                        .map(turn -> Map.of(
                                "number", turn.number(), "role", turn.role().name(), "text", turn.text()))
                        .toList());
        return new JournalEntry.Fact(nowUs / 1_000, NAME, detail, null);
    }

    static TurnSettings settings(JournalEntry.Fact note) {
        Map<String, Object> detail = note.detail();
        return new TurnSettings(
                text(detail, "greeting"),
                text(detail, "disclosure"),
                text(detail, "language"),
                Boolean.TRUE.equals(detail.get("hasFallback")),
                Duration.ofMillis(number(detail, "silencePromptMs")),
                Duration.ofMillis(number(detail, "silenceGoodbyeMs")),
                Duration.ofMillis(number(detail, "maxDurationMs")),
                detail.get("waits") instanceof Map<?, ?> waits ? waits(waits) : TurnSettings.Waits.usual(),
                Boolean.TRUE.equals(detail.get("zeroToPerson")),
                detail.get("speculations") instanceof Number most ? most.intValue() : TurnSettings.USUAL_SPECULATIONS,
                otherLanguages(detail));
    }

    static List<Turn> turns(JournalEntry.Fact note) {
        return note.detail().get("turns") instanceof List<?> turns
                ? turns.stream().map(ConversationNote::turn).toList()
                : List.of();
    }

    /// None in what was recorded before agents answered in any.
    private static List<String> otherLanguages(Map<String, Object> detail) {
        return detail.get("otherLanguages") instanceof List<?> tags
                ? tags.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Turn turn(Object noted) {
        if (!(noted instanceof Map<?, ?> turn)) {
            throw new UnreplayableException("A turn is not written as one.");
        }
        Role role = Role.valueOf(String.valueOf(turn.get("role")));
        return new Turn(
                (int) number(turn, "number"), role, String.valueOf(turn.get("text")), "", 0, 0, Optional.empty());
    }

    private static Map<String, Object> waits(TurnSettings.Waits waits) {
        Map<String, Object> noted = new HashMap<>();
        for (RecordComponent wait : FactNotes.components(TurnSettings.Waits.class)) {
            noted.put(wait.getName(), FactNotes.value(wait, waits));
        }
        return noted;
    }

    /// A wait that the journal does not know, because it is younger, has its usual length.
    private static TurnSettings.Waits waits(Map<?, ?> noted) {
        Map<String, Object> all = waits(TurnSettings.Waits.usual());
        all.keySet().forEach(name -> {
            if (noted.containsKey(name)) {
                all.put(name, number(noted, name));
            }
        });
        return FactNotes.MAPPER.convertValue(all, TurnSettings.Waits.class);
    }

    private static String text(Map<?, ?> detail, String name) {
        return detail.get(name) instanceof String text ? text : "";
    }

    private static long number(Map<?, ?> detail, String name) {
        if (detail.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw new UnreplayableException("`" + name + "` is missing.");
    }
}
