package dev.pickup.media.turn;

import dev.pickup.core.agent.AgentSettings;
import java.util.List;
import java.util.stream.Stream;

/// The words every call of an agent begins with.
public final class Opening {
    private Opening() {}

    /// What agents say by themselves again and again, in the same clauses; in a language in which we do not know the
    /// words, nothing.
    public static List<String> phrases(String language) {
        return Stream.of(Phrases.STILL_THERE, Phrases.MOMENT, Phrases.NOT_UNDERSTOOD, Phrases.GOODBYE)
                .flatMap(phrase -> Phrases.in(language, phrase).stream())
                .flatMap(text -> ClauseCutter.whole(text).stream())
                .toList();
    }

    /// Greeting and disclosure in the clauses that the conversation hands to the voice, as written: whoever makes their
    /// audio beforehand lets the greeting begin at once.
    public static List<String> clauses(AgentSettings agent) {
        return Stream.of(agent.greeting(), agent.disclosure())
                .flatMap(text -> ClauseCutter.whole(text).stream())
                .toList();
    }
}
