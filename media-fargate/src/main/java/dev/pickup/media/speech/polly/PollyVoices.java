package dev.pickup.media.speech.polly;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which of Polly's voices speaks for an agent.
///
/// Source: `DescribeVoices` for `generative` and `neural` in us-east-1, 2026; what a Region really has is its
/// truth.
final class PollyVoices {
    private static final String ANY = "Ruth";

    private static final Map<String, String> OF_LANGUAGE = Map.of(
            "en-us", "Ruth",
            "en-gb", "Amy",
            "en-au", "Olivia",
            "en-in", "Kajal",
            "es-us", "Lupe",
            "es-es", "Lucia",
            "fr-fr", "Lea",
            "de-de", "Vicki",
            "it-it", "Bianca");

    private static final Set<String> KNOWN = Set.of(
            "Ruth",
            "Matthew",
            "Stephen",
            "Danielle",
            "Joanna",
            "Salli",
            "Amy",
            "Brian",
            "Olivia",
            "Ayanda",
            "Kajal",
            "Lupe",
            "Pedro",
            "Lucia",
            "Sergio",
            "Lea",
            "Remi",
            "Vicki",
            "Daniel",
            "Bianca");

    private PollyVoices() {}

    /// The voice that the agent names, if Polly has it; else the default of its language.
    static String of(String wanted, String language) {
        return KNOWN.contains(wanted) ? wanted : OF_LANGUAGE.getOrDefault(language.toLowerCase(Locale.ROOT), ANY);
    }
}
