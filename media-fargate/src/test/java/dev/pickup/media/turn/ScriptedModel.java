package dev.pickup.media.turn;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// The model of a [ScriptedCall]: writes what the script says, token by token.
final class ScriptedModel {
    private static final long FIRST_TOKEN_MS = 200;
    private static final long TOKEN_MS = 20;

    private final ScriptedCall call;
    private final Deque<List<String>> replies = new ArrayDeque<>();
    private boolean dead;
    private long requests;

    ScriptedModel(ScriptedCall call) {
        this.call = call;
    }

    /// What it answers next: tokens, or `tool:NAME`, or `stall`, or `fail`, or `end:` and why it ends. After the last
    /// it repeats it.
    void says(List<String> tokens) {
        replies.addLast(tokens);
    }

    void dies() {
        dead = true;
    }

    void write(int run) {
        if (dead) {
            return;
        }
        List<String> tokens = replies.size() > 1 ? replies.removeFirst() : replies.getFirst();
        call.fact(new Fact.ModelAsked(run, call.nowMs() * 1_000));
        long delay = FIRST_TOKEN_MS;
        for (String token : tokens) {
            if (token.equals("stall")) {
                return;
            }
            if (token.startsWith("end:")) {
                complete(run, delay, ModelEnd.valueOf(token.substring("end:".length())));
                return;
            }
            call.in(delay, () -> token(run, token));
            delay += TOKEN_MS;
        }
        complete(run, delay, ModelEnd.COMPLETE);
    }

    private void complete(int run, long delayMs, ModelEnd end) {
        call.in(delayMs, () -> call.fact(new Fact.ModelCompleted(run, call.nowMs() * 1_000, 100, 20, 0, end)));
    }

    private void token(int run, String token) {
        if (token.equals("fail")) {
            call.fact(new Fact.ModelFailed(run, true));
        } else if (token.startsWith("tool:")) {
            String name = token.substring("tool:".length());
            call.fact(new Fact.ToolRequested(run, "id-" + requests++, name, Map.of()));
        } else {
            call.fact(new Fact.Token(run, token, call.nowMs() * 1_000));
        }
    }
}
