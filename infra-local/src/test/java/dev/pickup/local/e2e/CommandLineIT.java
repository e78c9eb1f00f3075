package dev.pickup.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What a person at the terminal does, with the real command in a process of its own.
@Execution(ExecutionMode.CONCURRENT)
class CommandLineIT {
    @TempDir
    private Path folder;

    @Test
    void aCallStartsTheProductTellsItTurnByTurnWritesItsRecordAndSoundAndStopsIt() throws IOException {
        Path json = folder.resolve("out.json");
        Path sound = folder.resolve("out.wav");
        Path data = folder.resolve("data");

        try (ChildProduct child = ChildProduct.run(
                data,
                "call",
                "--say",
                "What are your opening hours?",
                "--say",
                "Can I come on Tuesday at three?",
                "--json",
                json.toString(),
                "--record",
                sound.toString())) {
            assertThat(child.exitCode()).as(child.said()).isZero();

            assertThat(child.said())
                    .contains("Nothing runs on " + data + ": starting Pickup for this call.")
                    .containsPattern("(?m)^  caller  What are your opening hours\\?$")
                    .containsPattern("(?m)^  agent   .*Tuesday")
                    .containsPattern("after [0-9]+ ms = endpoint [0-9]+")
                    .containsPattern("Outcome +(completed|booked), [0-9.]+ s, transcript complete")
                    .containsPattern("Cost +\\$0\\.[0-9]{4} \\(\\$[0-9.]+ a minute\\): ")
                    .containsPattern("Recording +" + data + "/recordings/.*\\.wav")
                    .doesNotContain("\u001b[", "WARN", "ERROR");
        }
        JsonNode call = new JsonMapper().readTree(Files.readString(json));
        assertThat(new ApiSchema().complaints("Call", call)).isEmpty();
        assertThat(call.path("status").asText()).isEqualTo("FINALIZED");
        assertThat(StereoSound.read(sound).seconds()).isGreaterThan(3);
        assertThat(data.resolve("run.json")).doesNotExist();
    }

    @Test
    void theDemoEndsWithOnceAndItsCallIsBooked() {
        try (ChildProduct child = ChildProduct.run(folder.resolve("data"), "up", "--once", "--port", "0")) {
            assertThat(child.exitCode()).as(child.said()).isZero();

            assertThat(child.said())
                    .contains("Ringing the demo line +18779732766")
                    .contains("book_appointment(")
                    .contains("Outcome    booked");
        }
    }

    @Test
    void aPortInUseIsSaidInOneSentenceAndNothingStays() throws IOException {
        try (ServerSocket taken = new ServerSocket(0);
                ChildProduct child = ChildProduct.run(
                        folder.resolve("data"), "up", "--no-demo", "--port", "" + taken.getLocalPort())) {
            assertThat(child.exitCode()).isEqualTo(2);

            assertThat(child.said())
                    .contains("pickup: ")
                    .contains("" + taken.getLocalPort())
                    .contains("--port");
            assertThat(folder.resolve("data/run.json")).doesNotExist();
        }
    }

    @Test
    void aCallToANumberThatNobodyHasFailsAndSaysWhy() {
        try (ChildProduct child =
                ChildProduct.run(folder.resolve("data"), "call", "--say", "Hello", "--to", "+14155550100")) {
            assertThat(child.exitCode()).as(child.said()).isEqualTo(1);

            assertThat(child.said()).contains("pickup: The call to +14155550100 was not taken");
        }
    }
}
