package dev.pickup.local.cli;

import dev.pickup.events.journal.JournalRecord;
import dev.pickup.local.stream.JournalFiles;
import dev.pickup.media.replay.CaseFile;
import dev.pickup.media.replay.RecordedSession;
import dev.pickup.media.replay.Replay;
import dev.pickup.media.replay.UnreplayableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./pickup replay`.
@Command(
        name = "replay",
        description =
                "Runs a recorded call through the conversation again and shows where it would go another way now.",
        footer = {
            "",
            "Exit status: 0 the same, 1 it differs, 2 there is nothing to replay.",
            "A saved case holds what was said in the call: save only calls whose callers agreed."
        })
final class ReplayCommand implements Callable<Integer> {
    private static final String CASES = "media-fargate/src/test/resources/calls";

    private final Terminal terminal;

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(arity = "0..1", paramLabel = "CALL", description = "Id of the call, as ./pickup call prints it.")
    private @Nullable String call;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Journal records, one a line, instead of the data folder.")
    private @Nullable Path file;

    @Option(
            names = "--save-case",
            paramLabel = "NAME",
            description = "Keep the call as a test case: every later build runs it again.")
    private @Nullable String caseName;

    @Option(names = "--accept", description = "Write what it does now into --file, after a wanted change.")
    private boolean accept;

    ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (accept && file == null) {
            throw new InputException("--accept needs the case to be rewritten: name it with --file.");
        }
        try {
            List<RecordedSession> sessions = RecordedSession.of(records());
            boolean same = true;
            for (RecordedSession session : sessions) {
                List<Replay.Difference> differences = Replay.run(session);
                new ReplayReport(terminal.out(), terminal.style()).print(session, differences);
                same &= differences.isEmpty();
            }
            keep(sessions);
            return same || accept ? Refusals.DONE : Refusals.FAILED;
        } catch (UnreplayableException e) {
            throw new InputException("It cannot be replayed. " + e.getMessage(), e);
        }
    }

    private List<JournalRecord> records() {
        if (file != null) {
            return CaseFile.read(text(file));
        }
        if (call == null) {
            throw new InputException("Name the call to replay, such as call_4vz3k7q2m5x8w1n6, or a --file.");
        }
        Path folder = data.configuration(terminal).dataFolder();
        List<JournalRecord> found = JournalFiles.of(folder.resolve("state").resolve("journal"), call);
        if (found.isEmpty()) {
            throw new InputException("The journal in " + folder + " holds nothing of " + call
                    + "; it keeps seven days. Name another folder with --data, or a --file.");
        }
        return found;
    }

    private void keep(List<RecordedSession> sessions) {
        if (accept && file != null) {
            write(file, Replay.again(sessions.getFirst()));
        }
        if (caseName == null) {
            return;
        }
        if (!caseName.matches("[a-z0-9-]{1,60}")) {
            throw new InputException("A case is named like its file: small letters, digits and dashes.");
        }
        Path folder = terminal.product()
                .map(home -> home.resolve(CASES))
                .orElseThrow(() -> new InputException("Cases are kept beside the tests: run this from a checkout."));
        for (RecordedSession session : sessions) {
            String epoch = sessions.size() > 1 ? "-" + session.epoch() : "";
            write(folder.resolve(caseName + epoch + ".jsonl"), session);
        }
    }

    private void write(Path target, RecordedSession session) {
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(target, CaseFile.write(session));
            terminal.out().println("Kept in " + target + ".");
        } catch (IOException e) {
            throw new InputException(target + " cannot be written (" + e.getMessage() + ").", e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InputException(file + " cannot be read; name a file of journal records.", e);
        }
    }
}
