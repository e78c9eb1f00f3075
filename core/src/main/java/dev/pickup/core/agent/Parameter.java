package dev.pickup.core.agent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;

/// One argument of a tool; always text.
///
/// @param description what the model is told about it
public record Parameter(String name, String description, Form form, boolean required) {
    private static final Pattern CLOCK = Pattern.compile("[0-9]{2}:[0-9]{2}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ().-]{2,30}");

    /// How its text is written.
    public enum Form {
        /// Up to 200 characters.
        SHORT_TEXT,
        /// Up to 2,000 characters.
        LONG_TEXT,
        /// `2026-11-24`
        DATE,
        /// `15:00`, 24 hours
        TIME,
        /// Digits as the caller said them; a national number will do.
        PHONE
    }

    ObjectNode schema() {
        ObjectNode schema =
                JsonNodeFactory.instance.objectNode().put("type", "string").put("description", description);
        return switch (form) {
            case SHORT_TEXT, LONG_TEXT -> schema.put("maxLength", maxLength());
            case DATE -> schema.put("format", "date");
            case TIME -> schema.put("pattern", "^[0-2][0-9]:[0-5][0-9]$");
            case PHONE -> schema.put("maxLength", maxLength());
        };
    }

    Optional<String> violation(Optional<Object> value) {
        if (value.isEmpty() || value.get().equals("")) {
            return required ? Optional.of("`" + name + "` is missing.") : Optional.empty();
        }
        if (!(value.get() instanceof String text)) {
            return Optional.of("`" + name + "` must be text.");
        }
        return isWellFormed(text) ? Optional.empty() : Optional.of("`" + name + "` " + expected());
    }

    private boolean isWellFormed(String text) {
        return text.length() <= maxLength()
                && switch (form) {
                    case SHORT_TEXT, LONG_TEXT -> !text.isBlank();
                    case DATE -> parses(() -> LocalDate.parse(text));
                    case TIME -> CLOCK.matcher(text).matches() && parses(() -> LocalTime.parse(text));
                    case PHONE -> PHONE.matcher(text).matches();
                };
    }

    private int maxLength() {
        return switch (form) {
            case SHORT_TEXT -> 200;
            case LONG_TEXT -> 2_000;
            case DATE -> 10;
            case TIME -> 5;
            case PHONE -> 32;
        };
    }

    private String expected() {
        return switch (form) {
            case SHORT_TEXT, LONG_TEXT -> "must be text of at most " + maxLength() + " characters.";
            case DATE -> "must be a date written YYYY-MM-DD.";
            case TIME -> "must be a time of day written HH:MM, 24 hours.";
            case PHONE -> "must be a phone number.";
        };
    }

    private static boolean parses(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
