package dev.pickup.simulators.telnyx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.simulators.telnyx.account.SeededAccount;
import dev.pickup.simulators.telnyx.account.Standing;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What can be bought, and what it takes.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumberSearchIT {
    @AutoClose
    private final TestLine line = new TestLine();

    private final Shop shop = new Shop(line.customer);

    @Test
    void aNumberIsShownWithPlacePriceAndFeatures() {
        JsonNode first = shop.search("country_code=US&national_destination_code=415&limit=1")
                .data()
                .get(0);
        assertThat(first.path("phone_number").asText()).startsWith("+1415555");
        assertThat(first.path("record_type").asText()).isEqualTo("available_phone_number");
        assertThat(first.at("/cost_information/monthly_cost").textValue()).isEqualTo("1.00");
        assertThat(first.at("/cost_information/currency").asText()).isEqualTo("USD");
        assertThat(first.path("features").findValuesAsText("name")).contains("voice", "sms");
        assertThat(first.path("region_information").findValuesAsText("region_type"))
                .containsExactly("country_code", "state", "location", "rate_center");
        assertThat(first.path("best_effort").booleanValue()).isFalse();
    }

    @Test
    void theStockIsLargeAndAlwaysTheSame() {
        List<String> numbers = shop.numbers("country_code=US&limit=250");
        assertThat(numbers).hasSize(250).isEqualTo(shop.numbers("country_code=US&limit=250"));
        assertThat(new HashSet<>(numbers)).hasSize(250);
        assertThat(shop.search("country_code=GB")
                        .body()
                        .at("/meta/total_results")
                        .asInt())
                .isEqualTo(100);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "country_code=US&locality=chicago&limit=5;\\+1(312|773)555\\d{4}",
                "country_code=US&administrative_area=TX&limit=50;\\+1(512|713|214|210)555\\d{4}",
                "country_code=US&phone_number_type=toll_free&limit=50;\\+18\\d{9}",
                "country_code=US&quickship=true&limit=50;\\+18\\d{9}",
                "country_code=GB&phone_number_type=mobile;\\+447700900\\d{3}",
                "country_code=US&[phone_number][contains]=5557&limit=50;.*5557.*",
                "country_code=US&[phone_number][ends_with]=99&limit=50;.*99",
                "country_code=US&[phone_number][starts_with]=1808&limit=50;\\+1808.*",
                "country_code=CA&features=sms&limit=50;\\+1\\d{10}",
                "country_code=DE&limit=50;\\+49\\d{8,}"
            })
    void onlyWhatFitsIsShown(String filters, String pattern) {
        assertThat(shop.numbers(filters)).isNotEmpty().allMatch(n -> n.matches(pattern));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "country_code=US&national_destination_code=999",
                "country_code=AF",
                "country_code=CA&features=mms&phone_number_type=local",
                "country_code=DE&reservable=true"
            })
    void noneLeftIsAnEmptyList(String filters) {
        var answer = shop.search(filters);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.data()).isEmpty();
        assertThat(answer.body().at("/metadata/total_results").asInt()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "country_code=usa;10032",
                "country_code=US&limit=0;10033",
                "country_code=US&limit=251;10033",
                "country_code=US&phone_number_type=fixed;10032",
                "country_code=US&features=telepathy;10032",
                "country_code=US&best_effort=yes;10015",
                "country_code=GB&best_effort=true;10015",
                "country_code=US&[phone_number][contains]=55*;10015",
                "country_code=US&national_destination_code=4x5;10015",
                "country_code=US&contains=555;10015",
                "country_code=US&colour=red;10015"
            })
    void aFilterThatIsWrongIsRefusedByName(String filters, String code) {
        var answer = shop.search(filters);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().at("/errors/0/source/parameter").asText()).startsWith("filter[");
    }

    @Test
    void severalFeaturesMustAllBeThere() {
        assertThat(line.customer
                        .get("/available_phone_numbers?filter%5Bcountry_code%5D=GB&filter%5Bfeatures%5D%5B%5D=sms"
                                + "&filter%5Bfeatures%5D%5B%5D=voice&filter%5Blimit%5D=9")
                        .data()
                        .findValuesAsText("phone_number"))
                .hasSize(9)
                .allMatch(n -> n.startsWith("+447700"));
    }

    @Test
    void bestEffortFillsUpWithNumbersFromElsewhereAndSaysSo() {
        var answer = shop.search("country_code=US&national_destination_code=999&best_effort=true&limit=3");
        assertThat(answer.data()).hasSize(3).allMatch(n -> n.path("best_effort").booleanValue());
        assertThat(answer.body().at("/meta/best_effort_results").asInt()).isEqualTo(3);
        assertThat(shop.search("country_code=US&national_destination_code=415&best_effort=true&limit=3")
                        .body()
                        .at("/meta/best_effort_results")
                        .asInt())
                .isZero();
    }

    @Test
    void aTrialAccountSeesOnlyLocalNumbersOfItsCountryInFullAndCannotOrderOthers() {
        try (TestLine trial = new TestLine(TestLine.account(a -> a.withStanding(Standing.TRIAL)))) {
            Shop shop = new Shop(trial.customer);
            assertThat(shop.number()).matches("\\+1415[0-9]{7}");
            String tollFree = shop.numbers("country_code=US&phone_number_type=toll_free&limit=1")
                    .getFirst();
            assertThat(tollFree).matches("\\+18[0-9]{2}x{7}");
            assertThat(shop.numbers("country_code=GB&limit=3")).allMatch(number -> number.endsWith("xxxxxxx"));
            assertThat(shop.order(tollFree, "").code()).isEqualTo("10016");
        }
    }

    @Test
    void aTrialAccountBuysOneNumberInItsLife() {
        SeededAccount onTrial = new SeededAccount("KEYtrial", List.of(), List.of()).withStanding(Standing.TRIAL);
        try (TestLine trial = new TestLine(s -> s.withAccounts(onTrial));
                Customer customer = new Customer(trial.exchange.apiBase(), "KEYtrial")) {
            Shop shop = new Shop(customer);
            JsonNode owned = shop.bought(shop.number(), "");
            customer.send("DELETE", "/phone_numbers/" + owned.path("id").asText(), "");
            assertThat(shop.order(shop.number(), "").code()).isEqualTo("10039");
        }
    }

    @Test
    void coverageNamesEveryCountryAndItsTypes() {
        JsonNode all = line.customer.get("/country_coverage").data();
        assertThat(all.at("/United States of America/code").asText()).isEqualTo("US");
        assertThat(all.at("/United States of America/toll_free/quickship").booleanValue())
                .isTrue();
        assertThat(all.at("/Afghanistan/numbers").booleanValue()).isFalse();
        JsonNode one = line.customer.get("/country_coverage/countries/GB").data();
        assertThat(one.size()).isEqualTo(1);
        assertThat(one.at("/United Kingdom/phone_number_type")).hasSize(3);
        assertThat(line.customer.get("/country_coverage/countries/XX").code()).isEqualTo("10005");
    }

    @Test
    void whatTheLawAsksIsToldByCountryAndByNumber() {
        JsonNode german = line.customer
                .get("/regulatory_requirements?filter%5Bcountry_code%5D=DE&filter%5Bphone_number_type%5D=local"
                        + "&filter%5Baction%5D=ordering")
                .data();
        assertThat(german).hasSize(1);
        assertThat(german.get(0).path("regulatory_requirements").findValuesAsText("field_type"))
                .containsExactly("address", "document");
        String american = shop.number();
        assertThat(line.customer
                        .get("/phone_numbers_regulatory_requirements?filter%5Bphone_number%5D="
                                + Shop.encoded(american))
                        .data()
                        .get(0)
                        .path("regulatory_requirements"))
                .isEmpty();
    }

    @Test
    void aReservedNumberIsKeptFromOthers() {
        String number = shop.numbers("country_code=US&national_destination_code=206&limit=1")
                .getFirst();
        String body = "{\"phone_numbers\":[{\"phone_number\":\"" + number + "\"}],\"customer_reference\":\"r1\"}";
        var reserved = line.customer.post("/number_reservations", body);
        assertThat(reserved.data().path("status").asText()).isEqualTo("success");
        assertThat(line.customer.post("/number_reservations", body).code()).isEqualTo("85006");
        assertThat(shop.numbers("country_code=US&national_destination_code=206&exclude_held_numbers=true"))
                .doesNotContain(number);
        String id = reserved.data().path("id").asText();
        assertThat(line.customer
                        .post("/number_reservations/" + id + "/actions/extend", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(line.customer
                        .get("/number_reservations?filter%5Bcustomer_reference%5D=r1")
                        .data())
                .hasSize(1);
    }

    @Test
    void aReservationAndASearchEndAfterHalfAnHour() {
        MovableClock clock = new MovableClock();
        SeededAccount other = new SeededAccount("KEYother", List.of(), List.of());
        try (TestLine two = new TestLine(s -> s.withAccounts(s.accounts().getFirst(), other)
                        .withRest(s.rest().withClock(clock)));
                Customer stranger = new Customer(two.exchange.apiBase(), "KEYother")) {
            Shop there = new Shop(two.customer);
            String number = there.number();
            assertThat(new Shop(stranger).number()).isEqualTo(number);
            two.customer.post("/number_reservations", "{\"phone_numbers\":[{\"phone_number\":\"" + number + "\"}]}");
            assertThat(new Shop(stranger).order(number, "").code()).isEqualTo("85001");
            clock.pass(Duration.ofMinutes(29));
            assertThat(new Shop(stranger).number()).isNotEqualTo(number);
            clock.pass(Duration.ofMinutes(2));
            assertThat(there.order(number, "").code()).isEqualTo("85000");
            assertThat(new Shop(stranger).number()).isEqualTo(number);
            assertThat(new Shop(stranger)
                            .bought(number, "")
                            .path("purchased_at")
                            .asText())
                    .isEqualTo("2026-11-26T10:31:00Z");
        }
    }
}
