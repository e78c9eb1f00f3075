package dev.pickup.functions.byop;

import dev.pickup.core.account.Account;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.Agent;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.agent.AgentTemplates;
import dev.pickup.core.customer.CustomerCarriers;
import dev.pickup.core.vault.EnvelopeVault;
import dev.pickup.core.vault.KeyFileDataKeys;
import dev.pickup.functions.Console;
import dev.pickup.functions.Console.Answer;
import dev.pickup.functions.TestCarrier;
import dev.pickup.functions.TestDatabase;
import dev.pickup.functions.runtime.Customers;
import dev.pickup.functions.runtime.FunctionSettings;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.functions.runtime.TestCalls;
import dev.pickup.functions.runtime.api.ApiJson;
import dev.pickup.simulators.twilio.TwilioExchange;
import dev.pickup.simulators.twilio.TwilioExchangeSettings;
import dev.pickup.simulators.twilio.account.ApiKey;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.OwnedNumber;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.Trunk;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The function over a real database and a simulated Twilio, with two accounts of ours and one customer
/// of Twilio.
final class BroughtNumbers implements AutoCloseable {
    static final String SID = "AC" + "a1".repeat(16);
    static final String TOKEN = "0123456789abcdef0123456789abtail";
    static final String KEY_SID = "SK" + "b2".repeat(16);
    static final String KEY_SECRET = "a-restricted-secret-of-32-letters";
    static final String TRUNK = "TK" + "c3".repeat(16);
    static final AgentId AGENT = new AgentId("agt_desk");

    final String number = "+1617" + ThreadLocalRandom.current().nextInt(2_000_000, 9_999_999);
    final AccountId account = TestDatabase.newAccount();
    final AccountId stranger = TestDatabase.newAccount();
    final TwilioExchange exchange;
    final FunctionsWiring wiring;
    final Console owner;
    final Console strangers;
    private final HttpClient http = HttpClient.newHttpClient();

    BroughtNumbers(DynamoDbClient database, Path folder, UnaryOperator<TwilioAccountSeed> customer) {
        TwilioAccountSeed seed = TwilioAccountSeed.of(
                        SID,
                        TOKEN,
                        new OwnedNumber("PN" + "1".repeat(32), number, Map.of("TrunkSid", TRUNK)),
                        new OwnedNumber(
                                "PN" + "2".repeat(32),
                                "+16175550199",
                                Map.of("VoiceUrl", "https://old.example.com/voice")))
                .withTrunk(new Trunk(TRUNK, "Office"))
                .withKey(ApiKey.restricted(KEY_SID, KEY_SECRET, "/twilio/phone-numbers/active-numbers/list"));
        exchange = TwilioExchange.start(TwilioExchangeSettings.of(customer.apply(seed)));
        SecureRandom random = new SecureRandom();
        wiring = new FunctionsWiring(new FunctionSettings(
                database,
                _ -> {},
                TestCarrier.NOWHERE,
                new Customers(
                        new CustomerCarriers(
                                URI.create("http://127.0.0.1:9"),
                                exchange.apiBase(),
                                URI.create("https://pickup.example.com"),
                                http),
                        new EnvelopeVault(KeyFileDataKeys.open(folder.resolve("master.key"), random), random),
                        TestCalls.NONE),
                URI.create("https://pickup.example.com"),
                (_, _) -> {},
                Clock.systemUTC(),
                random));
        for (AccountId id : new AccountId[] {account, stranger}) {
            wiring.accounts()
                    .create(new Account(id, "Somebody", 5, Optional.empty(), Account.Status.ACTIVE, Instant.EPOCH, 1));
        }
        wiring.agents()
                .create(new Agent(account, AGENT, 1, AgentTemplates.CLINIC.settings(), Instant.EPOCH, Instant.EPOCH));
        owner = Console.owner(ByopHandler.routes(wiring), account);
        strangers = Console.owner(ByopHandler.routes(wiring), stranger);
    }

    /// Every thing of the customer's account at the carrier, as text.
    String customersAccount() {
        return exchange.account(SID).snapshot();
    }

    Answer add(Console by, Map<String, String> credentials) {
        return by.ask("POST /api/telephony/byop/credentials", Map.of(), json(credentials));
    }

    Answer addToken(Console by) {
        return add(by, Map.of("carrier", "TWILIO", "accountSid", SID, "authToken", TOKEN));
    }

    /// @return its id
    String stored() {
        Answer answer = addToken(owner);
        if (answer.status() != 201) {
            throw new AssertionError(answer.json());
        }
        return answer.json().path("credentialId").asText();
    }

    Answer take(Console by, String credential) {
        return by.ask(
                "POST /api/telephony/byop/import-number",
                Map.of(),
                json(Map.of("credentialId", credential, "phoneNumber", number)));
    }

    Answer takeForAgent(String credential) {
        return owner.ask(
                "POST /api/telephony/byop/import-number",
                Map.of(),
                json(Map.of("credentialId", credential, "phoneNumber", number, "agentId", AGENT.value())));
    }

    Answer rollBack(Console by, boolean force) {
        Map<String, Object> body = new HashMap<>(Map.of("phoneNumber", number));
        if (force) {
            body.put("force", true);
        }
        return by.ask("POST /api/telephony/byop/rollback-number", Map.of(), json(body));
    }

    private static String json(Map<String, ?> body) {
        return ApiJson.text(body);
    }

    @Override
    public void close() {
        exchange.close();
        http.shutdownNow();
    }
}
