package dev.pickup.media.turn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the model's runs cost, those too that were broken off: a cancelled stream reports no usage, but is charged for.
/// Then the input is guessed from the length of the request, corrected by the latest run that did report (instructions
/// and tools are in its number, too), and the output by the pieces that came. Not thread-safe.
final class TokenCount {
    /// The usual rule of thumb for English text.
    private static final int CHARACTERS_PER_TOKEN = 4;

    private final Map<Integer, Run> open = new HashMap<>();
    private long instructionTokens;

    private static final class Run {
        final long lineTokens;
        long pieces;

        Run(long lineTokens) {
            this.lineTokens = lineTokens;
        }
    }

    int size() {
        return open.size();
    }

    void asked(int run, List<Line> lines) {
        long characters = lines.stream().mapToLong(TokenCount::length).sum();
        open.put(run, new Run(characters / CHARACTERS_PER_TOKEN));
    }

    void token(int run) {
        Run counted = open.get(run);
        if (counted != null) {
            counted.pieces++;
        }
    }

    /// The run reported what it used.
    void completed(Fact.ModelCompleted fact, boolean discarded, Effects out) {
        Run run = open.remove(fact.run());
        if (run != null) {
            instructionTokens = Math.max(0, fact.inputTokens() - run.lineTokens);
            out.add(new Command.NoteTokens(
                    fact.inputTokens(), fact.outputTokens(), fact.cachedInputTokens(), discarded));
        }
    }

    /// The run was broken off.
    void cancelled(int run, boolean discarded, Effects out) {
        Run broken = open.remove(run);
        if (broken != null) {
            out.add(new Command.NoteTokens(instructionTokens + broken.lineTokens, broken.pieces, 0, discarded));
        }
    }

    private static long length(Line line) {
        return switch (line) {
            case Line.Caller(String text) -> text.length();
            case Line.Agent(String text) -> text.length();
            case Line.ToolCall call ->
                call.name().length() + call.arguments().toString().length();
            case Line.ToolResult result -> result.result().toString().length();
            case Line.Digits(String digits) -> digits.length();
        };
    }
}
