package dev.pickup.functions.byop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.functions.Console.Answer;
import dev.pickup.functions.TestDatabase;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed;
import java.nio.file.Path;
import java.util.List;
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

/// The keys to a customer's account at Twilio: what is taken, what is refused and why, and who sees them.
@ExtendWith(TestDatabase.class)
class CredentialRoutesIT {
    private static final String TEST = "POST /api/telephony/byop/credentials/{credentialId}/test";
    private static final String NUMBERS = "GET /api/telephony/byop/credentials/{credentialId}/numbers";
    private static final String DELETE = "DELETE /api/telephony/byop/credentials/{credentialId}";
    private static final String LIST = "GET /api/telephony/byop/credentials";

    private final DynamoDbClient database;

    @TempDir
    private Path folder;

    @AutoClose
    private BroughtNumbers world;

    CredentialRoutesIT(DynamoDbClient database) {
        this.database = database;
    }

    @BeforeEach
    void begin() {
        world = new BroughtNumbers(database, folder, UnaryOperator.identity());
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

    private static JsonNode finding(Answer answer, String capability) {
        return StreamSupport.stream(answer.json().path("findings").spliterator(), false)
                .filter(finding -> finding.path("capability").asText().equals(capability))
                .findFirst()
                .orElseThrow();
    }

    private void withCustomer(UnaryOperator<TwilioAccountSeed> customer) {
        world.close();
        world = new BroughtNumbers(database, folder, customer);
    }
}
