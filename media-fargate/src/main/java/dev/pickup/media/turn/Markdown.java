package dev.pickup.media.turn;

import java.util.regex.Pattern;

/// Takes the marks out of text that was written for a screen: nobody says "asterisk asterisk".
final class Markdown {
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)\\]\\([^)]*\\)");
    private static final Pattern LINE_START = Pattern.compile("(?m)^\\s*(#{1,6}|[-*•]|>)\\s+");
    private static final Pattern EMPHASIS = Pattern.compile("\\*+|`+|~~|(?<!\\w)_+|_+(?!\\w)");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Markdown() {}

    /// The same words on one line, without marks.
    static String strip(String text) {
        String plain = LINK.matcher(text).replaceAll("$1");
        plain = LINE_START.matcher(plain).replaceAll("");
        plain = EMPHASIS.matcher(plain).replaceAll("");
        return SPACE.matcher(plain).replaceAll(" ").strip();
    }
}
