package dev.pickup.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CarrierCredentials;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierRejectedException.Reason;
import dev.pickup.core.carrier.CommandId;
import dev.pickup.core.credential.CredentialDesk;
import dev.pickup.core.credential.CredentialDesk.Taken;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.credential.Secret;
import dev.pickup.core.customer.CustomerCarriers;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.state.Database;
import dev.pickup.core.state.DatabaseClient;
import dev.pickup.core.state.DynamoDbCredentialStore;
import dev.pickup.core.state.TableSetup;
import dev.pickup.core.vault.EnvelopeVault;
import dev.pickup.core.vault.KmsDataKeys;
import dev.pickup.simulators.aws.DynamoDbLocal;
import dev.pickup.simulators.aws.KmsLocal;
import dev.pickup.simulators.twilio.TwilioExchange;
import dev.pickup.simulators.twilio.TwilioExchangeSettings;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;

class CloudCarriersIT {
    private static final String SID = "AC" + "4".repeat(32);
    private static final String AUTH_TOKEN = "5".repeat(32);

    private final DynamoDbLocal dynamoDb = DynamoDbLocal.inMemory();
    private final DynamoDbClient tables = DatabaseClient.local(dynamoDb.endpoint());
    private final Database database = new Database(tables);
    private final KmsLocal kms = KmsLocal.start();
    private final Map<String, String> settings = CloudUnderTest.environment();
    private TwilioExchange twilio;
    private KmsClient keys;

    @BeforeEach
    void start() {
        TableSetup.createMissing(tables);
        twilio = TwilioExchange.start(TwilioExchangeSettings.of(TwilioAccountSeed.of(SID, AUTH_TOKEN)));
        settings.put("TWILIO_API_BASE", twilio.apiBase().toString());
        settings.put("PUBLIC_BASE_URL", "https://pickup.example");
        settings.put("AWS_ENDPOINT_URL_KMS", kms.endpoint().toString());
        settings.put("VAULT_KEY_ID", kms.createKey());
        keys = new CloudClients(new MediaEnvironment(settings)).kms();
    }

    @AfterEach
    void stop() {
        twilio.close();
        keys.close();
        kms.close();
        tables.close();
        dynamoDb.close();
    }

    @Test
    void aCustomersLegIsCommandedWithTheCustomersCredential() {
        Carrier carrier = carriers(Optional.of(keys));
        CallLeg leg = leg(stored(AUTH_TOKEN));
        assertThatExceptionOfType(CarrierRejectedException.class)
                .as("Twilio let us in with the customer's credential and looked for the call")
                .isThrownBy(() -> carrier.hangUp(leg, new CommandId(UUID.randomUUID())))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.LEG_GONE));
    }

    @Test
    void aCredentialThatIsNotThereAndATaskWithoutVaultAreToldApart() {
        assertCode("credential-gone", carriers(Optional.of(keys)), leg(new CredentialId("cred_none")));
        assertCode("no-vault", carriers(Optional.empty()), leg(stored(AUTH_TOKEN)));
    }

    private static void assertCode(String code, Carrier carrier, CallLeg leg) {
        assertThatExceptionOfType(CarrierRejectedException.class)
                .as("of a customer's leg: " + code)
                .isThrownBy(() -> carrier.hangUp(leg, new CommandId(UUID.randomUUID())))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    private Carrier carriers(Optional<KmsClient> vault) {
        return new CloudCarriers(new MediaEnvironment(settings), database, vault, Clock.systemUTC()).byLeg();
    }

    private CredentialId stored(String authToken) {
        MediaEnvironment environment = new MediaEnvironment(settings);
        CredentialDesk desk = new CredentialDesk(
                new DynamoDbCredentialStore(database),
                new EnvelopeVault(new KmsDataKeys(keys, environment.vaultKey().orElseThrow()), new SecureRandom()),
                new CustomerCarriers(
                        environment.telnyxApiBase(),
                        environment.twilioApiBase(),
                        environment.publicBaseUrl(),
                        HttpClient.newHttpClient()),
                new SecureRandom());
        Taken taken = desk.take(
                new AccountId("acc_clinic"),
                new CarrierCredentials.Twilio(SID, Optional.of(Secret.of(authToken)), Optional.empty()),
                Clock.systemUTC().instant());
        assertThat(taken).isInstanceOf(Taken.Stored.class);
        return ((Taken.Stored) taken).credential().id();
    }

    private static CallLeg leg(CredentialId through) {
        String call = "CA" + "6".repeat(32);
        return new CallLeg(CarrierName.TWILIO, call, call, call, Optional.of(through));
    }
}
