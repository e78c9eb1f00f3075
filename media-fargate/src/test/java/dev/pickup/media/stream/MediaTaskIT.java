package dev.pickup.media.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pickup.core.call.CallId;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalEntry.TurnTaken;
import dev.pickup.events.journal.JournalRecord;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls of a media task on real sockets, from their first word to their end.
class MediaTaskIT {
    @TempDir
    private Path folder;

    @AutoClose
    private ServedTask served;

    @BeforeEach
    void start() throws Exception {
        served = new ServedTask(ServedTask.settings(), folder);
    }

    @Test
    void aWholeCall() throws Exception {
        FakeClaims.Offer offer = served.claims.offer();
        try (WireCaller caller = WireCaller.call(served.port(), offer)) {
            caller.awaitTurn("this is the clinic.", 1);
            caller.say(served.speech, "what are your opening hours");
            caller.awaitTurn("That is all I know.", 1);
            served.hangUp(caller, offer);
            served.awaitClosed(offer.call());

            List<TurnTaken> turns = served.turns(offer.call());
            assertThat(turns)
                    .extracting(TurnTaken::text)
                    .containsExactly(
                            "Hello, this is the clinic.",
                            "what are your opening hours",
                            "You said what are your opening hours. That is all I know.");
            assertThat(turns.getLast().latencyMs().response()).isPositive();
            assertThat(caller.heardWords()).contains("this is the clinic", "You said what are your opening hours");
            assertThat(served.closing(offer.call()))
                    .isEqualTo(new JournalEntry.SessionClosed(
                            "caller-hung-up", "completed", "acc_demo/" + offer.call() + "-1.wav"));
            assertSequencesWithoutGaps(offer.call());
            assertBothSidesRecorded(folder.resolve("acc_demo/" + offer.call() + "-1.wav"));
        }
    }

    @Test
    void theAgentHangsUpAfterItsGoodbyeWasHeard() throws Exception {
        FakeClaims.Offer offer = served.claims.offer();
        try (WireCaller caller = WireCaller.call(served.port(), offer)) {
            caller.awaitTurn("this is the clinic.", 1);
            caller.say(served.speech, "goodbye then");
            served.awaitClosed(offer.call());

            assertThat(served.carrier.commands).contains("hang-up leg1");
            assertThat(served.claims.concluded).contains(offer.call());
            assertThat(caller.heardWords()).endsWith("Goodbye and thank you.");
            assertThat(served.closing(offer.call()).reason()).isEqualTo("agent-hung-up");
            assertThat(caller.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1000);
        }
    }

    @Test
    void aCallThatAnotherTaskTookIsLeftAtOnceAndNothingMoreIsWritten() throws Exception {
        FakeClaims.Offer offer = served.claims.offer();
        try (WireCaller caller = WireCaller.call(served.port(), offer)) {
            caller.awaitAudible();
            served.claims.takenAway.add(offer.call());
            caller.closed.get(20, TimeUnit.SECONDS);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> served.task.calls() == 0);
        assertThat(served.journal).noneMatch(entry -> entry.entry() instanceof JournalEntry.SessionClosed);
        assertThat(served.carrier.commands).isEmpty();
    }

    @Test
    void aTaskThatStopsEndsItsCalls() throws Exception {
        FakeClaims.Offer offer = served.claims.offer();
        try (WireCaller caller = WireCaller.call(served.port(), offer)) {
            caller.awaitAudible();
            served.task.close();

            assertThat(served.closing(offer.call()).reason()).isEqualTo("shut-down");
            assertThat(served.carrier.commands).contains("hang-up leg1");
            ServedTask.assertRefused(503, () -> WireCaller.call(served.port(), served.claims.offer()));
        }
    }

    private void assertSequencesWithoutGaps(CallId call) {
        long[] sequences = served.journal.stream()
                .filter(entry -> entry.callId().equals(call.value()))
                .mapToLong(JournalRecord::sequence)
                .toArray();
        for (int i = 0; i < sequences.length; i++) {
            assertThat(sequences[i]).isEqualTo(i);
        }
    }

    private static void assertBothSidesRecorded(Path file) throws Exception {
        ByteBuffer wav = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(wav.getShort(22)).as("channels").isEqualTo((short) 2);
        assertThat(wav.getInt(24)).as("sample rate").isEqualTo(16_000);
        assertThat(wav.getInt(40)).as("bytes of audio").isEqualTo(wav.capacity() - 44);
        short[] left = new short[(wav.capacity() - 44) / 4];
        short[] right = new short[left.length];
        for (int i = 0; i < left.length; i++) {
            left[i] = wav.getShort(44 + 4 * i);
            right[i] = wav.getShort(46 + 4 * i);
        }
        assertThat(DoubleStream.of(left.length / 16_000.0).sum()).isGreaterThan(5);
        assertThat(wordsAtAnyOffset(left)).contains("opening hours");
        assertThat(wordsAtAnyOffset(right)).contains("this is the clinic");
    }

    /// The agent's frames lie where they were heard, not on a raster of 20 ms.
    private static String wordsAtAnyOffset(short[] samples) {
        int first = 0;
        while (first < samples.length && samples[first] == 0) {
            first++;
        }
        StringBuilder words = new StringBuilder();
        for (int shift = 0; shift < 320; shift += 16) {
            short[] moved = new short[samples.length];
            System.arraycopy(samples, (first + shift) % 320, moved, 0, samples.length - 320);
            words.append(ScriptedSpeech.wordsIn(moved)).append('\n');
        }
        return words.toString();
    }
}
