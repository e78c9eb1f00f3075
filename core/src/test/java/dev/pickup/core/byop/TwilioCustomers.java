package dev.pickup.core.byop;

import dev.pickup.core.carrier.CarrierAccount;
import dev.pickup.core.carrier.CarrierCredentials;
import dev.pickup.core.carrier.twilio.TwilioAccounts;
import dev.pickup.core.carrier.twilio.TwilioSettings;
import dev.pickup.core.credential.Secret;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.simulators.twilio.TwilioExchange;
import dev.pickup.simulators.twilio.TwilioExchangeSettings;
import dev.pickup.simulators.twilio.account.Kind;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.Application;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.OwnedNumber;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.Service;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.Trunk;
import dev.pickup.simulators.twilio.account.VoiceRoute;
import dev.pickup.simulators.twilio.fault.RestFault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Customers of the simulated Twilio whose numbers point to URLs, an application, a trunk, nothing, and another region.
final class TwilioCustomers implements SimulatedCustomer.Carrier {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String APPLICATION = "AP" + "1".repeat(32);
    private static final String TRUNK = "TK" + "1".repeat(32);
    private static final String WRITE = "POST /IncomingPhoneNumbers/{id}";
    private static final String OLD = "https://old.example.com/";
    private static final List<Map<String, String>> ROUTINGS = List.of(
            Map.of("VoiceUrl", OLD + "voice", "VoiceMethod", "GET", "SmsUrl", OLD + "sms", "SmsMethod", "GET"),
            Map.of("VoiceUrl", OLD + "voice", "VoiceApplicationSid", APPLICATION, "VoiceFallbackUrl", OLD + "fallback"),
            Map.of("TrunkSid", TRUNK, "StatusCallback", OLD + "status", "StatusCallbackMethod", "GET"),
            Map.of("VoiceCallerIdLookup", "true"),
            Map.of("VoiceReceiveMode", "fax", "SmsApplicationSid", APPLICATION),
            Map.of("VoiceUrl", OLD + "voice", "VoiceRegion", "ie1"));

    private final TwilioExchange exchange;
    private final List<Customer> customers = new ArrayList<>();

    TwilioCustomers() {
        List<TwilioAccountSeed> seeds = new ArrayList<>();
        for (int i = 0; i < ROUTINGS.size(); i++) {
            seeds.add(seed(i));
            customers.add(new Customer(seeds.getLast().sid(), new PhoneNumber(phone(i, 0))));
        }
        exchange = TwilioExchange.start(TwilioExchangeSettings.of(seeds.toArray(TwilioAccountSeed[]::new)));
    }

    /// Two numbers of each kind: the second one must not change, nor what both share.
    private static TwilioAccountSeed seed(int index) {
        Map<String, String> routing = ROUTINGS.get(index);
        OwnedNumber own = new OwnedNumber(sid("PN", index, 0), phone(index, 0), routing);
        OwnedNumber neighbour = new OwnedNumber(sid("PN", index, 1), phone(index, 1), routing);
        TwilioAccountSeed seed = TwilioAccountSeed.of(sid("AC", index, 0), TOKEN, own, neighbour)
                .withApplication(new Application(APPLICATION, "Old PBX", Map.of("VoiceUrl", OLD + "pbx")))
                .withTrunk(new Trunk(TRUNK, "Office"));
        return index == 2
                ? seed.withService(new Service("MG" + "1".repeat(32), "Campaign", OLD, false, List.of(own.sid())))
                : seed;
    }

    private static String sid(String prefix, int index, int number) {
        return "%s%031d%d".formatted(prefix, index + 1, number);
    }

    private static String phone(int index, int number) {
        return "+131255501%d%d".formatted(index, number);
    }

    @Override
    public List<Customer> customers() {
        return customers;
    }

    @Override
    public List<String> requests() {
        return List.of(
                "POST /IncomingPhoneNumbers/",
                "POST /IncomingPhoneNumbers/",
                "GET /IncomingPhoneNumbers/",
                "GET /IncomingPhoneNumbers.json",
                "GET /Services",
                "GET /PhoneNumbers/",
                "* /");
    }

    @Override
    public Set<String> writes() {
        return Set.of(WRITE);
    }

    @Override
    public String route(HttpRequest request) {
        return request.method() + " "
                + request.uri()
                        .getPath()
                        .replaceFirst("/2010-04-01/Accounts/AC[0-9]+", "")
                        .replaceFirst("/([A-Z]{2}[0-9]{32}|\\+[0-9]+)", "/{id}")
                        .replace(".json", "");
    }

    @Override
    public void close() {
        exchange.close();
    }

    final class Customer implements SimulatedCustomer {
        private final String sid;
        private final PhoneNumber number;

        private Customer(String sid, PhoneNumber number) {
            this.sid = sid;
            this.number = number;
        }

        @Override
        public CarrierName carrier() {
            return CarrierName.TWILIO;
        }

        @Override
        public PhoneNumber number() {
            return number;
        }

        @Override
        public CarrierAccount open(HttpClient http, Duration timeout, int attempts) {
            return new TwilioAccounts(new TwilioSettings(exchange.apiBase(), timeout, attempts, Duration.ZERO), http)
                    .open(new CarrierCredentials.Twilio(sid, Optional.of(Secret.of(TOKEN)), Optional.empty()));
        }

        @Override
        public String state() {
            return exchange.account(sid).snapshot();
        }

        @Override
        public boolean rings(URI hook) {
            var account = exchange.account(sid);
            return account.voiceRoute(account.number(number.e164()).orElseThrow()) instanceof VoiceRoute.Urls urls
                    && urls.url().equals(hook.toString())
                    && urls.fallbackUrl().equals(hook.toString());
        }

        @Override
        public List<String> bearing(String name) {
            return exchange.account(sid).all(Kind.APPLICATION).stream()
                    .filter(application ->
                            application.path("friendly_name").asText().equals(name))
                    .map(_ -> "application")
                    .toList();
        }

        @Override
        public void provoke(List<Trouble> troubles) {
            exchange.faults().clear();
            for (Trouble trouble : troubles) {
                String[] request = trouble.request().split(" ", 2);
                exchange.faults().add(request[0], request[1], trouble.times(), fault(trouble.mishap()));
            }
        }

        private static RestFault fault(Mishap mishap) {
            return switch (mishap) {
                case ANSWER_LOST -> new RestFault.AnswerLost(0);
                case ANSWER_TOO_LATE -> new RestFault.AnswerLost(500);
                case DONE_BUT_FAILS -> new RestFault.FailsAfterwards(500);
                case FAILS -> new RestFault.Fails(503);
                case RATE_LIMITED -> new RestFault.RateLimited();
                case SLOW -> new RestFault.Slow(5);
            };
        }
    }
}
