package dev.pickup.benchmarks.load;

import java.util.List;
import java.util.function.Function;

/// One question as it goes over the wire, and the line's noise around it. Immutable, shared by all calls.
public final class CallerQuestion {
    private final SpokenLine line;
    private final List<String> silence;

    private CallerQuestion(SpokenLine line, List<String> silence) {
        this.line = line;
        this.silence = silence;
    }

    /// @param voice speaks for callers
    public static CallerQuestion of(String text, Function<String, short[]> voice) {
        return new CallerQuestion(
                SpokenLine.of(text, voice.apply(text)),
                CallerLines.spokenBy(voice).silence());
    }

    SpokenLine line() {
        return line;
    }

    List<String> silence() {
        return silence;
    }
}
