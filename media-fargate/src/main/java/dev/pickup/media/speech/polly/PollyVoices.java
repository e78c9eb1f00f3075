package dev.pickup.media.speech.polly;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// Which of Polly's voices speaks for an agent.
///
/// Source: `DescribeVoices` for `generative` and `neural` in us-east-1, 2026; what a Region really has is its
/// truth.
final class PollyVoices {
    private static final String ANY = "Ruth";

    /// By what they speak; the first of a language is its default, and the first of a kind of it is that kind's.
    private static final Map<String, List<String>> SPEAK = Map.of(
            "en-us", List.of("Ruth", "Matthew", "Stephen", "Danielle", "Joanna", "Salli"),
            "en-gb", List.of("Amy", "Brian"),
            "en-au", List.of("Olivia"),
            "en-za", List.of("Ayanda"),
            "en-in", List.of("Kajal"),
            "es-us", List.of("Lupe", "Pedro"),
            "es-es", List.of("Lucia", "Sergio"),
            "fr-fr", List.of("Lea", "Remi"),
            "de-de", List.of("Vicki", "Daniel"),
            "it-it", List.of("Bianca"));

    /// Where nobody speaks that kind of a language.
    private static final Map<String, String> ELSE =
            Map.of("en", "en-us", "es", "es-us", "fr", "fr-fr", "de", "de-de", "it", "it-it");

    private PollyVoices() {}

    /// The voice that the agent names, if it speaks the language, of whatever country; else the default of the
    /// language. Where nobody speaks it, the agent's voice does what it can.
    static String of(String wanted, String language) {
        String tag = language.toLowerCase(Locale.ROOT);
        Stream<String> named = speaks(wanted, primary(tag)) ? Stream.of(wanted) : Stream.empty();
        Stream<String> ofLanguage = Stream.of(tag, ELSE.getOrDefault(primary(tag), tag))
                .flatMap(each -> SPEAK.getOrDefault(each, List.of()).stream());
        Stream<String> unfit = SPEAK.values().stream().flatMap(List::stream).filter(wanted::equals);
        return Stream.of(named, ofLanguage, unfit)
                .flatMap(Function.identity())
                .findFirst()
                .orElse(ANY);
    }

    private static boolean speaks(String voice, String primary) {
        return SPEAK.entrySet().stream()
                .anyMatch(voices -> primary(voices.getKey()).equals(primary)
                        && voices.getValue().contains(voice));
    }

    private static String primary(String tag) {
        return tag.split("-", 2)[0];
    }
}
