package dev.pickup.core.byop;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.core.carrier.CarrierAccount;
import dev.pickup.core.carrier.telnyx.TelnyxAccount;
import dev.pickup.core.carrier.telnyx.TelnyxSettings;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.simulators.telnyx.RestSettings;
import dev.pickup.simulators.telnyx.TelnyxExchange;
import dev.pickup.simulators.telnyx.TelnyxExchangeSettings;
import dev.pickup.simulators.telnyx.account.Kind;
import dev.pickup.simulators.telnyx.account.RateLimit;
import dev.pickup.simulators.telnyx.account.SeededAccount;
import dev.pickup.simulators.telnyx.account.SeededAccount.Application;
import dev.pickup.simulators.telnyx.account.SeededAccount.Connection;
import dev.pickup.simulators.telnyx.account.SeededAccount.MessagingProfile;
import dev.pickup.simulators.telnyx.account.SeededAccount.OwnedNumber;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Customers of the simulated Telnyx whose numbers forward every call, point to an application, forward when that
/// fails, belong to desk phones and are translated, or point nowhere; the last one's number is not active.
final class TelnyxCustomers implements SimulatedCustomer.Carrier {
    private static final String APPLICATIONS = "/call_control_applications";
    private static final String PROFILES = "/messaging_profiles";
    private static final Optional<String> SHOP = Optional.of("600");
    private static final Optional<String> DESK = Optional.of("701");
    private static final Optional<String> TEXTS = Optional.of("mp-shop");
    private static final Set<String> WRITES = Set.of(
            "POST " + APPLICATIONS,
            "POST " + PROFILES,
            "PATCH /phone_numbers/{id}",
            "PATCH /phone_numbers/{id}/voice",
            "PATCH /phone_numbers/{id}/messaging",
            "DELETE " + APPLICATIONS + "/{id}",
            "DELETE " + PROFILES + "/{id}");

    private final TelnyxExchange exchange;
    private final List<Customer> customers = new ArrayList<>();

    TelnyxCustomers() {
        RestSettings rest = RestSettings.usual().withLimit(new RateLimit(1_000_000, Duration.ofSeconds(1)));
        List<SeededAccount> seeds = List.of(
                seed(0, SHOP, TEXTS),
                seed(1, SHOP, TEXTS),
                seed(2, SHOP, Optional.empty()),
                seed(3, DESK, TEXTS),
                seed(4, Optional.empty(), Optional.empty()),
                seed(5, SHOP, TEXTS));
        exchange = TelnyxExchange.start(
                TelnyxExchangeSettings.of(seeds.toArray(SeededAccount[]::new)).withRest(rest));
        for (int i = 0; i < seeds.size(); i++) {
            customers.add(new Customer(key(i), new PhoneNumber(phone(i, 0))));
        }
        forward(0, "always");
        forward(2, "on-failure");
        change(Kind.VOICE, 3, "translated_number", "+13125550198");
        change(Kind.NUMBER, 5, "status", "purchase-pending");
    }

    /// Two numbers of each kind: the second one must not change, nor what both share.
    private static SeededAccount seed(int index, Optional<String> connection, Optional<String> profile) {
        return new SeededAccount(
                        key(index),
                        List.of(
                                new OwnedNumber(id(index, 0), phone(index, 0), connection, profile),
                                new OwnedNumber(id(index, 1), phone(index, 1), connection, profile)),
                        List.of(new Application("600", "Shop line", "https://shop.example.com/calls")))
                .withMessagingProfiles(new MessagingProfile("mp-shop", "Shop", "https://shop.example.com/texts"))
                .withConnections(new Connection("701", "credential_connection", "Desk phones", ""));
    }

    private void forward(int index, String type) {
        ObjectNode forwarding = JsonNodeFactory.instance
                .objectNode()
                .put("call_forwarding_enabled", true)
                .put("forwards_to", "+13125550190")
                .put("forwarding_type", type);
        var resources = exchange.account(key(index)).resources();
        resources.change(Kind.VOICE, id(index, 0), voice -> voice.set("call_forwarding", forwarding));
        resources.change(Kind.NUMBER, id(index, 0), number -> number.put("call_forwarding_enabled", true));
    }

    private void change(Kind kind, int index, String field, String value) {
        exchange.account(key(index)).resources().change(kind, id(index, 0), resource -> resource.put(field, value));
    }

    private static String key(int index) {
        return "KEY0123456789abcde" + index;
    }

    private static String id(int index, int number) {
        return "12933842610757311%d%d".formatted(index, number);
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
        List<String> requests = new ArrayList<>(WRITES.stream().sorted().toList());
        requests.addAll(List.of(
                "GET /phone_numbers",
                "GET /phone_numbers/{id}",
                "GET /phone_numbers/{id}/voice",
                "GET /phone_numbers/{id}/messaging",
                "GET " + APPLICATIONS,
                "GET " + PROFILES,
                Fault.ANY));
        return requests;
    }

    @Override
    public Set<String> writes() {
        return WRITES;
    }

    @Override
    public String route(HttpRequest request) {
        return request.method() + " "
                + request.uri().getPath().replaceFirst("^/v2", "").replaceFirst("^(/[a-z_]+)/[^/]+", "$1/{id}");
    }

    @Override
    public void close() {
        exchange.close();
    }

    final class Customer implements SimulatedCustomer {
        private final String key;
        private final PhoneNumber number;

        private Customer(String key, PhoneNumber number) {
            this.key = key;
            this.number = number;
        }

        @Override
        public CarrierName carrier() {
            return CarrierName.TELNYX;
        }

        @Override
        public PhoneNumber number() {
            return number;
        }

        @Override
        public CarrierAccount open(HttpClient http, Duration timeout, int attempts) {
            return new TelnyxAccount(
                    new TelnyxSettings(exchange.apiBase(), key, timeout, attempts, Duration.ZERO), http);
        }

        @Override
        public String state() {
            return exchange.account(key).state();
        }

        @Override
        public boolean rings(URI hook) {
            var routing = exchange.account(key).routing(number.e164()).orElseThrow();
            return routing.forwardsTo().isEmpty()
                    && routing.application()
                            .filter(application -> application.webhookUrl().equals(hook.toString()))
                            .isPresent();
        }

        @Override
        public List<String> bearing(String name) {
            var resources = exchange.account(key).resources();
            return Stream.concat(
                            resources.all(Kind.APPLICATION).stream()
                                    .filter(a ->
                                            a.path("application_name").asText().equals(name))
                                    .map(_ -> "application"),
                            resources.all(Kind.MESSAGING_PROFILE).stream()
                                    .filter(p -> p.path("name").asText().equals(name))
                                    .map(_ -> "messaging profile"))
                    .toList();
        }

        @Override
        public void provoke(List<Trouble> troubles) {
            exchange.account(key)
                    .faults()
                    .begin(new FaultScript(
                            troubles.stream().map(Customer::fault).toList()));
        }

        private static Fault fault(Trouble trouble) {
            String request = trouble.request();
            int times = trouble.times();
            return switch (trouble.mishap()) {
                case ANSWER_LOST -> new Fault.RequestAnswerLost(request, times, 0);
                case ANSWER_TOO_LATE -> new Fault.RequestAnswerLost(request, times, 500);
                case DONE_BUT_FAILS -> new Fault.RequestDoneButFails(request, times, 500);
                case FAILS -> new Fault.RequestFails(request, times, 503);
                case RATE_LIMITED -> new Fault.RequestRateLimited(request, times, 0);
                case SLOW -> new Fault.RequestSlow(request, times, 5);
            };
        }
    }
}
