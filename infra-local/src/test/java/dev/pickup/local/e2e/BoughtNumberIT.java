package dev.pickup.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The life of a number over the whole product: found, bought, called, still there after a restart, given back.
@Execution(ExecutionMode.CONCURRENT)
class BoughtNumberIT {
    private static final String CALLER = "+13125550100";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path data;

    @Test
    void aNumberIsBoughtCalledKeptOverARestartAndGivenBack() throws Exception {
        String number;
        try (RunningProduct product = RunningProduct.scripted(data)) {
            number = product.get("/api/telephony/managed/available-numbers?areaCode=415&features=sms,voice&limit=1")
                    .at("/items/0/phoneNumber")
                    .asText();

            HttpResponse<String> bought = product.send(product.authorized("/api/telephony/managed/purchase-number")
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofString("{\"phoneNumber\": \"" + number + "\", \"agentId\": \"agt_demo\"}")));

            assertThat(bought.statusCode()).as(bought.body()).isEqualTo(201);
            JsonNode shown = JSON.readTree(bought.body());
            assertThat(shown.path("status").asText()).isEqualTo("ACTIVE");
            assertThat(shown.at("/purchase/durationMs").asLong()).isLessThan(60_000);
            assertThat(new ApiSchema().complaints("Number", shown)).isEmpty();
            assertThat(called(product, number)).isEqualTo(number);
            JsonNode usage = product.get("/api/usage");
            assertThat(new ApiSchema().complaints("Usage", usage)).isEmpty();
            assertThat(usage.at("/accruing/numbers/0/phoneNumber").asText()).isEqualTo(number);
            for (String tested : List.of(number, RunningProduct.DEMO_NUMBER)) {
                assertThat(product.post("/api/telephony/numbers/" + tested + "/test", Map.of())
                                .body())
                        .as("every check can be told, and is passed")
                        .contains("caller-hears")
                        .doesNotContain("failed", "unknown");
            }
        }
        try (RunningProduct product = RunningProduct.scripted(data)) { // on another port
            assertThat(called(product, number)).isEqualTo(number);

            assertThat(product.send(number(product, number).DELETE()).statusCode())
                    .isEqualTo(204);

            assertThat(product.send(number(product, number).GET()).statusCode()).isEqualTo(404);
            assertThat(product.get("/api/telephony/numbers").findValuesAsText("phoneNumber"))
                    .doesNotContain(number)
                    .contains(RunningProduct.DEMO_NUMBER);
        }
    }

    /// Somebody calls it, an agent answers; the number as the call's record has it.
    private static String called(RunningProduct product, String number) throws IOException {
        JsonNode call = product.finalized(
                product.place(new OutsideCall(CALLER, number, CallerScript.saying("What are your opening hours?"))));
        assertThat(call.path("agentId").asText()).isEqualTo("agt_demo");
        assertThat(call.path("turns")).hasSizeGreaterThanOrEqualTo(3);
        return call.path("to").asText();
    }

    private static HttpRequest.Builder number(RunningProduct product, String number) {
        return product.authorized("/api/telephony/numbers/" + number.replace("+", "%2B"));
    }
}
