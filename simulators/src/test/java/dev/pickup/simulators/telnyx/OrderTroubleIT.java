package dev.pickup.simulators.telnyx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.pickup.simulators.telnyx.account.CarrierAccount;
import dev.pickup.simulators.telnyx.account.Kind;
import dev.pickup.simulators.telnyx.account.SeededAccount;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What can befall an order of a number, and what of it outlives the exchange.
class OrderTroubleIT {
    @AutoClose
    private final TestLine line = new TestLine();

    private final Shop shop = new Shop(line.customer);

    @Test
    void anOrderMayAskForPapersThatNobodyNamedAndIsCancelledByItsSubOrder() {
        provoke(new Fault.OrderWantsPapers(1));
        String number = shop.number();
        JsonNode order = shop.order(number, "").data();

        assertThat(order.path("requirements_met").asBoolean()).isFalse();
        assertThat(order.path("phone_numbers")
                        .path(0)
                        .path("requirements_status")
                        .asText())
                .isEqualTo("requirement-info-pending");
        String sub = order.path("sub_number_orders_ids").path(0).asText();
        assertThat(line.customer
                        .send("PATCH", "/sub_number_orders/" + sub + "/cancel", "{}")
                        .status())
                .isEqualTo(200);
        assertThat(shop.balance()).isEqualTo("100.00");
        assertThat(shop.order(number, "").data().path("requirements_met").asBoolean())
                .isTrue();
    }

    @Test
    void somebodyElseIsFaster() {
        provoke(new Fault.NumberTaken(1));
        assertThat(shop.order(shop.number(), "").code()).isEqualTo("85001");
        assertThat(shop.balance()).isEqualTo("100.00");
        shop.bought(shop.number(), "");
    }

    @Test
    void anOrderMayFailLaterAndCostsNothing() {
        provoke(new Fault.OrderFails(1));
        String number = shop.number();
        String id = shop.order(number, "").data().path("id").asText();
        JsonNode failed = shop.orderWith("failure", id);
        assertThat(failed.at("/phone_numbers/0/status").asText()).isEqualTo("failure");
        assertThat(line.webhooks
                        .awaitOne("number_order.complete")
                        .payload()
                        .path("status")
                        .asText())
                .isEqualTo("failure");
        assertThat(shop.balance()).isEqualTo("100.00");
        shop.bought(number, "");
    }

    @Test
    void anAnswerMayBeLostAlthoughTheNumberWasBought() {
        provoke(new Fault.RequestAnswerLost("POST /number_orders", 1, 0));
        String number = shop.number();
        assertThatThrownBy(() -> shop.order(number, ",\"customer_reference\":\"op-9\""))
                .isInstanceOf(UncheckedIOException.class);
        await().until(() -> line.customer
                        .get("/number_orders?filter%5Bcustomer_reference%5D=op-9&filter%5Bstatus%5D=success")
                        .data()
                        .size()
                == 1);
        shop.owned(number);
    }

    @Test
    void anErrorMayHideASuccessOrAFailure() {
        String number = shop.number();
        provoke(
                new Fault.RequestFails("POST /number_orders", 1, 503),
                new Fault.RequestDoneButFails("POST /number_orders", 1, 500),
                new Fault.RequestTooEarly("PATCH /phone_numbers/{id}", 1));
        assertThat(shop.order(number, "").status()).isEqualTo(503);
        assertThat(line.customer.get("/number_orders").data()).isEmpty();
        assertThat(shop.order(number, "").status()).isEqualTo(500);
        assertThat(line.customer.get("/number_orders").data()).hasSize(1);
        assertThat(line.customer
                        .patch("/phone_numbers/" + TestLine.NUMBER_ID, "{}")
                        .code())
                .isEqualTo("10036");
        assertThat(line.customer
                        .patch("/phone_numbers/" + TestLine.NUMBER_ID, "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theNewsOfAnOrderMayComeTwiceOrNever() {
        provoke(new Fault.WebhookTwice("number_order.complete"));
        shop.bought(shop.number(), "");
        await().until(() -> line.webhooks.of("number_order.complete").size() == 2);
        assertThat(line.webhooks.of("number_order.complete").stream()
                        .map(WebhookCatcher.Delivery::id)
                        .distinct())
                .hasSize(1);
        provoke(new Fault.WebhookNever("number_order.complete"));
        shop.bought(shop.number(), "");
        provoke();
        shop.bought(shop.number(), "");
        await().until(() -> line.webhooks.of("number_order.complete").size() == 3);
    }

    @Test
    void faultsAndStateAreReachedOverHttp() {
        String organization = account().organizationId();
        try (Customer control = new Customer(line.exchange.controlBase(), "")) {
            String path = "/accounts/" + organization;
            assertThat(control.get("/accounts").body().path("accounts")).hasSize(1);
            assertThat(control.get(path).response().body()).isEqualTo(account().state());
            assertThat(control.send("PUT", path + "/faults", "{\"orderStaysPending\":{\"times\":1}}")
                            .status())
                    .isEqualTo(200);
            String id = shop.order(shop.number(), "").data().path("id").asText();
            assertThat(line.customer
                            .get("/number_orders/" + id)
                            .data()
                            .path("status")
                            .asText())
                    .isEqualTo("pending");
            assertThat(control.send("PUT", path + "/faults", "{\"nonsense\":true}")
                            .status())
                    .isEqualTo(400);
            assertThat(control.send("PUT", path + "/standing", "{\"standing\":\"BLOCKED\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(line.customer.get("/whoami").code()).isEqualTo("20013");
            assertThat(control.get("/accounts/nobody").status()).isEqualTo(404);
        }
    }

    @Test
    void whatAnAccountHasOutlivesTheExchange(@TempDir Path folder) {
        Path file = folder.resolve("accounts.json");
        String number;
        String state;
        try (TestLine first = new TestLine(s -> s.withRest(s.rest().withStateFile(file)))) {
            Shop there = new Shop(first.customer);
            number = there.number();
            there.bought(number, ",\"customer_reference\":\"op-1\"");
            there.customer().patch("/phone_numbers/" + TestLine.NUMBER_ID, "{\"tags\":[\"kept\"]}");
            first.exchange.account(TestLine.KEY).faults().begin(FaultScript.of(new Fault.OrderStaysPending(1)));
            there.order(there.number(), ",\"customer_reference\":\"op-2\"");
            state = first.exchange.account(TestLine.KEY).state();
        }
        try (TestLine second = new TestLine(s -> s.withRest(s.rest().withStateFile(file)))) {
            Shop there = new Shop(second.customer);
            assertThat(state).contains("\"kept\"", number);
            assertThat(there.owned(number).path("customer_reference").asText()).isEqualTo("op-1");
            assertThat(there.owned(TestLine.NUMBER).path("tags")).hasSize(1);
            JsonNode resumed = second.customer
                    .get("/number_orders?filter%5Bcustomer_reference%5D=op-2")
                    .data()
                    .get(0);
            there.orderWith("success", resumed.path("id").asText());
            assertThat(there.balance()).isEqualTo("96.00");
        }
    }

    @Test
    @Timeout(60)
    void accountsThatChangeAtOnceAreAllKept(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("accounts.json");
        SeededAccount other = new SeededAccount("KEYother", List.of(), List.of());
        UnaryOperator<TelnyxExchangeSettings> settings = s ->
                s.withAccounts(s.accounts().getFirst(), other).withRest(s.rest().withStateFile(file));
        String state;
        String stateOfOther;
        try (TestLine line = new TestLine(settings);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                CarrierAccount account = line.exchange.account(i % 2 == 0 ? TestLine.KEY : "KEYother");
                String id = "mp-" + i;
                threads.execute(() -> account.resources()
                        .put(
                                Kind.MESSAGING_PROFILE,
                                JsonNodeFactory.instance.objectNode().put("id", id)));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(50, TimeUnit.SECONDS)).isTrue();
            state = line.exchange.account(TestLine.KEY).state();
            stateOfOther = line.exchange.account("KEYother").state();
        }
        try (TestLine line = new TestLine(settings)) {
            assertThat(line.exchange.account("KEYother").state())
                    .isEqualTo(stateOfOther)
                    .contains("mp-39");
            assertThat(line.exchange.account(TestLine.KEY).resources().all(Kind.MESSAGING_PROFILE))
                    .hasSize(20);
            assertThat(state).contains("mp-38");
        }
    }

    private CarrierAccount account() {
        return line.exchange.account(TestLine.KEY);
    }

    private void provoke(Fault... faults) {
        account().faults().begin(FaultScript.of(faults));
    }
}
