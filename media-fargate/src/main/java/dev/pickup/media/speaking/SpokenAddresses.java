package dev.pickup.media.speaking;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where one writes, looks, calls and goes: e-mail addresses, web pages, telephone numbers, streets.
final class SpokenAddresses {
    private static final String TOP_LEVEL =
            "com|net|org|io|edu|gov|us|co|biz|info|health|clinic|care|salon|dental|app|dev";

    private static final Pattern GROUPS = Pattern.compile("[ .-]");

    static final List<Rule> RULES = List.of(
            Rule.of("\\b([\\w.+-]+)@([\\w-]+(?:\\.[\\w-]+)+)", m -> signs(m.group(1)) + " at " + signs(m.group(2))),
            Rule.of(
                    "<?\\b(?:https?://)?((?:www\\.)?[a-zA-Z][\\w-]*(?:\\.[\\w-]+)*\\.(?:" + TOP_LEVEL
                            + "))\\b(/[\\w./-]*\\w)?/?(?:[?#][\\w=&%.-]*)?>?",
                    SpokenAddresses::page),
            Rule.of(
                    "(?:\\+?1[ .-]?)?(?<!\\d)\\(?(8[0-9]{2})\\)?[ .-](\\d{3})[ .-](\\d{4})\\b",
                    m -> tollFree(m) + ", " + NumberWords.digits(m.group(2)) + ", " + NumberWords.digits(m.group(3))),
            Rule.of(
                    "(?:\\+1[ .-]?\\(?|(?<![\\d-])1[ .-]\\(?|\\b|\\()(\\d{3})\\)?[ .-]?(\\d{3})[ .-]?(\\d{4})\\b",
                    m -> NumberWords.digits(m.group(1)) + ", " + NumberWords.digits(m.group(2)) + ", "
                            + NumberWords.digits(m.group(3))),
            Rule.of("\\+(\\d{1,3}(?:[ .-]?\\d{2,4}){2,5})\\b", m -> "plus " + groups(m.group(1))),
            Rule.of(
                    "(?<![\\d-])(\\d{3})-(\\d{4})\\b(?!-)",
                    m -> NumberWords.digits(m.group(1)) + ", " + NumberWords.digits(m.group(2))),
            Rule.of("\\b(?:ext|Ext|EXT|x)\\.?\\s?(\\d{1,6})\\b", m -> "extension " + NumberWords.digits(m.group(1))),
            Rule.of("(?<=[a-z]\\s)(?:St|Str)\\b\\.?(?=\\s[A-Z]|[\\s,.?!]*$|,|\\s[a-z])", "Street"),
            Rule.of("(?<=[a-z]\\s)Ave\\b\\.?", "Avenue"),
            Rule.of("(?<=[a-z]\\s)Blvd\\b\\.?", "Boulevard"),
            Rule.of("(?<=[a-z]\\s)Rd\\b\\.?", "Road"),
            Rule.of("(?<=[a-z]\\s)Ln\\b\\.?", "Lane"),
            Rule.of("\\b(?:Ste|Suite)\\b\\.?\\s?#?(?=\\w)", "Suite "),
            Rule.of("\\bApt\\b\\.?\\s?#?(?=\\w)", "Apartment "),
            Rule.of("\\bSt\\.?\\s(?=[A-Z])", "Saint "),
            Rule.of("\\bDr\\.?\\s(?=[A-Z])", "Doctor "),
            Rule.of("\\bMr\\.\\s", "Mister "),
            Rule.of("\\bMrs\\.\\s", "Missus "),
            Rule.of("\\bMs\\.\\s", "Miz "),
            Rule.of("\\bProf\\.\\s", "Professor "));

    private SpokenAddresses() {}

    private static String page(MatchResult m) {
        String path = m.group(2) == null ? "" : signs(m.group(2).replace("/", " slash "));
        String host = m.group(1);
        String said = host.startsWith("www.") ? "w w w dot " + signs(host.substring(4)) : signs(host);
        return said + path;
    }

    /// "800" is said as a number, other codes digit by digit.
    private static String tollFree(MatchResult m) {
        String code = m.group(1).equals("800") ? "eight hundred" : NumberWords.digits(m.group(1));
        return m.group().startsWith("1") || m.group().startsWith("+1") ? "one, " + code : code;
    }

    private static String groups(String number) {
        return GROUPS.splitAsStream(number).map(NumberWords::digits).collect(Collectors.joining(", "));
    }

    /// Signs inside a name by their names, digits one by one.
    private static String signs(String name) {
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            said.append(
                    switch (c) {
                        case '.' -> " dot ";
                        case '_' -> " underscore ";
                        case '-' -> " dash ";
                        case '+' -> " plus ";
                        default -> Character.isDigit(c) ? " " + NumberWords.digits(String.valueOf(c)) + " " : c;
                    });
        }
        return said.toString().replaceAll("\\s+", " ").stripTrailing();
    }
}
