package dev.pickup.functions.byop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.pickup.functions.Console;
import dev.pickup.functions.Console.Answer;
import dev.pickup.functions.TestDatabase;
import dev.pickup.functions.runtime.api.ApiRoutes;
import dev.pickup.simulators.twilio.account.Kind;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed;
import dev.pickup.simulators.twilio.fault.RestFault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Numbers brought from Twilio, through the API, against a simulated Twilio and a real database.
@ExtendWith(TestDatabase.class)
class ByopRoutesIT {
    private static final String TEST = "POST /api/telephony/byop/credentials/{credentialId}/test";
    private static final String NUMBERS = "GET /api/telephony/byop/credentials/{credentialId}/numbers";
    private static final String DELETE = "DELETE /api/telephony/byop/credentials/{credentialId}";
    private static final String LIST = "GET /api/telephony/byop/credentials";

    private final DynamoDbClient database;

    @TempDir
    private Path folder;

    private BroughtNumbers world;

    ByopRoutesIT(DynamoDbClient database) {
        this.database = database;
    }

    @BeforeEach
    void begin() {
        world = new BroughtNumbers(database, folder, UnaryOperator.identity());
    }

    @AfterEach
    void end() {
        world.close();
    }

    private void withCustomer(UnaryOperator<TwilioAccountSeed> customer) {
        world.close();
        world = new BroughtNumbers(database, folder, customer);
    }

    @Test
    void everyRouteIsInTheDefinitionAndTheOtherWayRound() {
        ApiRoutes routes = ByopHandler.routes(world.wiring);

        assertThat(routes.routeKeys()).isEqualTo(Console.definition().routeKeys("byop"));
    }

    @Test
    void theTokenIsTakenAndOnlyItsEndIsShown() {
        Answer answer = world.addToken(world.owner);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("lastFour").asText()).isEqualTo("tail");
        assertThat(answer.json().path("carrierAccount").asText()).isEqualTo(BroughtNumbers.SID);
        assertThat(answer.response().getBody() + world.owner.ask(LIST, Map.of()).json())
                .doesNotContain(BroughtNumbers.TOKEN);
    }

    @Test
    void aRestrictedKeyIsNotTakenAndEachMissingPermissionIsNamedInTheCarriersWords() {
        Answer answer = world.add(
                world.owner,
                Map.of(
                        "carrier", "TWILIO",
                        "accountSid", BroughtNumbers.SID,
                        "authToken", BroughtNumbers.TOKEN,
                        "apiKeySid", BroughtNumbers.KEY_SID,
                        "apiKeySecret", BroughtNumbers.KEY_SECRET));

        assertThat(answer.problem()).isEqualTo("422 capability-missing");
        JsonNode routing = finding(answer, "change-routing");
        assertThat(routing.path("status").asText()).isEqualTo("missing");
        assertThat(routing.path("carrierSays").asText()).contains("required permission");
        assertThat(routing.path("whereToGrant").asText()).isNotBlank();
        assertThat(world.owner.ask(LIST, Map.of()).json().path("items")).isEmpty();
    }

    @Test
    void withoutTheTokenNoWebhookCouldBeVerifiedAndThatIsSaid() {
        Answer answer = world.add(
                world.owner,
                Map.of(
                        "carrier", "TWILIO",
                        "accountSid", BroughtNumbers.SID,
                        "apiKeySid", BroughtNumbers.KEY_SID,
                        "apiKeySecret", BroughtNumbers.KEY_SECRET));

        assertThat(answer.problem()).isEqualTo("422 capability-missing");
        assertThat(finding(answer, "verify-webhooks").path("status").asText()).isEqualTo("missing");
    }

    @Test
    void wrongTokenSuspendedAccountAndNoAnswerAreToldApart() {
        Map<String, String> wrong =
                Map.of("carrier", "TWILIO", "accountSid", BroughtNumbers.SID, "authToken", "f".repeat(32));
        assertThat(world.add(world.owner, wrong).problem()).isEqualTo("422 credential-wrong");

        withCustomer(seed -> seed.withStatus("suspended"));
        assertThat(world.addToken(world.owner).problem()).isEqualTo("422 carrier-account-suspended");

        world.exchange.close();
        assertThat(world.addToken(world.owner).problem()).isEqualTo("503 carrier-unavailable");
        assertThat(world.owner.ask(LIST, Map.of()).json().path("items")).isEmpty();
    }

    @Test
    void aTrialAccountIsTakenAndSaid() {
        withCustomer(seed -> seed.withType("Trial"));

        Answer answer = world.addToken(world.owner);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(finding(answer, "open-account").path("cause").asText()).isEqualTo("trial");
    }

    @Test
    void whatIsMalformedIsRefusedWithoutBeingRepeated() {
        assertThat(List.of(
                        world.add(
                                world.owner, Map.of("carrier", "TWILIO", "accountSid", "AC1", "authToken", "secret-x")),
                        world.add(world.owner, Map.of("carrier", "TELNYX", "apiKey", "secret-x")),
                        world.add(world.owner, Map.of("carrier", "TELNYX"))))
                .allSatisfy(answer -> {
                    assertThat(answer.problem()).isEqualTo("400 request-invalid");
                    assertThat(answer.response().getBody()).doesNotContain("secret-x");
                });
    }

    @Test
    void aStrangerCannotSeeUseOrGuessTheCredentials() {
        String credential = world.stored();
        String before = world.customersAccount();

        assertThat(Stream.of(TEST, NUMBERS, DELETE)
                        .map(route -> world.strangers
                                .ask(route, Map.of("credentialId", credential))
                                .problem()))
                .containsOnly("404 credential-not-found");
        assertThat(world.take(world.strangers, credential).problem()).isEqualTo("404 credential-not-found");
        assertThat(world.strangers.ask(LIST, Map.of()).json().path("items")).isEmpty();
        assertThat(world.strangers.ask(TEST, Map.of("credentialId", "cred_1")).problem())
                .isEqualTo("404 credential-not-found");
        assertThat(world.customersAccount()).isEqualTo(before);
        assertThat(credential).matches("cred_[0-9a-v]{26}");
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

    private static JsonNode finding(Answer answer, String capability) {
        return StreamSupport.stream(answer.json().path("findings").spliterator(), false)
                .filter(finding -> finding.path("capability").asText().equals(capability))
                .findFirst()
                .orElseThrow();
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
