package dev.pickup.local.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.local.live.CallDocument.Latency;
import dev.pickup.local.live.CallDocument.Tool;
import dev.pickup.local.live.CallDocument.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells a call turn by turn, each turn once. Fed with the call's document as it grows; answers with the lines that are
/// new. Pure but for what it remembers to have told; one thread.
///
/// A turn is told when it is settled: nothing changed in [#SETTLED_AFTER] documents, and if it is the agent's, whose
/// text grows as it is heard and shrinks when it is interrupted, somebody spoke after it; or the call is finalized.
final class Transcript {
    private static final int SETTLED_AFTER = 3;
    private static final int INDENT = 10;
    private static final String NOTHING = "…";

    private final Style style;
    private int turnsTold;
    private int toolsTold;
    private List<Turn> lastTurns = List.of();
    private int unchanged;

    Transcript(Style style) {
        this.style = style;
    }

    /// The lines that `call` adds.
    List<String> advance(CallDocument call) {
        List<Turn> turns = call.allTurns();
        unchanged = turns.equals(lastTurns) ? unchanged + 1 : 0;
        lastTurns = turns;
        List<String> lines = new ArrayList<>();
        while (turnsTold < turns.size() && isSettled(call, turnsTold)) {
            Turn turn = turns.get(turnsTold++);
            tellTools(call.allTools(), turn.startMs(), lines);
            tell(turn, lines);
        }
        if (call.isFinalized() && turnsTold == turns.size()) {
            tellTools(call.allTools(), Optional.empty(), lines);
        }
        return lines;
    }

    private boolean isSettled(CallDocument call, int index) {
        boolean followed = index < call.allTurns().size() - 1;
        boolean grows = call.allTurns().get(index).isAgent() && !followed;
        return call.isFinalized() || (!grows && unchanged >= SETTLED_AFTER);
    }

    private void tell(Turn turn, List<String> lines) {
        String who = turn.isAgent() ? style.agent("agent ") : style.caller("caller");
        List<String> said = style.wrap(turn.text().isBlank() ? NOTHING : turn.text(), INDENT);
        lines.add("  " + who + "  " + said.getFirst());
        said.stream().skip(1).forEach(line -> lines.add(" ".repeat(INDENT) + line));
        turn.unheard().filter(rest -> !rest.isBlank()).ifPresent(rest -> {
            for (String line : style.wrap("[not heard: " + rest.strip() + "]", INDENT)) {
                lines.add(" ".repeat(INDENT) + style.faint(line));
            }
        });
        turn.latencyMs()
                .flatMap(Transcript::told)
                .ifPresent(ledger -> lines.add(" ".repeat(INDENT) + style.faint(ledger)));
    }

    /// Tools that began before `until`, or all that are left.
    private void tellTools(List<Tool> tools, Optional<Long> until, List<String> lines) {
        while (toolsTold < tools.size() && isBefore(tools.get(toolsTold), until)) {
            Tool tool = tools.get(toolsTold++);
            lines.add("  " + style.tool("tool  ") + "  " + tool.name()
                    + tool.arguments().map(Transcript::told).orElse("()")
                    + " → " + tool.outcome().orElse("unknown")
                    + tool.durationMs().map(ms -> ", " + ms + " ms").orElse(""));
        }
    }

    private static boolean isBefore(Tool tool, Optional<Long> until) {
        return until.isEmpty() || tool.startMs().isEmpty() || tool.startMs().get() <= until.get();
    }

    private static String told(JsonNode arguments) {
        return arguments
                .propertyStream()
                .map(argument -> argument.getKey() + "=" + argument.getValue().asText())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static Optional<String> told(Latency latency) {
        return latency.response().map(response -> {
            String parts = Stream.of(
                            part("endpoint", latency.endpoint()),
                            part("transcript", latency.transcript()),
                            part("first token", latency.firstToken()),
                            part("first clause", latency.firstClause()),
                            part("first audio", latency.firstAudio()),
                            latency.own().map(own -> "own " + String.format(Locale.ROOT, "%.1f", own)))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(" + "));
            String saved =
                    part("head start", latency.headStart()).map(" - "::concat).orElse("");
            return "after %.0f ms".formatted(response) + (parts.isEmpty() ? "" : " = " + parts + saved);
        });
    }

    private static Optional<String> part(String name, Optional<Double> ms) {
        return ms.map(value -> name + " " + Math.round(value));
    }
}
