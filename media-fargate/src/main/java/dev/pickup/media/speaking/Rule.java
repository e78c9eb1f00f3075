package dev.pickup.media.speaking;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One kind of written thing, and how it is said.
///
/// @param said of a match; plain text, no group references
record Rule(Pattern written, Function<MatchResult, String> said) {
    static Rule of(String regex, Function<MatchResult, String> said) {
        return new Rule(Pattern.compile(regex), said);
    }

    static Rule of(String regex, String said) {
        return of(regex, _ -> said);
    }

    String apply(String text) {
        return written.matcher(text).replaceAll(match -> Matcher.quoteReplacement(said.apply(match)));
    }
}
