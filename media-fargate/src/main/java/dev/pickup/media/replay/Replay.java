package dev.pickup.media.replay;

import dev.pickup.media.turn.Command;
import dev.pickup.media.turn.Conversation;
import java.util.ArrayList;
import java.util.List;

/// Runs a recorded session through the conversation again. The same facts at the same times give the same commands: a
/// difference means that the conversation behaves otherwise than it did when the call was recorded. Pure.
public final class Replay {
    private Replay() {}

    /// A step that led to other commands than it did then.
    ///
    /// @param step     counts from 0
    /// @param expected lines of the recorded digest
    /// @param actual   lines of the digest of what it leads to now
    /// @param commands what it leads to now, as it is
    public record Difference(
            int step,
            RecordedSession.Step recorded,
            List<String> expected,
            List<String> actual,
            List<Command> commands) {
        public Difference {
            expected = List.copyOf(expected);
            actual = List.copyOf(actual);
            commands = List.copyOf(commands);
        }
    }

    /// All steps that differ, in order. After the first one, the rest may follow from it.
    public static List<Difference> run(RecordedSession session) {
        Conversation conversation = new Conversation(session.settings(), session.turnsSoFar());
        List<Difference> differences = new ArrayList<>();
        for (int i = 0; i < session.steps().size(); i++) {
            RecordedSession.Step step = session.steps().get(i);
            List<Command> commands =
                    conversation.step(step.noted().fact(), step.noted().nowUs());
            List<String> actual = CommandDigest.lines(CommandDigest.of(commands));
            if (!actual.equals(step.commands())) {
                differences.add(new Difference(i, step, step.commands(), actual, commands));
            }
        }
        return differences;
    }

    /// The session as it would be recorded now.
    public static RecordedSession again(RecordedSession session) {
        Conversation conversation = new Conversation(session.settings(), session.turnsSoFar());
        List<RecordedSession.Step> steps = session.steps().stream()
                .map(step -> new RecordedSession.Step(
                        step.noted(),
                        CommandDigest.lines(CommandDigest.of(conversation.step(
                                step.noted().fact(), step.noted().nowUs())))))
                .toList();
        return new RecordedSession(
                session.callId(), session.epoch(), session.settings(), session.turnsSoFar(), steps, session.whole());
    }
}
