package dev.pickup.media.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How often callers who pause are cut off, and how long those wait who do not: two tables of what people say.
class PausesTest {
    private static final long PAUSE_MS = 600;

    private static final int MOST_CUT_OFF_PERCENT = 5;

    /// The caller speaks for so long before and after the pause.
    private static final long SPOKEN_MS = 1_000;

    private static final long STARTS_MS = 4_000;

    private static final long ENDS_MS = STARTS_MS + SPOKEN_MS;

    /// A falling voice lies in front of a pause, a level one says nothing; the agent's engines are quick.
    @ParameterizedTest(name = "voice falls {0} semitones")
    @ValueSource(doubles = {0, 4})
    void hardlyAnybodyIsCutOffWhoPausesInsideAThought(double fall) {
        List<List<String>> pauses = table("pauses.psv");
        List<String> cutOff = pauses.stream()
                .filter(row -> cutsOff(row.get(0), row.get(1), row.get(2), fall))
                .map(row -> row.get(1) + " … " + row.get(2))
                .toList();

        assertThat(cutOff).hasSizeLessThanOrEqualTo(pauses.size() * MOST_CUT_OFF_PERCENT / 100);
    }

    @ParameterizedTest(name = "voice falls {0} semitones")
    @ValueSource(doubles = {0, 4})
    void aCompleteThoughtIsAnsweredSoon(double fall) {
        double finality = Math.max(0, new Fact.Intonation(0, -fall, -fall, -2.5 * fall, 100).finality());
        List<Long> silences = table("complete.psv").stream()
                .map(row -> Thought.of(row.get(1), Question.by(row.get(0)), Cues.of("en-US")))
                .map(thought -> Endpointing.silenceMs(
                        new Endpointing.Evidence(thought, finality, OptionalDouble.empty()), new Pace()))
                .sorted()
                .toList();

        assertThat(silences.get(silences.size() / 2)).as("p50").isLessThanOrEqualTo(350);
        assertThat(waits(fall).get(silences.size() * 95 / 100))
                .as("p95 until the first sound, the voice's 80 ms included")
                .isLessThanOrEqualTo(650 + 80);
    }

    /// What callers hear: from their last sound to the agent's first, in order.
    private static List<Long> waits(double fall) {
        return table("complete.psv").stream()
                .map(row -> firstSoundMs(row.get(0), row.get(1), fall) - ENDS_MS)
                .sorted()
                .toList();
    }

    private static long firstSoundMs(String question, String words, double fall) {
        TurnSettings settings = TurnSettingsBuilder.builder(ScriptedCall.SETTINGS)
                .greeting(question)
                .build();
        ScriptedCall call = new ScriptedCall(settings, List.of())
                .opens()
                .happens(ENDS_MS + 99, new Fact.Intonation(ENDS_MS, -fall, -fall, -2.5 * fall, 100))
                .says(STARTS_MS, words, SPOKEN_MS)
                .modelSays("Very well.")
                .runs(ENDS_MS + 8_000);
        return call.heard().stream()
                .mapToLong(ScriptedOutput.Heard::startMs)
                .filter(ms -> ms > ENDS_MS)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static boolean cutsOff(String question, String first, String rest, double fall) {
        TurnSettings settings = TurnSettingsBuilder.builder(ScriptedCall.SETTINGS)
                .greeting(question)
                .build();
        long pausesMs = STARTS_MS + SPOKEN_MS;
        long goesOnMs = pausesMs + PAUSE_MS;
        ScriptedCall call = new ScriptedCall(settings, List.of())
                .opens()
                .happens(pausesMs + 99, new Fact.Intonation(pausesMs, -fall, -fall, -2.5 * fall, 100))
                .says(STARTS_MS, first, SPOKEN_MS)
                .says(goesOnMs, rest, SPOKEN_MS)
                .modelSays("Very well.")
                .runs(goesOnMs + 8_000);
        return call.heard().stream().anyMatch(h -> h.startMs() > STARTS_MS && h.startMs() < goesOnMs + SPOKEN_MS)
                || !call.transcript().contains("caller: " + first + " " + rest);
    }

    private static List<List<String>> table(String name) {
        try (InputStream in = Objects.requireNonNull(PausesTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.split(" \\| ")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
