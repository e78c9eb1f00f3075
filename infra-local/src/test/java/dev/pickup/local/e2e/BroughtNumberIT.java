package dev.pickup.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// A customer brings a number from their own Telnyx account: their key, the import, a call, the way back.
/// One story, told in order.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BroughtNumberIT {
    private static final String NUMBER = "+16175550171";
    private static final String KEY = "KEY0197DEMO_customer_of_telnyx";
    private static final String QUESTION = "What are your opening hours?";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path data;

    private static RunningProduct product;
    private static String credential = "";
    private static JsonNode before;

    @BeforeAll
    static void start() {
        product = RunningProduct.scripted(data);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    @Order(1)
    void aKeyThatMayNotChangeNumbersIsNotTakenAndTheTableSaysWhy() {
        HttpResponse<String> answer = post(
                "/api/telephony/byop/credentials", Map.of("carrier", "TELNYX", "apiKey", "KEY0197DEMO_reads_only"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("code").asText()).isEqualTo("capability-missing");
        assertThat(finding(answer, "read-numbers").path("status").asText()).isEqualTo("ok");
        assertThat(finding(answer, "change-routing").path("status").asText()).isEqualTo("missing");
        assertThat(finding(answer, "change-routing").path("whereToGrant").asText())
                .isNotBlank();
        assertThat(answer.body()).doesNotContain("reads_only");
        assertThat(product.get("/api/telephony/byop/credentials").path("items")).isEmpty();
    }

    @Test
    @Order(2)
    void aWrongKeyIsToldApartFromAMissingPermission() {
        HttpResponse<String> answer =
                post("/api/telephony/byop/credentials", Map.of("carrier", "TELNYX", "apiKey", "KEY0197NOBODYS_key"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("code").asText()).isEqualTo("credential-wrong");
    }

    @Test
    @Order(3)
    void theRightKeyIsStoredAndOnlyItsEndIsEverShown() {
        HttpResponse<String> answer =
                post("/api/telephony/byop/credentials", Map.of("carrier", "TELNYX", "apiKey", KEY));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        credential = json(answer).path("credentialId").asText();
        assertThat(json(answer).path("lastFour").asText()).isEqualTo("lnyx");
        assertThat(json(answer).path("usable").asBoolean()).isTrue();
        assertThat(answer.body() + product.get("/api/telephony/byop/credentials"))
                .contains(credential)
                .doesNotContain("customer_of_telnyx");
    }

    @Test
    @Order(4)
    void itsNumbersAreShownWithWhereEachPoints() {
        before = product.get("/api/telephony/byop/credentials/" + credential + "/numbers");

        assertThat(before.path("items")).hasSize(3);
        JsonNode number = before.path("items").path(0);
        assertThat(number.path("phoneNumber").asText()).isEqualTo(NUMBER);
        assertThat(number.path("calls").path("name").asText()).isEqualTo("Old phone system");
    }

    @Test
    @Order(5)
    void theImportedNumberPointsAtUsAndTheOtherOneDoesNot() {
        HttpResponse<String> answer = post(
                "/api/telephony/byop/import-number",
                Map.of("credentialId", credential, "phoneNumber", NUMBER, "agentId", "agt_demo"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("status").asText()).isEqualTo("IMPORTED");
        JsonNode numbers = product.get("/api/telephony/byop/credentials/" + credential + "/numbers");
        assertThat(numbers.path("items").path(0).path("calls").path("name").asText())
                .startsWith("Pickup cred_");
        assertThat(numbers.path("items").path(1)).isEqualTo(before.path("items").path(1));
        assertThat(product.get("/api/telephony/numbers/" + NUMBER)
                        .path("agentId")
                        .asText())
                .isEqualTo("agt_demo");
    }

    @Test
    @Order(6)
    void itsTestPassesEveryCheckWithACallThatIsHeard() {
        HttpResponse<String> answer = post("/api/telephony/numbers/" + NUMBER + "/test", Map.of());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("checks"))
                .hasSize(7)
                .allSatisfy(check -> assertThat(check.path("status").asText())
                        .as(check.toString())
                        .isEqualTo("passed"));
        assertThat(json(answer).findValuesAsText("detail"))
                .as("counted from the answer, not from dialling")
                .anyMatch(detail -> detail.matches("A test caller heard the agent \\d+ ms after being connected."));
    }

    @Test
    @Order(7)
    void aCallToItIsAnsweredByItsAgentAndCostsNoCarrierCharge() {
        JsonNode call = product.finalized(
                product.place(new OutsideCall(RunningProduct.CALLER, NUMBER, CallerScript.saying(QUESTION))));

        assertThat(call.path("agentId").asText()).isEqualTo("agt_demo");
        assertThat(texts(call)).contains(QUESTION);
        assertThat(StreamSupport.stream(call.path("turns").spliterator(), false)
                        .filter(turn -> turn.path("role").asText().equals("agent"))
                        .count())
                .isGreaterThanOrEqualTo(2);
        List<JsonNode> carrier = StreamSupport.stream(
                        call.path("cost").path("parts").spliterator(), false)
                .filter(part -> part.path("part").asText().equals("carrier"))
                .toList();
        assertThat(carrier)
                .hasSize(1)
                .allSatisfy(part -> assertThat(part.path("micros").asLong()).isZero());
    }

    @Test
    @Order(8)
    void itsCredentialStaysWhileItDependsOnIt() {
        HttpResponse<String> answer = product.send(product.authorized("/api/telephony/byop/credentials/" + credential)
                .DELETE());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).path("code").asText()).isEqualTo("credential-in-use");
    }

    @Test
    @Order(9)
    void aWebhookThatIsNotSignedWithItsKeyIsRefused() {
        for (String path : List.of("/webhooks/telnyx/voice/" + credential, "/webhooks/telnyx/voice/cred_nobodys")) {
            HttpResponse<String> answer =
                    product.send(product.request(path).POST(BodyPublishers.ofString("{\"data\":{}}")));
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.body()).contains("signature-invalid");
        }
    }

    @Test
    @Order(10)
    void rolledBackEverythingIsAsItWas() {
        HttpResponse<String> answer = post("/api/telephony/byop/rollback-number", Map.of("phoneNumber", NUMBER));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).path("status").asText()).isEqualTo("ROLLED_BACK");
        assertThat(product.get("/api/telephony/byop/credentials/" + credential + "/numbers"))
                .isEqualTo(before);
        assertThat(product.get("/api/telephony/numbers/" + NUMBER)
                        .path("status")
                        .asInt())
                .isEqualTo(404);
        assertThat(product.send(product.authorized("/api/telephony/byop/credentials/" + credential)
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);
    }

    private static HttpResponse<String> post(String path, Map<String, ?> body) {
        String text = body.isEmpty() ? "" : JSON.valueToTree(body).toString();
        return product.send(product.authorized(path)
                .header("Content-Type", "application/json")
                .POST(text.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(text)));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode finding(HttpResponse<String> answer, String capability) {
        return StreamSupport.stream(json(answer).path("findings").spliterator(), false)
                .filter(finding -> finding.path("capability").asText().equals(capability))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode call) {
        return StreamSupport.stream(call.path("turns").spliterator(), false)
                .map(turn -> turn.path("text").asText())
                .toList();
    }
}
