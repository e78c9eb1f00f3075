package dev.pickup.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.local.live.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PickupCommandTest {
    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "upp                            | did you mean up? ./pickup help lists what there is.",
                "up --frsh                      | did you mean --fresh? ./pickup help up lists what there is.",
                "up --port many                 | 'many' is not an int; ./pickup help up lists what there is.",
                "up --port 70000                | --port is a number from 0 to 65535, not 70000.",
                "up --once --no-demo            | --once ends after the demo call, which --no-demo leaves out: give one of them.",
                "up --data                      | Missing required parameter for option '--data' (DIR); ./pickup help up lists",
                "up --engines loud              | PICKUP_ENGINES (--engines) is not understood: Engines are offline, aws,",
                "call --say hi --engines model=aws+openai | (--engines) has openai as a model, which needs MODEL_BASE_URL: set it",
                "call                           | What shall the caller say? Give --say",
                "call --say ''                  | A caller cannot say nothing: give a text, or a wait instead.",
                "call --wav no.wav              | There is no file no.wav: name a WAV file that is there.",
                "call --script no.yaml          | There is no file no.yaml: name a script that is there.",
                "call --script a --say b        | Give either --script, or --say and --wav: a script can say and play too.",
                "call --say hi --to 911         | The number to call is in E.164, such as +18779732766.",
                "call --say hi --from me        | --from is a number such as +14155550142, or anonymous, not me.",
                "call --say hi --json no/a.json | --json no/a.json cannot be written: name a file in a folder that is there.",
                "call --say hi --record .       | --record . cannot be written: name a file in a folder that is there.",
                "token --role boss              | A role is owner or viewer, not boss.",
                "token --account Bob            | An account id is `acc_` and 1 to 40 lower-case letters or digits. The demo's is",
                "token                          | and a token is for what runs: start it with ./pickup up, or name its folder",
            })
    void whatIsWrongIsSaidInOneSentenceThatSaysHowToMendIt(String arguments, String sentence) {
        String[] words = arguments.replace("''", "\u0000").split(" ");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].replace("\u0000", "");
        }

        assertThat(run(Map.of(), words)).isEqualTo(2);

        assertThat(err()).startsWith("pickup: ").contains(sentence).hasLineCount(1);
        assertThat(out()).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void aSoundThatIsNoWavIsRefusedBeforeAnythingStarts() throws IOException {
        Path file = Files.writeString(home.resolve("words.wav"), "These are words.");

        assertThat(run(Map.of(), "call", "--wav", file.toString())).isEqualTo(2);

        assertThat(err())
                .contains("words.wav: ")
                .contains("Give a PCM WAV file of any sample rate.")
                .hasLineCount(1);
        assertThat(home.resolve(".local")).doesNotExist();
    }

    @Test
    void allWrongSettingsAreRefusedAtOnceByEveryCommandThatNeedsThem() {
        Map<String, String> environment = Map.of("PICKUP_ENGINES", "loud", "PICKUP_SPEED", "fast");

        for (String command : new String[] {"up", "config", "token"}) {
            assertThat(run(environment, command)).isEqualTo(2);
            assertThat(err()).contains("PICKUP_ENGINES (environment)").contains("PICKUP_SPEED (environment)");
            err.reset();
        }
    }

    @Test
    void configShowsEverySettingItsValueAndWhereItCameFrom() {
        int code = run(
                Map.of("PICKUP_ENGINES", "scripted"),
                "config",
                "--data",
                home.resolve("data").toString());

        assertThat(code).isZero();
        assertThat(out().lines())
                .anyMatch(line -> line.matches("PICKUP_ENGINES +scripted +environment"))
                .anyMatch(line -> line.matches("TELNYX_API_BASE +the simulated exchange +default"))
                .anyMatch(line -> line.matches("PICKUP_DATA +" + home.resolve("data") + " +--data"));
        assertThat(err()).isEmpty();
    }

    @Test
    void helpListsEveryCommandAndOption() {
        assertThat(run(Map.of(), "help")).isZero();
        assertThat(out()).contains("up ", "call ", "token ", "config ", "help ", "test ", "models ");
        out.reset();
        assertThat(run(Map.of(), "help", "call")).isZero();
        assertThat(out())
                .contains("--say", "--wav", "--script", "--to", "--from", "--json", "--record", "--engines", "--data");
        out.reset();
        assertThat(run(Map.of(), "up", "--help")).isZero();
        assertThat(out()).contains("--no-demo", "--once", "--port", "--engines", "--data", "--fresh");
        assertThat(err()).isEmpty();
    }

    @Test
    void theLaunchersHelpBeforeTheFirstBuildListsTheSameCommands() throws IOException {
        assertThat(run(Map.of(), "help")).isZero();

        assertThat(commands("(?m)^ {2}(\\w+) {2,}\\S", out()))
                .containsExactlyInAnyOrderElementsOf(
                        commands("(?m)^ {2}\\./pickup (\\w+) {2,}\\S", Files.readString(Path.of("launcher/help.txt"))))
                .contains("up", "test");
    }

    private static List<String> commands(String line, String help) {
        return Pattern.compile(line)
                .matcher(help)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private int run(Map<String, String> environment, String... arguments) {
        Terminal terminal = new Terminal(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                environment,
                home,
                Optional.empty(),
                Optional.empty(),
                Style.plain());
        return PickupCommand.run(terminal, arguments);
    }

    private String out() {
        return out.toString(UTF_8);
    }

    private String err() {
        return err.toString(UTF_8);
    }
}
