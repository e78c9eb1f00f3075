package dev.pickup.media.turn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Tools that run, and what came of those that did. A tool's effect outlives the reply that asked for it. Not
/// thread-safe.
final class Tools {
    private final TurnSettings.Waits waits;
    private final Timers timers;
    private final Dialogue dialogue;
    private final Map<String, Use> running = new LinkedHashMap<>();
    private int next;
    private boolean booked;
    private boolean messageTaken;

    private record Use(Fact.ToolRequested request, long startMs) {}

    Tools(TurnSettings.Waits waits, Timers timers, Dialogue dialogue) {
        this.waits = waits;
        this.timers = timers;
        this.dialogue = dialogue;
    }

    boolean running() {
        return !running.isEmpty();
    }

    int size() {
        return running.size();
    }

    boolean booked() {
        return booked;
    }

    boolean messageTaken() {
        return messageTaken;
    }

    /// Runs a tool under an id of our own, which makes repeats harmless.
    void run(Fact.ToolRequested request, Effects out) {
        String invocation = "tool-" + next++;
        running.put(invocation, new Use(request, out.nowMs()));
        out.add(new Command.RunTool(invocation, request.name(), request.arguments()));
        timers.arm(Timer.TOOL, out.nowMs() + waits.tool(), out);
    }

    /// A tool that we answered ourselves.
    void answered(Fact.ToolRequested request, String outcome, Map<String, Object> result, Effects out) {
        note("tool-" + next++, new Use(request, out.nowMs()), outcome, result, out);
    }

    /// False when nobody waits for it any more.
    boolean answered(Fact.ToolAnswered fact, Effects out) {
        Use use = running.remove(fact.invocation());
        if (use == null) {
            return false;
        }
        if (running.isEmpty()) {
            timers.cancel(Timer.TOOL, out);
        }
        note(fact.invocation(), use, fact.outcome(), fact.result(), out);
        return true;
    }

    /// Waits no longer.
    void overdue(Effects out) {
        for (String invocation : List.copyOf(running.keySet())) {
            answered(new Fact.ToolAnswered(invocation, "timed-out", Map.of("reason", "The tool did not answer.")), out);
        }
    }

    private void note(String invocation, Use use, String outcome, Map<String, Object> result, Effects out) {
        Fact.ToolRequested request = use.request();
        boolean ok = outcome.equals("ok");
        booked |= ok && request.name().equals("book_appointment");
        messageTaken |= ok && request.name().equals("take_message");
        dialogue.tool(request.id(), request.name(), request.arguments(), result);
        out.add(new Command.NoteTool(
                invocation,
                request.name(),
                request.arguments(),
                result,
                outcome,
                use.startMs(),
                out.nowMs() - use.startMs()));
    }
}
