package dev.pickup.simulators.telnyx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.simulators.telnyx.account.CarrierAccount;
import dev.pickup.simulators.telnyx.account.SeededAccount;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Buying numbers: orders, what they cost, who gets a number, and giving it back.
class NumberOrderIT {
    @AutoClose
    private final TestLine line = new TestLine();

    private final Shop shop = new Shop(line.customer);

    @Test
    void anOrderIsPendingFirstThenTheNumberIsOwnedAndPaid() throws Exception {
        String number = shop.number();
        var placed = shop.order(
                number, ",\"connection_id\":\"" + TestLine.APPLICATION + "\",\"customer_reference\":\"op-1\"");
        assertThat(placed.status()).isEqualTo(200);
        assertThat(placed.data().path("status").asText()).isEqualTo("pending");
        String id = placed.data().path("id").asText();
        JsonNode done = shop.orderWith("success", id);
        JsonNode owned = shop.owned(number);
        assertThat(owned.path("id").asText())
                .matches("[0-9]{19}")
                .isNotEqualTo(done.at("/phone_numbers/0/id").asText());
        assertThat(owned.path("connection_id").asText()).isEqualTo(TestLine.APPLICATION);
        assertThat(owned.path("connection_name").asText()).isEqualTo("Pickup");
        assertThat(owned.path("phone_number_type").asText()).isEqualTo("longcode");
        assertThat(owned.path("customer_reference").asText()).isEqualTo("op-1");
        assertThat(shop.balance()).isEqualTo("98.00");
        var told = line.webhooks.awaitOne("number_order.complete");
        assertThat(told.path()).isEqualTo("/orders");
        assertThat(told.verifies(line.exchange.publicKey())).isTrue();
        assertThat(told.payload()).isEqualTo(done);
        assertThat(shop.numbers("country_code=US&national_destination_code=415"))
                .doesNotContain(number);
    }

    @Test
    void anOrderIsFoundByItsReference() {
        shop.bought(shop.number(), ",\"customer_reference\":\"op-1\"");
        shop.bought(shop.number(), ",\"customer_reference\":\"op-2\"");
        JsonNode found = line.customer
                .get("/number_orders?filter%5Bcustomer_reference%5D=op-1")
                .data();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("customer_reference").asText()).isEqualTo("op-1");
        assertThat(line.customer
                        .get("/number_orders?filter%5Bcustomer_reference%5D=op-3")
                        .data())
                .isEmpty();
        assertThat(line.customer.get("/number_orders").data()).hasSize(2);
    }

    @Test
    void aBoughtNumberRingsAtItsApplication() throws Exception {
        String number = shop.number();
        shop.bought(number, ",\"connection_id\":\"" + TestLine.APPLICATION + "\"");
        line.exchange.place(new OutsideCall(TestLine.CALLER, number, TestLine.patient()));
        var initiated = line.webhooks.awaitOne("call.initiated");
        assertThat(initiated.payload().path("to").asText()).isEqualTo(number);
        assertThat(initiated.verifies(line.exchange.publicKey())).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "{};400;10004;/phone_numbers",
                "{\"phone_numbers\":[]};422;10027;/phone_numbers",
                "{\"phone_numbers\":\"+14155552000\"};400;10015;/phone_numbers",
                "{\"phone_numbers\":[\"+14155552000\"]};400;10015;/phone_numbers/0",
                "{\"phone_numbers\":[{\"phone_number\":\"415\"}]};400;10016;/phone_numbers/0/phone_number",
                "{\"phone_numbers\":[{\"number\":\"+14155552000\",\"phone_number\":\"+14155552000\"}]};400;10015;/phone_numbers/0/number",
                "{\"phone_numbers\":[{\"phone_number\":\"+14155552000\"}],\"connection_id\":\"7\"};400;85004;/connection_id",
                "{\"phone_numbers\":[{\"phone_number\":\"+14155552000\"}],\"messaging_profile_id\":\"7\"};400;85005;/messaging_profile_id",
                "{\"phone_numbers\":[{\"phone_number\":\"+14155552000\"}]};400;85000;/phone_numbers"
            })
    void anOrderThatIsWrongChangesNothing(String body, int status, String code, String pointer) {
        String before = account().state();
        var answer = line.customer.post("/number_orders", body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().at("/errors/0/source/pointer").asText()).isEqualTo(pointer);
        assertThat(account().state()).isEqualTo(before);
    }

    @Test
    void aNumberCanBeHadOnce() {
        String number = shop.number();
        shop.bought(number, "");
        assertThat(shop.order(number, "").code()).isEqualTo("85001");
        assertThat(shop.balance()).isEqualTo("98.00");
    }

    @Test
    void aNumberThatIsOrderedIsNotSoldAgainToTheSameAccountEither() {
        provoke(new Fault.OrderStaysPending(1));
        String number = shop.number();
        assertThat(shop.order(number, "").status()).isEqualTo(200);

        assertThat(shop.order(number, "").code()).isEqualTo("85001");
        assertThat(shop.numbers("country_code=US&national_destination_code=415"))
                .doesNotContain(number);
    }

    @Test
    void whoComesSecondFindsTheNumberGone() {
        SeededAccount other = new SeededAccount("KEYother", List.of(), List.of());
        try (TestLine two = new TestLine(s -> s.withAccounts(s.accounts().getFirst(), other));
                Customer stranger = new Customer(two.exchange.apiBase(), "KEYother")) {
            String number = new Shop(two.customer).number();
            assertThat(new Shop(stranger).number()).isEqualTo(number);
            new Shop(two.customer).bought(number, "");
            assertThat(new Shop(stranger).order(number, "").code()).isEqualTo("85001");
            assertThat(stranger.get("/phone_numbers").data()).isEmpty();
        }
    }

    @Test
    void withoutMoneyNothingIsOrdered() {
        try (TestLine poor = new TestLine(TestLine.account(a -> a.withBalance("1.50")))) {
            Shop there = new Shop(poor.customer);
            String before = poor.exchange.account(TestLine.KEY).state();
            assertThat(there.order(there.number(), "").code()).isEqualTo("20100");
            assertThat(poor.exchange.account(TestLine.KEY).state()).isEqualTo(before);
        }
    }

    @Test
    void anAccountHasSoManyNumbersAndNoMore() {
        try (TestLine small = new TestLine(TestLine.account(a -> a.withMostNumbers(2)))) {
            Shop there = new Shop(small.customer);
            there.bought(there.number(), "");
            assertThat(there.order(there.number(), "").code()).isEqualTo("10039");
        }
    }

    @Test
    void anOrderThatNeedsPapersWaitsUntilItIsCancelled() {
        String number = shop.numbers("country_code=DE&limit=1").getFirst();
        JsonNode order = shop.order(number, "").data();
        assertThat(order.path("requirements_met").booleanValue()).isFalse();
        assertThat(order.at("/phone_numbers/0/requirements_status").asText()).isEqualTo("requirement-info-pending");
        assertThat(order.at("/phone_numbers/0/regulatory_requirements")).hasSize(2);
        assertThat(line.customer.get("/balance").data().path("pending").asText())
                .isEqualTo("2.50");
        String sub = order.path("sub_number_orders_ids").get(0).asText();
        assertThat(line.customer
                        .patch("/sub_number_orders/" + sub + "/cancel", "{}")
                        .data()
                        .path("status")
                        .asText())
                .isEqualTo("cancelled");
        assertThat(line.customer.get("/balance").data().path("pending").asText())
                .isEqualTo("0.00");
        assertThat(line.customer
                        .patch("/sub_number_orders/" + sub + "/cancel", "{}")
                        .code())
                .isEqualTo("10027");
        assertThat(shop.numbers("country_code=DE&limit=1")).containsExactly(number);
    }

    @Test
    void aReleasedNumberIsGoneForGood() {
        String number = shop.number();
        String path = "/phone_numbers/" + shop.bought(number, "").path("id").asText();
        var released = line.customer.send("DELETE", path, "");
        assertThat(released.data().path("status").asText()).isEqualTo("deleted");
        assertThat(line.customer.get(path).code()).isEqualTo("10005");
        assertThat(line.customer.get(path + "/voice").code()).isEqualTo("10005");
        assertThat(shop.order(number, "").code()).isEqualTo("85001");
        assertThat(shop.numbers("country_code=US&national_destination_code=415&limit=250"))
                .doesNotContain(number);
    }

    private CarrierAccount account() {
        return line.exchange.account(TestLine.KEY);
    }

    private void provoke(Fault... faults) {
        account().faults().begin(FaultScript.of(faults));
    }
}
