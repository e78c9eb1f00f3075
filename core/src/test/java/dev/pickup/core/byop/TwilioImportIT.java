package dev.pickup.core.byop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.byop.ByopImport.Stage;
import dev.pickup.core.byop.ByopImporter.RolledBack;
import dev.pickup.core.byop.OpenAccounts.Opened;
import dev.pickup.core.carrier.CarrierAccount;
import dev.pickup.core.carrier.CarrierCredentials;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.OurPlace;
import dev.pickup.core.carrier.twilio.TwilioAccounts;
import dev.pickup.core.carrier.twilio.TwilioSettings;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.credential.Secret;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.simulators.twilio.TwilioExchange;
import dev.pickup.simulators.twilio.TwilioExchangeSettings;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.Application;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.OwnedNumber;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.Trunk;
import dev.pickup.simulators.twilio.fault.RestFault;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The importer over Twilio's wire: random schedules of imports, rollbacks and sweeps, with requests that
/// fail before or after their effect, lose their answers or come too often. After the rollback the
/// account is byte for byte what it was.
class TwilioImportIT {
    private static final int SCHEDULES = 60;
    private static final String SID = "AC" + "1".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String APPLICATION = "AP" + "1".repeat(32);
    private static final String TRUNK = "TK" + "1".repeat(32);
    private static final PhoneNumber NUMBER = new PhoneNumber("+13125550101");
    private static final AccountId ACCOUNT = new AccountId("acc_a");
    private static final CredentialId CREDENTIAL = new CredentialId("cred_one");
    private static final URI HOOK = URI.create("https://pickup.example.com/webhooks/twilio/voice/cred_one");
    private static final List<Map<String, String>> ROUTINGS = List.of(
            Map.of(
                    "VoiceUrl",
                    "https://old.example.com/voice",
                    "VoiceMethod",
                    "GET",
                    "SmsUrl",
                    "https://old.example.com"),
            Map.of("VoiceUrl", "https://old.example.com/voice", "VoiceApplicationSid", APPLICATION),
            Map.of("TrunkSid", TRUNK, "StatusCallback", "https://old.example.com/status"),
            Map.of());

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void afterTheRollbackTheAccountIsAsItWas() {
        long first = new Random().nextLong();
        System.out.println("Twilio import schedules begin with seed " + first);
        for (int i = 0; i < SCHEDULES; i++) {
            long seed = first + i;
            try (TwilioExchange exchange = TwilioExchange.start(TwilioExchangeSettings.of(seed(i)))) {
                new Schedule(new Random(seed), exchange).run();
            } catch (AssertionError | RuntimeException e) {
                fail("schedule with seed " + seed, e);
            }
        }
        http.shutdownNow();
    }

    private static TwilioAccountSeed seed(int schedule) {
        Map<String, String> routing = ROUTINGS.get(schedule % ROUTINGS.size());
        return TwilioAccountSeed.of(
                        SID,
                        TOKEN,
                        new OwnedNumber("PN" + "1".repeat(32), NUMBER.e164(), routing),
                        new OwnedNumber("PN" + "2".repeat(32), "+13125550102", routing))
                .withApplication(new Application(APPLICATION, "Old PBX", Map.of("VoiceUrl", "https://pbx.example.com")))
                .withTrunk(new Trunk(TRUNK, "Office"));
    }

    private final class Schedule {
        private final Random random;
        private final TwilioExchange exchange;
        private final FakeByopStore store = new FakeByopStore();
        private final String before;
        private final ImportDriver driver;
        private final ByopImporter importer;
        private Instant now = Instant.parse("2026-11-26T10:00:00Z");

        Schedule(Random random, TwilioExchange exchange) {
            this.random = random;
            this.exchange = exchange;
            before = exchange.account(SID).snapshot();
            store.credential(ACCOUNT, CREDENTIAL);
            TwilioSettings settings =
                    new TwilioSettings(exchange.apiBase(), Duration.ofSeconds(20), 2, Duration.ofMillis(1));
            CarrierAccount account = new TwilioAccounts(settings, http)
                    .open(new CarrierCredentials.Twilio(SID, Optional.of(Secret.of(TOKEN)), Optional.empty()));
            OpenAccounts accounts = (_, _) -> Optional.of(new Opened(CarrierName.TWILIO, account));
            driver = new ImportDriver(
                    store, (_, _) -> {}, accounts, i -> new OurPlace(i.placeName(), HOOK, HOOK, HOOK), () -> now);
            importer = new ByopImporter(store, accounts, driver, () -> now);
        }

        void run() {
            int acts = 1 + random.nextInt(5);
            for (int act = 0; act < acts; act++) {
                act();
            }
            exchange.faults().clear();
            for (int sweep = 0; sweep < 3; sweep++) {
                reconcile(Duration.ofHours(2));
            }
            assertThat(importer.rollBack(ACCOUNT, NUMBER, false))
                    .isInstanceOfAny(RolledBack.Done.class, RolledBack.NotImported.class);
            assertThat(exchange.account(SID).snapshot()).isEqualTo(before);
            assertThat(store.find(ACCOUNT, NUMBER).map(ByopImport::stage).filter(s -> s != Stage.UNDONE))
                    .isEmpty();
        }

        private void act() {
            exchange.faults().clear();
            exchange.faults()
                    .add(random.nextBoolean() ? "POST" : "*", "/IncomingPhoneNumbers", 1 + random.nextInt(9), fault());
            try {
                switch (random.nextInt(4)) {
                    case 0, 1 -> importer.take(ACCOUNT, CREDENTIAL, NUMBER, Optional.empty());
                    case 2 -> importer.rollBack(ACCOUNT, NUMBER, false);
                    default -> reconcile(Duration.ofMinutes(5));
                }
            } catch (CarrierUnavailableException | CarrierRejectedException _) {
                // whoever asked is told; somebody comes again
            }
        }

        private RestFault fault() {
            return switch (random.nextInt(4)) {
                case 0 -> new RestFault.Fails(503);
                case 1 -> new RestFault.FailsAfterwards(500);
                case 2 -> new RestFault.AnswerLost(0);
                default -> new RestFault.RateLimited();
            };
        }

        private void reconcile(Duration passed) {
            now = now.plus(passed);
            store.due(now, 10).forEach(due -> driver.drive(due.account(), due.number()));
        }
    }
}
