package dev.pickup.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.simulators.caller.CallerStep;
import dev.pickup.simulators.caller.CallerStep.Digits;
import dev.pickup.simulators.caller.CallerStep.HangUp;
import dev.pickup.simulators.caller.CallerStep.InterruptAfter;
import dev.pickup.simulators.caller.CallerStep.Play;
import dev.pickup.simulators.caller.CallerStep.Say;
import dev.pickup.simulators.caller.CallerStep.Wait;
import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.caller.WavFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptFileTest {
    private static final Pcm SOUND = Pcm.silence(Duration.ofMillis(300));

    @TempDir
    private Path folder;

    @Test
    void everyKindOfStepIsRead() throws IOException {
        Files.write(folder.resolve("question.wav"), WavFile.mono(SOUND));

        List<CallerStep> steps = read("""
                # a caller
                - say: What are your opening hours?
                - wav: question.wav
                - wait: 1.5s
                - digits: "12#"
                - interrupt-after: 800ms
                  say: Sorry!
                - interrupt-after:
                    after: 1s
                    wav: question.wav
                - interrupt-after: 0.5s
                  hang-up:
                - hang-up
                """);

        assertThat(steps)
                .containsExactly(
                        new Say("What are your opening hours?"),
                        new Play(SOUND),
                        new Wait(Duration.ofMillis(1500)),
                        new Digits("12#"),
                        new InterruptAfter(Duration.ofMillis(800), new Say("Sorry!")),
                        new InterruptAfter(Duration.ofSeconds(1), new Play(SOUND)),
                        new InterruptAfter(Duration.ofMillis(500), new HangUp()),
                        new HangUp());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "- sya: Hello             | line 2: \"sya\" is not a step; a step is one of say, wav, wait, digits,",
                "- wait: 2                | line 2: a time is a number with its unit, such as 1.5s or 800ms.",
                "- wait: a while          | line 2: a time is a number with its unit, such as 1.5s or 800ms.",
                "- wait: 7200s            | line 2: A wait lasts between 0 and 1800000 ms.",
                "- digits: 12x            | line 2: Digits are 1 to 64 of 0-9, *, # and A-D.",
                "- say:                   | line 2: a text is missing here;",
                "- {say: Hi, wait: 1s}    | line 2: a step is one of say, wav, wait, digits, interrupt-after and hang-up, each",
                "- {say: Hi, say: Ho}     | line 2: \"say\" is there twice;",
                "- interrupt-after: 1s    | line 2: interrupt-after takes a time and, in the same item, one of say, wav,",
                "- {interrupt-after: 1s, wait: 1s} | line 2: interrupt-after takes a time and, in the same item, one of",
                "- {interrupt-after: 1h, say: Hi} | line 2: a time is a number with its unit",
                "- hangup                 | line 2: a step is one of",
                "- [say, Hi]              | line 2: a step is one of",
                "- wav: missing.wav       | missing.wav: name a WAV file that is there.",
                "- say: \"Hi              | line 3: ",
            })
    void aWrongStepIsRefusedWithItsLineAndWhatIsAllowed(String step, String complaint) {
        assertThatThrownBy(() -> read("# a caller\n" + step + "\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("call.yaml, line ")
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource({"''", "say: Hello", "Hello", "[]"})
    void whatIsNoListIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> read(text)).hasMessageContaining("a script is a list of steps, such as");
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("call.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2});

        assertThatThrownBy(() -> ScriptFile.read(file)).isInstanceOf(InputException.class);
    }

    @Test
    void aSoundThatIsNoWavIsRefusedAtItsLine() throws IOException {
        Files.writeString(folder.resolve("notes.wav"), "These are words, not sounds.");

        assertThatThrownBy(() -> read("- say: Hi\n- wav: notes.wav\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line 2: ")
                .hasMessageContaining("Give a PCM WAV file");
    }

    private List<CallerStep> read(String text) throws IOException {
        return ScriptFile.read(Files.writeString(folder.resolve("call.yaml"), text));
    }
}
