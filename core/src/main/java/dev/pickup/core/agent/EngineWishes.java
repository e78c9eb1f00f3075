package dev.pickup.core.agent;

import java.util.List;
import java.util.Optional;

/// What an agent wants of those who hear and think. Immutable.
///
/// @param otherLanguages BCP 47 tags that callers may speak beside the agent's language, and are answered in; at most
///                       [#MOST_OTHERS], of each language one
/// @param redactPii      whether account and card numbers and the like are left out of transcripts; not together with
///                       other languages
/// @param hedgePercent   how many of its replies may be asked for twice when the first word is late; empty: as many as
///                       the task is set to
public record EngineWishes(List<String> otherLanguages, boolean redactPii, Optional<Integer> hedgePercent) {
    /// Languages are told apart among five at most: Amazon Transcribe, "Language identification", 2026.
    public static final int MOST_OTHERS = 4;

    /// One language, everything written down, the task's budget.
    public static final EngineWishes NONE = new EngineWishes(List.of(), false, Optional.empty());

    public EngineWishes {
        otherLanguages = List.copyOf(otherLanguages);
    }
}
