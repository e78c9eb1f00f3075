package dev.pickup.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalRecord;
import dev.pickup.local.live.Style;
import dev.pickup.media.replay.CaseFile;
import dev.pickup.media.replay.ConversationNote;
import dev.pickup.media.replay.FactNotes;
import dev.pickup.media.replay.RecordedSession;
import dev.pickup.media.replay.Replay;
import dev.pickup.media.turn.Conversation;
import dev.pickup.media.turn.Fact;
import dev.pickup.media.turn.TurnSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
    private static final TurnSettings SETTINGS = new TurnSettings(
            "Hello.",
            "",
            "en-US",
            false,
            Duration.ofSeconds(20),
            Duration.ofSeconds(7),
            Duration.ofMinutes(5),
            TurnSettings.Waits.usual());

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path file = Path.of("");

    @BeforeEach
    void record() throws IOException {
        file = Files.writeString(home.resolve("call.jsonl"), CaseFile.write(recorded()));
    }

    @Test
    void aCallThatGoesTheSameWaySaysSo() {
        assertThat(run("replay", "--file", file.toString())).isZero();

        assertThat(out.toString(UTF_8)).contains("call_recorded, epoch 1, 2 steps in 3.0 s: the same commands.");
    }

    @Test
    void aCallThatGoesAnotherWayIsShownAsADiff() throws IOException {
        Files.writeString(file, Files.readString(file).replace("WARNING 270000", "WARNING 260000"));

        assertThat(run("replay", "--file", file.toString())).isEqualTo(1);

        assertThat(out.toString(UTF_8))
                .contains("1 steps lead to other commands.")
                .contains("@@ step 0, 0.000 s, Opened[resumed=false] @@")
                .contains("- ArmTimer WARNING 260000\n+ ArmTimer WARNING 270000\n")
                .contains("  ArmTimer LONGEST_CALL 300000\n");
    }

    @Test
    void aWantedChangeIsAccepted() throws IOException {
        String right = Files.readString(file);
        Files.writeString(file, right.replace("WARNING 270000", "WARNING 260000"));

        assertThat(run("replay", "--file", file.toString(), "--accept")).isZero();

        assertThat(Files.readString(file)).isEqualTo(right);
    }

    @Test
    void aCallIsKeptAsATestCase() throws IOException {
        assertThat(run("replay", "--file", file.toString(), "--save-case", "a-short-call"))
                .isZero();

        Path kept = home.resolve("media-fargate/src/test/resources/calls/a-short-call.jsonl");
        assertThat(Replay.run(RecordedSession.of(CaseFile.read(Files.readString(kept)))
                        .getFirst()))
                .isEmpty();
    }

    @Test
    void whatIsNotThereIsSaidInOneSentence() {
        assertThat(run("replay", "call_nowhere")).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("holds nothing of call_nowhere")
                .hasLineCount(1);
    }

    @Test
    void aFileThatIsNoJournalIsRefused() throws IOException {
        Files.writeString(file, "These are words.\n");

        assertThat(run("replay", "--file", file.toString())).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("Line 1 is no journal record.");
    }

    private static RecordedSession recorded() {
        Conversation conversation = new Conversation(SETTINGS, List.of());
        List<JournalEntry.Fact> notes = new ArrayList<>();
        notes.add(ConversationNote.note(SETTINGS, List.of(), 0));
        Fact opened = new Fact.Opened(false);
        Fact closed = new Fact.SocketClosed(true);
        notes.add(FactNotes.note(opened, 0, conversation.step(opened, 0)));
        notes.add(FactNotes.note(closed, 3_000_000, conversation.step(closed, 3_000_000)));
        return RecordedSession.of(
                        List.of(new JournalRecord("call_recorded", 1, 0, 0, new JournalEntry.FactsNoted(notes))))
                .getFirst();
    }

    private int run(String... arguments) {
        return PickupCommand.run(
                new Terminal(
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        Map.of(),
                        home,
                        Optional.of(home),
                        Optional.empty(),
                        Style.plain()),
                arguments);
    }
}
