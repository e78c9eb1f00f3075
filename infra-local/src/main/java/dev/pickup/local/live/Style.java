package dev.pickup.local.live;

import java.util.ArrayList;
import java.util.List;

/// How lines look: with colour on a terminal, without in a pipe. Immutable.
///
/// @param colour whether to use the terminal's colours (ECMA-48, SGR)
/// @param width  columns that text is wrapped at
public record Style(boolean colour, int width) {
    private static final String ESCAPE = "\u001b[";
    private static final String OFF = ESCAPE + "0m";
    private static final int SHORTEST = 20;

    /// No colours, for pipes and files.
    public static Style plain() {
        return new Style(false, 110);
    }

    public String strong(String text) {
        return sgr("1", text);
    }

    public String faint(String text) {
        return sgr("2", text);
    }

    public String good(String text) {
        return sgr("32", text);
    }

    public String bad(String text) {
        return sgr("31", text);
    }

    String agent(String text) {
        return sgr("1;36", text);
    }

    String caller(String text) {
        return sgr("1;33", text);
    }

    String tool(String text) {
        return sgr("35", text);
    }

    /// `text` in lines that are at most `width` columns wide with `indent` columns before each; words stay whole.
    List<String> wrap(String text, int indent) {
        int room = Math.max(SHORTEST, width - indent);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > room) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private String sgr(String code, String text) {
        return colour ? ESCAPE + code + "m" + text + OFF : text;
    }
}
