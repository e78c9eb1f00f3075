package dev.pickup.local.cli;

import dev.pickup.local.live.Style;
import dev.pickup.media.replay.RecordedSession;
import dev.pickup.media.replay.Replay;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// Tells how a replay went: one line when it is the same, or the steps that differ, as a diff.
///
/// @param out where to
record ReplayReport(PrintStream out, Style style) {
    /// Steps that are shown; most of the later ones follow from the first.
    private static final int MOST = 5;

    void print(RecordedSession session, List<Replay.Difference> differences) {
        int steps = session.steps().size();
        long ms = steps == 0 ? 0 : session.steps().getLast().noted().nowUs() / 1_000;
        String what =
                "%s, epoch %d, %d steps in %.1f s".formatted(session.callId(), session.epoch(), steps, ms / 1_000.0);
        if (!session.whole()) {
            out.println("The journal lacks facts of " + what + ": differences may come from that.");
        }
        if (differences.isEmpty()) {
            out.println(what + ": the same commands.");
            return;
        }
        out.println(what + ": " + differences.size() + " steps lead to other commands.");
        differences.stream().limit(MOST).forEach(this::print);
        if (differences.size() > MOST) {
            out.println();
            out.println("… and " + (differences.size() - MOST) + " more, which may follow from the first.");
        }
    }

    private void print(Replay.Difference difference) {
        var noted = difference.recorded().noted();
        out.println();
        out.printf("@@ step %d, %.3f s, %s @@%n", difference.step(), noted.nowUs() / 1_000_000.0, noted.fact());
        diff(difference.expected(), difference.actual()).forEach(out::println);
    }

    /// Both lists, the longest common part of them kept: `  ` in both, `- ` only before, `+ ` only now.
    static List<String> diff(List<String> before, List<String> now) {
        int[][] common = new int[before.size() + 1][now.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < now.size()) {
            if (i < before.size() && j < now.size() && before.get(i).equals(now.get(j))) {
                lines.add("  " + before.get(i++));
                j++;
            } else if (i < before.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- " + before.get(i++));
            } else {
                lines.add("+ " + now.get(j++));
            }
        }
        return lines;
    }
}
