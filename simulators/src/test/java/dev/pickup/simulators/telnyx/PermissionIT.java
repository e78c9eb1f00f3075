package dev.pickup.simulators.telnyx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.simulators.telnyx.account.ApiKey;
import dev.pickup.simulators.telnyx.account.Permission;
import dev.pickup.simulators.telnyx.account.RateLimit;
import dev.pickup.simulators.telnyx.account.SeededAccount;
import dev.pickup.simulators.telnyx.account.Standing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Who gets in, and how far.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionIT {
    /// A request that needs the permission, and what a key that has it is answered.
    private static final Map<Permission, String> NEEDS = Map.ofEntries(
            Map.entry(Permission.NUMBERS_READ, "GET /phone_numbers 200"),
            Map.entry(Permission.NUMBERS_WRITE, "PATCH /phone_numbers/0 404"),
            Map.entry(Permission.NUMBERS_SEARCH, "GET /available_phone_numbers 200"),
            Map.entry(Permission.ORDERS_READ, "GET /number_orders 200"),
            Map.entry(Permission.ORDERS_WRITE, "POST /number_orders 400"),
            Map.entry(Permission.VOICE_READ, "GET /call_control_applications 200"),
            Map.entry(Permission.VOICE_WRITE, "POST /call_control_applications 400"),
            Map.entry(Permission.VOICE_PROFILES_READ, "GET /outbound_voice_profiles 200"),
            Map.entry(Permission.VOICE_PROFILES_WRITE, "POST /outbound_voice_profiles 400"),
            Map.entry(Permission.CALLS_PLACE, "POST /calls 400"),
            Map.entry(Permission.MESSAGES_SEND, "POST /messages 400"),
            Map.entry(Permission.REPORTS_READ, "GET /detail_records?filter%5Brecord_type%5D=amd 200"),
            Map.entry(Permission.CALLS_CONTROL, "POST /calls/v3%3Anone/actions/hangup 422"),
            Map.entry(Permission.MESSAGING_READ, "GET /messaging_profiles 200"),
            Map.entry(Permission.MESSAGING_WRITE, "DELETE /messaging_profiles/0 404"),
            Map.entry(Permission.RECORDINGS_READ, "GET /recordings 200"),
            Map.entry(Permission.BILLING_READ, "GET /balance 200"),
            Map.entry(Permission.PUBLIC_KEY_READ, "GET /public_key 200"));

    private TestLine line;

    @BeforeAll
    void start() {
        line = new TestLine(TestLine.account(a -> {
            SeededAccount account = a;
            for (Permission permission : Permission.values()) {
                account = account.withKey(ApiKey.full("KEYno_" + permission).without(permission));
            }
            return account.withKey(new ApiKey("KEYnothing", Set.of()));
        }));
    }

    @AfterAll
    void stop() {
        line.close();
    }

    @ParameterizedTest
    @EnumSource
    void aKeyWithoutAPermissionIsRefusedThatAndNothingElse(Permission missing) {
        String before = line.exchange.account(TestLine.KEY).state();
        try (Customer customer = new Customer(line.exchange.apiBase(), "KEYno_" + missing)) {
            NEEDS.forEach((permission, need) -> {
                List<String> request = List.of(need.split(" "));
                var answer = customer.send(request.get(0), request.get(1), "");
                int expected = permission == missing ? 403 : Integer.parseInt(request.get(2));
                assertThat(answer.status()).as(need).isEqualTo(expected);
                if (permission == missing) {
                    assertThat(answer.body().toString())
                            .isEqualTo(
                                    "{\"errors\":[{\"code\":\"10010\",\"title\":\"Authorization failed\","
                                            + "\"detail\":\"You are not authorized to access the requested resource.\","
                                            + "\"meta\":{\"url\":\"https://developers.telnyx.com/docs/overview/errors/10010\"}}]}");
                }
            });
        }
        assertThat(line.exchange.account(TestLine.KEY).state()).isEqualTo(before);
    }

    @Test
    void anyKeyMayAskWhoItIs() {
        try (Customer customer = new Customer(line.exchange.apiBase(), "KEYnothing")) {
            assertThat(customer.get("/whoami").status()).isEqualTo(200);
            assertThat(customer.get("/balance").code()).isEqualTo("10010");
        }
    }

    @Test
    void everyAnswerHasAnIdOfItsOwnAndTellsTheRateLimit() {
        var first = line.customer.get("/whoami").response().headers();
        var second = line.customer.get("/balance").response().headers();
        assertThat(first.firstValue("x-request-id")).isPresent();
        assertThat(first.firstValue("x-request-id")).isNotEqualTo(second.firstValue("x-request-id"));
        assertThat(first.firstValue("x-ratelimit-limit")).contains("2000");
        assertThat(first.firstValue("x-ratelimit-reset")).contains("1");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"INACTIVE,20012", "BLOCKED,20013", "NOT_VERIFIED,20014"})
    void anAccountInBadStandingMayDoNothing(Standing standing, String code) {
        try (TestLine suspended = new TestLine(TestLine.account(a -> a.withStanding(standing)))) {
            for (String path : new String[] {"/whoami", "/phone_numbers", "/call_control_applications"}) {
                assertThat(suspended.customer.get(path).status()).isEqualTo(403);
                assertThat(suspended.customer.get(path).code()).isEqualTo(code);
            }
            suspended.exchange.account(TestLine.KEY).stand(Standing.ACTIVE);
            assertThat(suspended.customer.get("/whoami").status()).isEqualTo(200);
        }
    }

    @Test
    void oneRequestTooManyIsToldWhenToComeBack() {
        RateLimit three = new RateLimit(3, Duration.ofHours(1));
        MovableClock clock = new MovableClock();
        try (TestLine slow =
                new TestLine(s -> s.withRest(s.rest().withLimit(three).withClock(clock)))) {
            for (int left = 2; left >= 0; left--) {
                assertThat(slow.customer.get("/whoami").response().headers().firstValue("x-ratelimit-remaining"))
                        .contains(Integer.toString(left));
            }
            var refused = slow.customer.get("/whoami");
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.code()).isEqualTo("10011");
            assertThat(refused.response()
                            .headers()
                            .firstValue("x-ratelimit-reset")
                            .map(Integer::parseInt))
                    .contains(3600);
            clock.pass(Duration.ofMinutes(59));
            assertThat(slow.customer.get("/whoami").response().headers().firstValue("x-ratelimit-reset"))
                    .contains("60");
            clock.pass(Duration.ofMinutes(1));
            assertThat(slow.customer.get("/whoami").status()).isEqualTo(200);
        }
    }

    @Test
    void accountsSignWithKeysOfTheirOwn() {
        SeededAccount other = new SeededAccount("KEYother", List.of(), List.of());
        try (TestLine two = new TestLine(s -> s.withAccounts(s.accounts().getFirst(), other));
                Customer stranger = new Customer(two.exchange.apiBase(), "KEYother")) {
            String first = two.customer.get("/public_key").data().path("public").asText();
            String second = stranger.get("/public_key").data().path("public").asText();
            assertThat(first).isEqualTo(two.exchange.publicKey()).isNotEqualTo(second);
            assertThat(stranger.get("/phone_numbers/" + TestLine.NUMBER_ID).code())
                    .isEqualTo("10005");
            assertThat(stranger.get("/call_control_applications").data()).isEmpty();
        }
    }
}
