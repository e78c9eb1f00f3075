package dev.pickup.local.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private static final String GREETING =
            "{\"role\": \"agent\", \"text\": \"Harbor Clinic, good morning.\", \"unheard\": \"\", \"startMs\": 200, \"endMs\": 1900}";
    private static final String QUESTION =
            "{\"role\": \"caller\", \"text\": \"Are you open?\", \"unheard\": \"\", \"startMs\": 2500, \"endMs\": 3300}";
    private static final String ANSWER = """
            {"role": "agent", "text": "We are open", "unheard": "until five.", "startMs": 3900, "endMs": 4700,
             "latencyMs": {"endpoint": 480, "transcript": 60, "firstToken": 3, "firstClause": null, "firstAudio": 55,
                           "response": 600, "own": 1.96}}""";
    private static final String TOOL =
            "{\"name\": \"check_availability\", \"arguments\": {\"day\": \"Tuesday\"}, \"outcome\": \"ok\", \"startMs\": 3500, \"durationMs\": 12}";

    private final Transcript transcript = new Transcript(Style.plain());

    @Test
    void aTurnIsToldOnceAndTheAgentsOnlyWhenSomebodySpokeAfterIt() {
        for (int document = 0; document < 20; document++) {
            assertThat(advance("IN_PROGRESS", GREETING)).isEmpty();
        }
        assertThat(untilTold("IN_PROGRESS", GREETING, QUESTION))
                .containsExactly("  agent   Harbor Clinic, good morning.", "  caller  Are you open?");
        assertThat(advance("IN_PROGRESS", GREETING, QUESTION)).isEmpty();
    }

    @Test
    void aTurnThatStillChangesWaits() {
        String growing = QUESTION.replace("Are you open?", "Are you");
        assertThat(advance("IN_PROGRESS", growing)).isEmpty();
        assertThat(advance("IN_PROGRESS", growing)).isEmpty();
        assertThat(advance("IN_PROGRESS", QUESTION)).isEmpty();
        assertThat(untilTold("IN_PROGRESS", QUESTION)).containsExactly("  caller  Are you open?");
    }

    private List<String> untilTold(String status, String... turns) {
        List<String> lines = List.of();
        for (int document = 0; document < 5 && lines.isEmpty(); document++) {
            lines = advance(status, turns);
        }
        return lines;
    }

    @Test
    void theUnheardRestTheLedgerAndTheToolsBeforeTheTurnAreTold() {
        assertThat(advance("FINALIZED", QUESTION, ANSWER))
                .containsExactly(
                        "  caller  Are you open?",
                        "  tool    check_availability(day=Tuesday) → ok, 12 ms",
                        "  agent   We are open",
                        "          [not heard: until five.]",
                        "          after 600 ms = endpoint 480 + transcript 60 + first token 3 + first audio 55 + own 2.0");
    }

    @Test
    void longTurnsAreWrappedAtWholeWords() {
        String words = "word ".repeat(40).strip();
        List<String> lines = advance(
                "FINALIZED", "{\"role\": \"caller\", \"text\": \"" + words + "\", \"startMs\": 0, \"endMs\": 9}");

        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(110));
        assertThat(lines.getFirst()).startsWith("  caller  word").endsWith("word");
        assertThat(lines.get(1)).startsWith("          word");
    }

    @Test
    void coloursAreUsedOnATerminalOnly() {
        assertThat(String.join("", new Transcript(new Style(true, 100)).advance(document("FINALIZED", ANSWER))))
                .contains("\u001b[");
        assertThat(String.join("", advance("FINALIZED", ANSWER))).doesNotContain("\u001b[");
    }

    @Test
    void theSummarySaysWhatItWasAndWhatItCost() {
        List<String> lines = Summary.of(
                document("FINALIZED", GREETING),
                URI.create("http://localhost:8080"),
                Path.of("/data/recordings"),
                Style.plain());

        assertThat(lines)
                .containsExactly(
                        "",
                        "  Outcome    booked, 31.2 s, transcript complete",
                        "  Cost       $0.0123 ($0.0236 a minute): carrier (telnyx) $0.0035 for 32 seconds, platform $0.0088 for 1 call;"
                                + " model, voice free; rates of 2026-11-01",
                        "  Usage      charged once, as use_1",
                        "  Recording  /data/recordings/acc_demo/call_1.wav (stereo: caller left, agent right)",
                        "  Record     http://localhost:8080/api/calls/call_1");
    }

    private List<String> advance(String status, String... turns) {
        return transcript.advance(document(status, turns));
    }

    private static CallDocument document(String status, String... turns) {
        String json = """
                {"callId": "call_1", "status": "%s", "outcome": "booked", "durationMs": 31200, "transcript": "complete",
                 "turns": [%s], "tools": [%s], "handoff": null, "usageRecordId": "use_1",
                 "recording": "acc_demo/call_1.wav",
                 "cost": {"totalMicros": 12300, "currency": "USD", "perMinuteMicros": 23600, "rateCard": "2026-11-01", "parts": [
                   {"part": "carrier", "provider": "telnyx", "units": 32, "unit": "second", "micros": 3500},
                   {"part": "model", "units": 0, "unit": "input-token", "micros": 0},
                   {"part": "model", "units": 94, "unit": "output-token", "micros": 0},
                   {"part": "voice", "units": 636, "unit": "character", "micros": 0},
                   {"part": "platform", "units": 1, "unit": "call", "micros": 8800}]}}""".formatted(status, String.join(",", turns), TOOL);
        try {
            return PickupApi.document(new JsonMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
