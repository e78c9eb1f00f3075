package dev.pickup.simulators.telnyx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.simulators.telnyx.account.CarrierAccount;
import dev.pickup.simulators.telnyx.account.SeededAccount.Connection;
import dev.pickup.simulators.telnyx.account.SeededAccount.MessagingProfile;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A customer who uses numbers already: where they point, who shares what, and how all of it is put back.
class RoutingIT {
    private static final String NUMBER = "/phone_numbers/" + TestLine.NUMBER_ID;
    private TestLine line;

    @BeforeEach
    void start() {
        line = new TestLine(TestLine.account(
                a -> a.withMessagingProfiles(new MessagingProfile("mp-1", "Shop", "https://shop.example.com/sms"))
                        .withConnections(
                                new Connection("700", "texml_application", "IVR", "https://shop.example.com/ivr"),
                                new Connection("701", "credential_connection", "Desk phones", ""))));
    }

    @AfterEach
    void stop() {
        line.close();
    }

    @Test
    void anythingThatIsPutBackLeavesTheAccountByteForByteAsItWas() {
        line.customer.patch(NUMBER, "{\"connection_id\":\"700\",\"tags\":[\"a\",\"b\"],\"customer_reference\":\"c\"}");
        line.customer.patch(NUMBER + "/messaging", "{\"messaging_profile_id\":\"mp-1\"}");
        String before = account().state();
        String application = created(
                "/call_control_applications",
                "{\"application_name\":\"Ours\",\"webhook_event_url\":\"https://hooks.example.com/telnyx\"}");
        String profile = created("/messaging_profiles", "{\"name\":\"Ours\",\"whitelisted_destinations\":[\"*\"]}");
        line.customer.patch(NUMBER, "{\"connection_id\":\"" + application + "\"}");
        line.customer.patch(NUMBER + "/messaging", "{\"messaging_profile_id\":\"" + profile + "\"}");
        assertThat(account().state()).isNotEqualTo(before).contains(application, profile);

        line.customer.patch(NUMBER, "{\"connection_id\":\"700\"}");
        line.customer.patch(NUMBER + "/messaging", "{\"messaging_profile_id\":\"mp-1\"}");
        assertThat(line.customer
                        .send("DELETE", "/call_control_applications/" + application, "")
                        .status())
                .isEqualTo(200);
        assertThat(line.customer
                        .send("DELETE", "/messaging_profiles/" + profile, "")
                        .status())
                .isEqualTo(200);
        assertThat(account().state()).isEqualTo(before);
    }

    @Test
    void whatNumbersUseCannotBeDeleted() {
        line.customer.patch(NUMBER + "/messaging", "{\"messaging_profile_id\":\"mp-1\"}");
        for (String path : new String[] {
            "/call_control_applications/" + TestLine.APPLICATION,
            "/messaging_profiles/mp-1",
            "/outbound_voice_profiles/ovp-" + TestLine.APPLICATION
        }) {
            var refused = line.customer.send("DELETE", path, "");
            assertThat(refused.status()).as(path).isEqualTo(422);
            assertThat(refused.code()).as(path).isEqualTo("10027");
            assertThat(line.customer.get(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void connectionsOfEverySortAreListedByTheirNames() {
        var all = line.customer.get("/connections").data();
        assertThat(all.findValuesAsText("record_type"))
                .containsExactly("call_control_application", "texml_application", "credential_connection");
        assertThat(all.findValuesAsText("connection_name")).containsExactly("Pickup", "IVR", "Desk phones");
        assertThat(line.customer
                        .get("/connections?filter%5Bconnection_name%5D%5Bcontains%5D=Desk")
                        .data())
                .hasSize(1);
        assertThat(line.customer
                        .get("/texml_applications/700")
                        .data()
                        .path("voice_url")
                        .asText())
                .isEqualTo("https://shop.example.com/ivr");
        assertThat(line.customer.get("/texml_applications/701").code()).isEqualTo("10005");
    }

    @Test
    void aNumberThatPointsElsewhereOrIsForwardedNeverReachesTheWebhook() {
        line.customer.patch(NUMBER, "{\"connection_id\":\"701\"}");
        assertThat(call()).isEqualTo("call_rejected");
        line.customer.patch(NUMBER, "{\"connection_id\":\"" + TestLine.APPLICATION + "\"}");
        line.customer.patch(
                NUMBER + "/voice",
                "{\"call_forwarding\":{\"call_forwarding_enabled\":true,\"forwards_to\":\"+13125550111\","
                        + "\"forwarding_type\":\"always\"}}");
        assertThat(call()).isEqualTo("no_answer");
        assertThat(line.webhooks.types()).isEmpty();
        line.customer.patch(NUMBER + "/voice", "{\"call_forwarding\":{\"call_forwarding_enabled\":false}}");
        line.place(TestLine.patient());
        line.webhooks.awaitOne("call.initiated");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "POST;/messaging_profiles;{\"name\":\"x\"};400;10004;/whitelisted_destinations",
                "POST;/messaging_profiles;{\"name\":\"x\",\"whitelisted_destinations\":\"US\"};400;10015;/whitelisted_destinations",
                "POST;/messaging_profiles;{\"name\":\"x\",\"whitelisted_destinations\":[1]};400;10015;/whitelisted_destinations/0",
                "POST;/outbound_voice_profiles;{};400;10004;/name",
                "POST;/call_control_applications;{\"application_name\":\"x\",\"webhook_event_url\":\"https://x.example.com\",\"outbound\":{\"outbound_voice_profile_id\":\"7\"}};422;10027;/outbound/outbound_voice_profile_id",
                "POST;/call_control_applications;{\"application_name\":\"x\",\"webhook_event_url\":\"https://x.example.com\",\"inbound\":{\"channels\":1}};400;10015;/inbound/channels",
                "PATCH;/phone_numbers/1293384261075731499;{\"tags\":\"a\"};400;10015;/tags",
                "PATCH;/phone_numbers/1293384261075731499;{\"messaging_profile_id\":\"mp-1\"};400;10015;/messaging_profile_id",
                "PATCH;/phone_numbers/1293384261075731499/voice;{\"call_forwarding\":{\"forwarding_type\":\"never\"}};400;10032;/call_forwarding/forwarding_type",
                "PATCH;/phone_numbers/1293384261075731499/messaging;{\"messaging_profile_id\":\"7\"};422;10027;/messaging_profile_id"
            })
    void whatIsWrongIsSaidToTheFieldAndNothingChanges(
            String method, String path, String body, int status, String code, String pointer) {
        String before = account().state();
        var answer = line.customer.send(method, path, body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.body().at("/errors/0/source/pointer").asText()).isEqualTo(pointer);
        assertThat(account().state()).isEqualTo(before);
    }

    @Test
    void numbersAreFilteredByWhatTheyAreAndSorted() {
        line.customer.patch(NUMBER, "{\"tags\":[\"front desk\"]}");
        Shop shop = new Shop(line.customer);
        shop.bought(shop.number(), ",\"connection_id\":\"700\"");
        assertThat(line.customer
                        .get("/phone_numbers?filter%5Bconnection_id%5D=700")
                        .data())
                .hasSize(1);
        assertThat(line.customer
                        .get("/phone_numbers?filter%5Btag%5D=front+desk")
                        .data())
                .hasSize(1);
        assertThat(line.customer.get("/phone_numbers?sort=phone_number").data().findValuesAsText("phone_number"))
                .hasSize(2)
                .isSorted();
        assertThat(line.customer.get("/phone_numbers?sort=luck").code()).isEqualTo("10032");
        assertThat(line.customer.get("/phone_numbers?filter%5Btag%5D=none").data())
                .isEmpty();
    }

    private String call() {
        return line.place(TestLine.patient())
                .await(Duration.ofSeconds(30))
                .hangUp()
                .orElseThrow()
                .cause();
    }

    private String created(String path, String body) {
        return line.customer.post(path, body).data().path("id").asText();
    }

    private CarrierAccount account() {
        return line.exchange.account(TestLine.KEY);
    }
}
