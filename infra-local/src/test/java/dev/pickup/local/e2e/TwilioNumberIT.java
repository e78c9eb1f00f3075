package dev.pickup.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.local.stack.StackSettings;
import dev.pickup.media.speech.models.ModelFiles;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A customer brings a number from their own Twilio account, is called on it, and takes it back. In real speech:
/// Twilio's telephone sound, mu-law at 8 kHz, leaves nothing of the scripted engines' words.
class TwilioNumberIT {
    private static final Path MODELS = Path.of(System.getProperty("pickup.models.dir"));
    private static final String NUMBER = "+16175550181";
    private static final Map<String, String> CREDENTIALS = Map.of(
            "carrier", "TWILIO",
            "accountSid", "AC0de00000000000000000000000000001",
            "authToken", "0de00000000000000000000000000a11");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void anImportedNumberIsAnsweredInTelephoneSoundAndRolledBackToWhatItWas() {
        assumeThat(ModelFiles.areIn(MODELS)).as("./pickup models fetches them").isTrue();
        try (RunningProduct product = RunningProduct.with(StackSettings.at(0, folder.resolve("data"), MODELS))) {
            String credential = text(product.post("/api/telephony/byop/credentials", CREDENTIALS), 201, "credentialId");
            JsonNode before = product.get("/api/telephony/byop/credentials/" + credential + "/numbers");
            Map<String, String> request =
                    Map.of("credentialId", credential, "phoneNumber", NUMBER, "agentId", "agt_demo");
            assertThat(text(product.post("/api/telephony/byop/import-number", request), 200, "status"))
                    .isEqualTo("IMPORTED");

            Path sound = folder.resolve("call.wav");
            try (ChildProduct child = ChildProduct.run(
                    folder.resolve("data"),
                    "call",
                    "--to",
                    NUMBER,
                    "--say",
                    "What are your opening hours?",
                    "--say",
                    "Thank you, goodbye.",
                    "--record",
                    sound.toString())) {
                assertThat(child.exitCode()).as(child.said()).isZero();
                assertThat(child.said()).containsPattern("(?m)^  agent   ").contains("transcript complete");
            }
            JsonNode call = newestFinalized(product);

            assertThat(call.path("to").asText()).isEqualTo(NUMBER);
            assertThat(call.path("transcript").asText()).isEqualTo("complete");
            assertThat(said("caller", call)).contains("opening hours");
            assertThat(said("agent", call)).contains("monday");
            assertThat(StereoSound.peak(StereoSound.read(sound).right()))
                    .as("the agent's voice, of 32768")
                    .isGreaterThan(1_000);
            assertThat(product.post("/api/telephony/numbers/" + NUMBER + "/test", Map.of())
                            .body())
                    .as("every check can be told, and is passed; a caller at Twilio heard the agent")
                    .contains("caller-hears")
                    .doesNotContain("failed", "unknown");
            assertThat(text(
                            product.post("/api/telephony/byop/rollback-number", Map.of("phoneNumber", NUMBER)),
                            200,
                            "status"))
                    .isEqualTo("ROLLED_BACK");
            assertThat(product.get("/api/telephony/byop/credentials/" + credential + "/numbers"))
                    .isEqualTo(before);
        }
    }

    private static JsonNode newestFinalized(RunningProduct product) {
        String id = await("the finalization of the call")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(250))
                .until(
                        () -> product.calls().path("items").path(0),
                        call -> call.path("status").asText().equals("FINALIZED"))
                .path("callId")
                .asText();
        return product.call(id);
    }

    private static String said(String role, JsonNode call) {
        return StreamSupport.stream(call.path("turns").spliterator(), false)
                .filter(turn -> turn.path("role").asText().equals(role))
                .map(turn -> turn.path("text").asText().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private static String text(HttpResponse<String> answer, int status, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        try {
            return JSON.readTree(answer.body()).path(field).asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
