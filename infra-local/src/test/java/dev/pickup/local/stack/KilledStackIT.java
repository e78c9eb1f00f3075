package dev.pickup.local.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.media.EnginesChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// `kill -9` in the middle of a call: after the next start it is finalized once, with what there is.
@Execution(ExecutionMode.CONCURRENT)
class KilledStackIT {
    @TempDir
    Path parent;

    @Test
    void aCallCutOffByAKillIsFinalizedOnceAsPartialAfterTheNextStart() throws Exception {
        Path data = parent.resolve("data");
        killInTheMiddleOfACall(data);
        assertThat(RunFile.find(data)).isEmpty();
        assertThat(data.resolve("run.json")).exists();
        StackSettings settings =
                StackSettings.at(0, data, parent.resolve("models")).withEngines(EnginesChoice.SCRIPTED);
        JsonNode usage;
        try (LocalStack stack = LocalStack.start(settings, StackProgress.silent())) {
            ApiProbe api = ApiProbe.of(stack);
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> api.newestCall().path("status").asText().equals("FINALIZED"));
            JsonNode call = api.newestCall();
            assertThat(call.path("transcript").asText()).isEqualTo("partial");
            assertThat(call.path("turns")).hasSizeGreaterThanOrEqualTo(2);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> api.usage().path("calls").asInt() == 1);
            usage = api.usage();
        }
        try (LocalStack stack = LocalStack.start(settings, StackProgress.silent())) {
            assertThat(ApiProbe.of(stack).usage()).isEqualTo(usage);
        }
    }

    private void killInTheMiddleOfACall(Path data) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command(data)).redirectErrorStream(true).start();
        List<String> said = new ArrayList<>();
        try (Stream<String> lines = process.inputReader(UTF_8).lines()) {
            assertThat(lines.peek(said::add).anyMatch(DoomedStack.LIVE::equals))
                    .as("the child process got its call going; it said: " + said)
                    .isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static List<String> command(Path data) {
        String dynamoDb = "pickup.dynamodb-local.dir";
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-D" + dynamoDb + "=" + System.getProperty(dynamoDb),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                DoomedStack.class.getName(),
                data.toString());
    }
}
