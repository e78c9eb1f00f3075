package dev.pickup.simulators.transcribe;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What language a stream is in. The service hears it; this one, which is given words and no sounds, tells it by small
/// words that are frequent. The dominant language of a stream is settled once, as soon as there was a second of speech
/// that shows it, and transcripts are in that one from then on. Not thread-safe.
///
/// Source: Developer Guide, "Language identification with streaming transcriptions", read 2026-11. How surely the
/// service tells what, and what its results say before it does, nobody publishes. Chosen: until then all languages are
/// equally likely.
final class SpokenLanguage {
    private static final long LEAST_MS = 1_000;

    /// What an option has for a start, against words that were heard.
    private static final double DOUBT = 0.2;

    private static final Map<String, Set<String>> FREQUENT = Map.of(
            "en", words("""
                    the a an and or of to in is are was do does can could would will you your i my me we it what when
                    where who how have has not please yes thanks hello need like tomorrow open"""), "es", words("""
                    el los las un una y o de del en es son está puedo puede usted su mi me qué cuándo dónde cómo a para
                    por hola sí gracias quiero quisiera tengo hay mañana abren habla español"""), "fr", words("""
                    le les un une et ou de du des en est sont puis pouvez vous votre mon ma je que quand où comment pour
                    bonjour oui merci voudrais avez demain êtes ouverts à parlez français"""), "de", words("""
                    der die das ein eine und oder von zu im in ist sind kann können sie ihr mein ich was wann wo wie für
                    hallo ja danke möchte haben morgen geöffnet sprechen deutsch"""), "it", words("""
                    il gli un una e o di del in è sono posso può lei suo mio mi che quando dove come per buongiorno sì
                    grazie vorrei ha domani aperti parla italiano"""), "pt", words("""
                    o os as um uma e ou de do da em é são posso pode você seu meu me que quando onde como para por olá
                    sim obrigado obrigada queria tem amanhã abrem fala português"""));

    private final StreamParameters stream;
    private final Map<String, Integer> before = new HashMap<>();
    private long speechMs;
    private boolean settled;
    private Map<String, Double> scores;

    SpokenLanguage(StreamParameters stream) {
        this.stream = stream;
        this.scores = scores(Map.of());
    }

    /// Takes what is known of a segment; returns how likely each option is, in the order of the options. Empty when
    /// none
    /// is to be identified.
    Map<String, Double> heard(List<WordTimes.Word> segment, boolean complete) {
        if (!settled) {
            Map<String, Integer> counts = new HashMap<>(before);
            stream.options().forEach(option -> counts.merge(option, count(option, segment), Integer::sum));
            long lengthMs = segment.getLast().endMs() - segment.getFirst().startMs();
            scores = speechMs + lengthMs < LEAST_MS ? scores(Map.of()) : scores(counts);
            settled = !stream.several() && code(scores, stream).isSure();
            if (complete && !stream.several()) {
                before.putAll(counts);
                speechMs += lengthMs;
            }
        }
        return scores;
    }

    /// @param isSure whether it is the only one that is so likely
    record Code(String language, boolean isSure) {}

    /// The likeliest; the preferred one where others are as likely.
    static Code code(Map<String, Double> scores, StreamParameters stream) {
        double best =
                scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        List<String> likeliest = scores.keySet().stream()
                .filter(option -> scores.getOrDefault(option, 0.0) >= best)
                .toList();
        boolean preferred = likeliest.isEmpty() || likeliest.contains(stream.language());
        return new Code(preferred ? stream.language() : likeliest.getFirst(), likeliest.size() == 1);
    }

    private Map<String, Double> scores(Map<String, Integer> counts) {
        double all = stream.options().stream()
                .mapToDouble(option -> counts.getOrDefault(option, 0) + DOUBT)
                .sum();
        return stream.options().stream()
                .collect(Collectors.toMap(
                        option -> option,
                        option -> (counts.getOrDefault(option, 0) + DOUBT) / all,
                        (one, _) -> one,
                        LinkedHashMap::new));
    }

    private static int count(String option, List<WordTimes.Word> segment) {
        Set<String> frequent = FREQUENT.getOrDefault(option.split("-", 2)[0].toLowerCase(Locale.ROOT), Set.of());
        return (int) segment.stream()
                .map(word -> word.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", ""))
                .filter(frequent::contains)
                .count();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
