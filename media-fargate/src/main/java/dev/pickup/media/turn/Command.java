package dev.pickup.media.turn;

import dev.pickup.core.call.Turn;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One output of a [Conversation]: what the runtime shall do, at once and in order. None is answered but by
/// facts.
public sealed interface Command {
    /// Ask the model for a reply to these lines.
    ///
    /// @param language BCP 47, the one to answer in; empty: the agent's own
    record StartModel(int run, List<Line> lines, Optional<String> language) implements Command {
        public StartModel {
            lines = List.copyOf(lines);
        }
    }

    record CancelModel(int run) implements Command {}

    /// Begin to speak; clauses follow. A second one for the same utterance is a new attempt: the old voice is
    /// given up,
    /// and with it all clauses that were not made completely.
    ///
    /// @param language BCP 47, what is going to be said in; empty: the agent's own
    record OpenVoice(int utterance, Optional<String> language) implements Command {}

    record SpeakClause(int utterance, int clause, String text) implements Command {}

    /// Make this clause, for nobody to hear yet: it may become the same one of a reply. Clause 0 begins anew, instead
    /// of
    /// what was rehearsed before.
    ///
    /// @param language BCP 47, what it is in; empty: the agent's own
    record Rehearse(int clause, String text, Optional<String> language) implements Command {}

    /// Throw away what was rehearsed.
    record DropRehearsal() implements Command {}

    /// Begin to speak with what was rehearsed; the clauses behind it follow.
    record OpenRehearsed(int utterance) implements Command {}

    /// No more clauses come.
    record EndVoice(int utterance) implements Command {}

    /// Play a sentence that was synthesized beforehand, as clause 0 of the utterance; `VoiceFailed` when there
    /// is none.
    record PlayClip(int utterance, String text) implements Command {}

    /// Clear the carrier's buffer and send nothing more; answered by `OutputHeld`.
    record PauseOutput(int utterance) implements Command {}

    /// Go on with the utterance from here, exactly once.
    record ResumeOutput(int utterance, int clause, long fromMs) implements Command {}

    /// Throw away the voice and all audio of the utterance, at the carrier too.
    record DropOutput(int utterance) implements Command {}

    record RunTool(String invocation, String name, Map<String, Object> arguments) implements Command {
        public RunTool {
            arguments = Map.copyOf(arguments);
        }
    }

    record ArmTimer(Timer timer, long dueMs) implements Command {}

    record CancelTimer(Timer timer) implements Command {}

    /// Tell the recognizer that the caller's turn ended here.
    record EndCallerTurn(long atMs) implements Command {}

    /// Open a fresh recognizer stream, and let it hear again what was said from `fromMs` on.
    record RestartRecognizer(long fromMs) implements Command {}

    /// Journal a turn; replaces an earlier one of the same number.
    record TakeTurn(Turn turn) implements Command {}

    record NoteTool(
            String invocation,
            String name,
            Map<String, Object> arguments,
            Map<String, Object> result,
            String outcome,
            long startMs,
            long durationMs)
            implements Command {
        public NoteTool {
            arguments = Map.copyOf(arguments);
            result = Map.copyOf(result);
        }
    }

    /// What the model charges for one run. `discarded`: nothing of it was said; the numbers are estimates then, because
    /// a stream that is broken off reports none.
    record NoteTokens(long input, long output, long cachedInput, boolean discarded) implements Command {}

    /// What the voice charges for one utterance.
    record NoteCharacters(long characters) implements Command {}

    /// End the caller's leg.
    record HangUp() implements Command {}

    /// Connect the caller with the agent's fallback number.
    record TransferToFallback() implements Command {}

    /// The conversation is over; no command follows.
    record Finish(EndReason reason, String outcome) implements Command {}
}
