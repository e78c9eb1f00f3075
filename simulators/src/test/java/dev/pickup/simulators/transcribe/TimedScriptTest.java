package dev.pickup.simulators.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.simulators.transcribe.TimedScript.Word;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimedScriptTest {
    private final List<String> heard = new ArrayList<>();

    @Test
    void wordsAreHeardWhenTheirTimeHasPassedAndAPauseEndsTheSegment() {
        TimedScript script = new TimedScript(
                List.of(new Word("yes", 0, 200), new Word("please", 250, 500), new Word("thanks", 1_500, 1_700)));
        Recognizer.Ear ear = script.open(
                "en-US",
                (text, startMs, endMs, complete) ->
                        heard.add(text + (complete ? "." : "") + " " + startMs + "-" + endMs));
        for (int i = 0; i < 20; i++) {
            ear.hear(new short[1_600]);
        }
        ear.end();

        assertThat(heard)
                .containsExactly(
                        "yes 0-200", "yes please 0-500", "yes please. 0-500", "thanks 1500-1700", "thanks. 1500-1700");
    }
}
