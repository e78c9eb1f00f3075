package dev.pickup.media.model.receptionist;

import java.util.Map;
import java.util.Optional;

/// What is said, and the tool that is asked for, if any.
record Answer(String text, Optional<Tool> tool) {
    /// A tool that is asked for.
    record Tool(String name, Map<String, Object> arguments) {}

    static Answer say(String text) {
        return new Answer(text, Optional.empty());
    }

    static Answer ask(String text, String tool, Map<String, Object> arguments) {
        return new Answer(text, Optional.of(new Tool(tool, arguments)));
    }

    /// The same answer with `text` said before it.
    Answer after(String before) {
        return before.isEmpty() ? this : new Answer((before + " " + text).strip(), tool);
    }
}
