package dev.pickup.media.speech.offline;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Text as the voices can say it: ASCII letters, digits and the marks that they understand. Text arrives in
/// spoken form; this only guards against what would be skipped, spelled out or misread.
final class Sayable {
    /// About 15 s of speech: more in one piece would be made too slowly.
    private static final int MAX_CHARACTERS = 220;
    private static final int MIN_CHARACTERS = 100;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DASHES = Pattern.compile("\\s+[-–—]+\\s+|[–—]+|\\s*[;()\\[\\]]+\\s*");
    private static final Pattern UNSAYABLE = Pattern.compile("[^A-Za-z0-9 .,?!':$-]+");
    private static final Pattern REPEATED = Pattern.compile("([.,?!:' -])\\1+");
    private static final Pattern SPACE_BEFORE_MARK = Pattern.compile("\\s+([.,?!:])");
    private static final Pattern SOUND = Pattern.compile("[A-Za-z0-9]");
    private static final Map<String, String> SPOKEN = Map.ofEntries(
            Map.entry("&", " and "),
            Map.entry("%", " percent "),
            Map.entry("@", " at "),
            Map.entry("+", " plus "),
            Map.entry("=", " equals "),
            Map.entry("€", " euros "),
            Map.entry("£", " pounds "),
            Map.entry("’", "'"),
            Map.entry("‘", "'"),
            Map.entry("ß", "ss"));

    private Sayable() {}

    /// `text` as the voices can say it; empty when nothing in it makes a sound.
    static String of(String text) {
        String plain = text;
        for (Map.Entry<String, String> each : SPOKEN.entrySet()) {
            plain = plain.replace(each.getKey(), each.getValue());
        }
        plain = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
        plain = DASHES.matcher(plain).replaceAll(", ");
        plain = UNSAYABLE.matcher(plain).replaceAll(" ");
        plain = REPEATED.matcher(plain).replaceAll("$1");
        plain = SPACE_BEFORE_MARK.matcher(plain).replaceAll("$1").strip();
        return SOUND.matcher(plain).find() ? plain : "";
    }

    /// `text` as the voices can say it, in pieces that are not too long; one empty piece when nothing makes a
    /// sound.
    static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        String rest = of(text);
        while (rest.length() > MAX_CHARACTERS) {
            int end = endOfPiece(rest);
            pieces.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        pieces.add(rest);
        return pieces;
    }

    private static int endOfPiece(String text) {
        for (String mark : List.of(". ", "? ", "! ", ", ", " ")) {
            int at = text.lastIndexOf(mark, MAX_CHARACTERS - 1);
            if (at >= MIN_CHARACTERS) {
                return at + mark.length();
            }
        }
        return MAX_CHARACTERS;
    }
}
