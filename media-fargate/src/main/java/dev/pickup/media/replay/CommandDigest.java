package dev.pickup.media.replay;

import dev.pickup.media.turn.Command;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Commands as the journal keeps them, one line a step: names, numbers and ids as they are, texts and everything larger
/// as the CRC-32C of what they say. Enough to see whether a replay does the same, and where it does not; a tenth of
/// what
/// the commands themselves would take. What is optional and absent is left out: a command may get such a part, and what
/// was recorded before still replays. Pure; the same in every JVM.
public final class CommandDigest {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.-]{1,40}");
    private static final String BETWEEN = "; ";

    private CommandDigest() {}

    /// `ArmTimer MODEL 9100; StartModel 2 #1c291ca3`; null when there are none.
    public static @Nullable String of(List<Command> commands) {
        return commands.isEmpty()
                ? null
                : commands.stream().map(CommandDigest::line).collect(Collectors.joining(BETWEEN));
    }

    /// The lines of a digest.
    static List<String> lines(@Nullable String digest) {
        return digest == null || digest.isEmpty() ? List.of() : List.of(digest.split(BETWEEN));
    }

    static @Nullable String joined(List<String> lines) {
        return lines.isEmpty() ? null : String.join(BETWEEN, lines);
    }

    private static String line(Command command) {
        StringBuilder line = new StringBuilder(command.getClass().getSimpleName());
        for (RecordComponent component : FactNotes.components(command.getClass())) {
            Object value = FactNotes.value(component, command);
            if (!Optional.empty().equals(value)) {
                line.append(' ').append(part(value));
            }
        }
        return line.toString();
    }

    private static String part(Object value) {
        if (value instanceof Optional<?> optional) {
            return part(optional.orElseThrow());
        }
        boolean plain = value instanceof Number || value instanceof Boolean || value instanceof Enum<?>;
        boolean id = value instanceof String text && PLAIN.matcher(text).matches();
        return plain || id ? value.toString() : "#" + crc(whole(value));
    }

    /// All that the value says, in one order.
    private static String whole(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Optional<?> optional -> whole(optional.orElse(null));
            case Collection<?> list ->
                list.stream().map(CommandDigest::whole).collect(Collectors.joining(",", "[", "]"));
            case Map<?, ?> map -> {
                TreeMap<String, String> sorted = new TreeMap<>();
                map.forEach((key, each) -> sorted.put(key.toString(), whole(each)));
                yield sorted.toString();
            }
            case Record each -> {
                StringBuilder text = new StringBuilder(each.getClass().getSimpleName());
                for (RecordComponent component : FactNotes.components(each.getClass())) {
                    text.append('|').append(whole(FactNotes.value(component, each)));
                }
                yield text.toString();
            }
            default -> value.toString();
        };
    }

    private static String crc(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(crc.getValue());
    }
}
