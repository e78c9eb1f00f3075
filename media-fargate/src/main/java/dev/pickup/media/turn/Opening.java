package dev.pickup.media.turn;

import dev.pickup.core.agent.AgentSettings;
import java.util.List;
import java.util.stream.Stream;

/// The words every call of an agent begins with.
public final class Opening {
    private Opening() {}

    /// Greeting and disclosure in the clauses that the conversation hands to the voice, as written: whoever makes their
    /// audio beforehand lets the greeting begin at once.
    public static List<String> clauses(AgentSettings agent) {
        return Stream.of(agent.greeting(), agent.disclosure())
                .flatMap(text -> ClauseCutter.whole(text).stream())
                .toList();
    }
}
