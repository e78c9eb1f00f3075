package dev.pickup.local.cli;

import dev.pickup.local.live.CallEnd;

/// What the end of a call means for the person who placed it.
final class Ends {
    private Ends() {}

    /// Says what went wrong, if anything did.
    static int exitCode(CallEnd end, Terminal terminal) {
        return switch (end) {
            case CallEnd.Finalized finalized when finalized.isGood() -> Refusals.DONE;
            case CallEnd.Finalized finalized ->
                say(
                        terminal,
                        "The call did not go as it should: its outcome is "
                                + finalized.record().path("outcome").asText() + ".");
            case CallEnd.Unfinished unfinished ->
                say(
                        terminal,
                        "The call ended but is not finalized yet; the reconciler does it within two minutes: look again at"
                                + " /api/calls/"
                                + unfinished.record().path("callId").asText() + ".");
            case CallEnd.Unanswered unanswered -> say(terminal, unanswered.reason());
        };
    }

    private static int say(Terminal terminal, String sentence) {
        terminal.err().println("pickup: " + sentence);
        return Refusals.FAILED;
    }
}
