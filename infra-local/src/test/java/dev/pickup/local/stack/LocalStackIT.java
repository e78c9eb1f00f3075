package dev.pickup.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.core.account.AccountId;
import dev.pickup.local.issuer.Role;
import dev.pickup.local.stack.StackException.Code;
import dev.pickup.media.EnginesChoice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path parent;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aStackServesItsSeededAccountAndKeepsWhatWasChangedOverARestart() throws Exception {
        Path data = parent.resolve("data");
        List<String> steps = new ArrayList<>();
        try (LocalStack stack = LocalStack.start(settings(data), steps::add)) {
            assertThat(steps).isNotEmpty();
            assertThat(RunFile.find(data)).hasValueSatisfying(run -> {
                assertThat(run.baseUrl()).isEqualTo(stack.baseUrl());
                assertThat(run.controlUrl())
                        .contains(stack.exchange().orElseThrow().controlBase());
                assertThat(run.twilioControlUrl())
                        .contains(stack.twilio().orElseThrow().controlBase());
            });
            assertThat(get(stack, "/api/agents").path("items")).hasSize(3);
            JsonNode numbers = get(stack, "/api/telephony/numbers").path("items");
            assertThat(numbers).hasSize(4);
            assertThat(agentOf(stack)).isEqualTo("agt_demo");
            assertThat(detach(stack)).isEqualTo(200);
            assertRefused(Code.DATA_FOLDER_BUSY, settings(data));
        }
        assertThat(RunFile.find(data)).isEmpty();
        try (LocalStack stack = LocalStack.start(settings(data), StackProgress.silent())) {
            assertThat(agentOf(stack)).isEmpty();
        }
        try (LocalStack stack = LocalStack.start(settings(data).withFresh(true), StackProgress.silent())) {
            assertThat(agentOf(stack)).isEqualTo("agt_demo");
        }
    }

    @Test
    void aStartThatFailsLeavesNothingBehind() throws Exception {
        Path data = parent.resolve("data");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StackSettings settings = StackSettings.at(taken.getLocalPort(), data, parent.resolve("models"))
                    .withEngines(EnginesChoice.SCRIPTED);
            assertRefused(Code.PORT_BUSY, settings);
        }
        assertRefused(Code.MODELS_MISSING, settings(data).withEngines(EnginesChoice.OFFLINE));
        assertThat(DataFolder.isInUse(data)).isFalse();
        assertThat(data.resolve("run.json")).doesNotExist();
    }

    private StackSettings settings(Path data) {
        return StackSettings.at(0, data, parent.resolve("models")).withEngines(EnginesChoice.SCRIPTED);
    }

    private static void assertRefused(Code code, StackSettings settings) {
        assertThatThrownBy(() -> LocalStack.start(settings, StackProgress.silent()))
                .isInstanceOfSatisfying(
                        StackException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private String agentOf(LocalStack stack) throws Exception {
        return get(stack, "/api/telephony/numbers/+18779732766").path("agentId").asText("");
    }

    private int detach(LocalStack stack) throws Exception {
        return send(stack, "/api/telephony/numbers/+18779732766/agent", "DELETE")
                .statusCode();
    }

    private JsonNode get(LocalStack stack, String path) throws Exception {
        return JSON.readTree(send(stack, path, "GET").body());
    }

    private HttpResponse<String> send(LocalStack stack, String path, String method)
            throws IOException, InterruptedException {
        String token =
                stack.tokens().accessToken(new AccountId("acc_demo"), Role.OWNER, java.time.Duration.ofMinutes(5));
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.baseUrl() + path))
                .header("Authorization", "Bearer " + token)
                .method(method, BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
