package dev.pickup.media.turn;

import dev.pickup.media.turn.Utterance.After;
import java.util.List;
import java.util.Map;

/// What a reply wants done once it is written: tools, of which the one that hangs up is our own. Not thread-safe.
final class ToolRequests {
    static final String END_CALL = "end_call";

    /// Tools in one round: a model that wants more has run away. Chosen.
    private static final int MOST = 8;

    private final Tools tools;
    private final Dialogue dialogue;
    private final Speaking speaking;

    ToolRequests(Tools tools, Dialogue dialogue, Speaking speaking) {
        this.tools = tools;
        this.dialogue = dialogue;
        this.speaking = speaking;
    }

    void note(Reply reply, Fact.ToolRequested request) {
        if (reply.requested.size() < MOST) {
            reply.requested.add(request);
        }
    }

    /// Runs what the reply asked for; true when the call ends with it.
    boolean run(Reply reply, Effects out) {
        dialogue.agentSoFar(reply.utterance, reply.utterance.clauses().size());
        List<Fact.ToolRequested> requests = reply.takeRequested();
        boolean ends = false;
        for (Fact.ToolRequested request : requests) {
            if (request.name().equals(END_CALL)) {
                ends |= endCall(reply, request, requests.size() == 1, out);
            } else {
                tools.run(request, out);
            }
        }
        return ends;
    }

    /// Hangs up once the goodbye was heard. Refused before the caller said anything, and beside other tools, whose
    /// results the caller wants to hear.
    private boolean endCall(Reply reply, Fact.ToolRequested request, boolean alone, Effects out) {
        if (!alone || !dialogue.callerSpoke()) {
            String reason = alone ? "The caller has not said anything yet." : "First tell the caller the results.";
            tools.answered(request, "refused", Map.of("reason", reason), out);
            return false;
        }
        tools.answered(request, "ok", Map.of("ended", true), out);
        if (!reply.spoke()) {
            String goodbye = speaking.soleWords(reply.utterance, Phrases.GOODBYE, out);
            reply.speak(goodbye, out.nowUs(), speaking, out);
        }
        reply.utterance.then(new After.HangUp(EndReason.AGENT_HUNG_UP));
        return true;
    }
}
