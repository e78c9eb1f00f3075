package dev.pickup.functions.byop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pickup.functions.Console;
import dev.pickup.functions.Console.Answer;
import dev.pickup.functions.TestDatabase;
import dev.pickup.functions.runtime.api.ApiRoutes;
import dev.pickup.simulators.twilio.account.Kind;
import dev.pickup.simulators.twilio.fault.RestFault;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Numbers brought from Twilio, through the API, against a simulated Twilio and a real database.
@ExtendWith(TestDatabase.class)
class ByopRoutesIT {
    private static final String DELETE = "DELETE /api/telephony/byop/credentials/{credentialId}";

    private final DynamoDbClient database;

    @TempDir
    private Path folder;

    @AutoClose
    private BroughtNumbers world;

    ByopRoutesIT(DynamoDbClient database) {
        this.database = database;
    }

    @BeforeEach
    void begin() {
        world = new BroughtNumbers(database, folder, UnaryOperator.identity());
    }

    @Test
    void everyRouteIsInTheDefinitionAndTheOtherWayRound() {
        ApiRoutes routes = ByopHandler.routes(world.wiring);

        assertThat(routes.routeKeys()).isEqualTo(Console.definition().routeKeys("byop"));
    }

    @Test
    void aNumberComesAndGoesAndTheAccountIsByteForByteWhatItWas() {
        String credential = world.stored();
        String before = world.customersAccount();

        Answer taken = world.takeForAgent(credential);
        assertThat(taken.status()).as(taken.response().getBody()).isEqualTo(200);
        assertThat(taken.json().path("status").asText()).isEqualTo("IMPORTED");
        assertThat(number().path("voice_url").asText())
                .isEqualTo("https://pickup.example.com/webhooks/twilio/voice/" + credential);
        assertThat(number().path("trunk_sid").isNull()).isTrue();
        assertThat(world.owner.ask(DELETE, Map.of("credentialId", credential)).problem())
                .isEqualTo("409 credential-in-use");

        Answer back = world.rollBack(world.owner, false);
        assertThat(back.status()).as(back.response().getBody()).isEqualTo(200);
        assertThat(world.customersAccount()).isEqualTo(before);
        assertThat(world.owner.ask(DELETE, Map.of("credentialId", credential)).status())
                .isEqualTo(204);
    }

    @Test
    void aNumberOfOneAccountIsNotImportedByAnotherNorRolledBack() {
        world.take(world.owner, world.stored());
        Answer theirs = world.addToken(world.strangers); // they know the token, too
        assertThat(theirs.status()).isEqualTo(201);
        String pointed = world.customersAccount();

        assertThat(world.take(
                                world.strangers,
                                theirs.json().path("credentialId").asText())
                        .problem())
                .isEqualTo("409 number-taken");
        assertThat(world.rollBack(world.strangers, true).problem()).isEqualTo("404 number-not-found");

        assertThat(world.customersAccount()).isEqualTo(pointed);
    }

    @Test
    void whatSomebodyChangedIsListedAndOverwrittenOnlyWithForce() {
        String credential = world.stored();
        String before = world.customersAccount();
        world.take(world.owner, credential);
        world.exchange
                .account(BroughtNumbers.SID)
                .change(Kind.NUMBER, "PN" + "1".repeat(32), n -> n.put("voice_url", "https://new.example.com"));

        Answer refused = world.rollBack(world.owner, false);
        assertThat(refused.problem()).isEqualTo("409 changed-meanwhile");
        assertThat(refused.json().path("differences").path(0).path("field").asText())
                .isEqualTo("voice_url");
        assertThat(refused.json().path("differences").path(0).path("found"))
                .isEqualTo(TextNode.valueOf("https://new.example.com"));

        assertThat(world.rollBack(world.owner, true).status()).isEqualTo(200);
        assertThat(world.customersAccount()).isEqualTo(before);
    }

    @Test
    void aCarrierThatFailsHalfWayLeavesTheNumberAsItWas() {
        String credential = world.stored();
        String before = world.customersAccount();
        world.exchange.faults().add("POST", "/IncomingPhoneNumbers/", 9, new RestFault.Fails(503));

        Answer answer = world.take(world.owner, credential);
        world.exchange.faults().clear();

        assertThat(answer.problem()).as(answer.response().getBody()).isEqualTo("422 import-failed");
        assertThat(answer.json().path("reason").path("code").asText()).isEqualTo("carrier-unavailable");
        assertThat(world.customersAccount()).isEqualTo(before);
        assertThat(world.take(world.owner, credential).status()).isEqualTo(200);
    }

    @Test
    void theTestOfANumberTellsWhatIsMissing() {
        world.take(world.owner, world.stored());

        Answer answer = world.owner.ask("POST /api/telephony/numbers/{e164}/test", Map.of("e164", world.number));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("passed").asBoolean()).isFalse();
        assertThat(check(answer, "number-active")).isEqualTo("passed");
        assertThat(check(answer, "routing-ours")).isEqualTo("passed");
        assertThat(check(answer, "sms-on")).isEqualTo("passed");
        assertThat(check(answer, "agent-attached")).isEqualTo("failed");
        assertThat(check(answer, "caller-hears")).isEqualTo("unknown");
        assertThat(world.strangers
                        .ask("POST /api/telephony/numbers/{e164}/test", Map.of("e164", world.number))
                        .problem())
                .isEqualTo("404 number-not-found");
    }

    @Test
    void theTestOfANumberTellsWhatTheCarrierSaysNow() {
        world.take(world.owner, world.stored());

        changeNumber("sms_url", "https://else.example.com");
        Answer texts = testOfNumber();
        assertThat(check(texts, "sms-on")).isEqualTo("failed");
        assertThat(check(texts, "routing-ours")).as("texts are part of it").isEqualTo("failed");

        changeNumber("status", "ordered");
        assertThat(check(testOfNumber(), "number-active")).isEqualTo("failed");

        world.exchange.close();
        Answer silent = testOfNumber();
        assertThat(Stream.of("number-active", "routing-ours", "sms-on").map(name -> check(silent, name)))
                .as("what cannot be told is not called a failure, and not left out")
                .containsOnly("unknown");
    }

    @Test
    void aNumberThatTheCarrierAccountDoesNotHaveIsNotImported() {
        String credential = world.stored();
        Answer answer = world.owner.ask(
                "POST /api/telephony/byop/import-number",
                Map.of(),
                "{\"credentialId\":\"" + credential + "\",\"phoneNumber\":\"+16175550000\"}");

        assertThat(answer.problem()).isEqualTo("404 number-not-at-carrier");
    }

    private Answer testOfNumber() {
        return world.owner.ask("POST /api/telephony/numbers/{e164}/test", Map.of("e164", world.number));
    }

    private void changeNumber(String field, String value) {
        world.exchange.account(BroughtNumbers.SID).change(Kind.NUMBER, "PN" + "1".repeat(32), n -> n.put(field, value));
    }

    private JsonNode number() {
        return world.exchange.account(BroughtNumbers.SID).number(world.number).orElseThrow();
    }

    private static String check(Answer answer, String name) {
        return StreamSupport.stream(answer.json().path("checks").spliterator(), false)
                .filter(check -> check.path("check").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path("status")
                .asText();
    }
}
