package dev.pickup.core.carrier.telnyx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.pickup.core.UnknownCursorException;
import dev.pickup.core.carrier.CarrierNumber;
import dev.pickup.core.carrier.CarrierNumber.Kind;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.NumberRouting;
import dev.pickup.core.carrier.OurPlace;
import dev.pickup.core.carrier.Preparation;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.simulators.telnyx.account.Permission;
import dev.pickup.simulators.telnyx.fault.Fault;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// A customer's account: its numbers, where each points, and that putting back leaves it byte for byte as it was.
class TelnyxAccountIT {
    private static final OurPlace PLACE = new OurPlace(
            "pickup-imp_1",
            URI.create("https://hooks.example.com/webhooks/telnyx/voice/cred_1"),
            URI.create("https://hooks.example.com/webhooks/telnyx/voice/cred_1"),
            URI.create("https://hooks.example.com/webhooks/telnyx/messaging/cred_1"));

    private CustomerAccount customer;
    private TelnyxAccount account;

    @BeforeEach
    void start() {
        customer = new CustomerAccount();
        account = customer.open(CustomerAccount.KEY);
    }

    @AfterEach
    void stop() {
        customer.close();
    }

    @Test
    void numbersAreListedWithWhereTheyPoint() {
        var page = account.numbers(100, Optional.empty());
        assertThat(page.next()).isEmpty();
        assertThat(page.items())
                .extracting(
                        n -> n.number().e164(),
                        n -> n.calls().kind(),
                        n -> n.calls().name())
                .containsExactly(
                        tuple(CustomerAccount.SHOP, Kind.APPLICATION, "Shop line"),
                        tuple(CustomerAccount.MENU, Kind.APPLICATION, "Menu"),
                        tuple(CustomerAccount.DESK, Kind.TRUNK, "Desk phones"),
                        tuple(CustomerAccount.SPARE, Kind.NOWHERE, ""));
        CarrierNumber shop = page.items().getFirst();
        assertThat(shop.calls().url()).isEqualTo("https://shop.example.com/calls");
        assertThat(shop.texts().kind()).isEqualTo(Kind.MESSAGING_PROFILE);
        assertThat(shop.texts().url()).isEqualTo("https://shop.example.com/texts");
        assertThat(shop.active()).isTrue();
    }

    @Test
    void pagesFollowOneAnotherUntilTheEnd() {
        var first = account.numbers(3, Optional.empty());
        var second = account.numbers(3, first.next());
        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(1);
        assertThat(second.next()).isEmpty();
        assertThat(first.items()).doesNotContainAnyElementsOf(second.items());
        assertThatThrownBy(() -> account.numbers(3, Optional.of("nonsense")))
                .isInstanceOf(UnknownCursorException.class);
    }

    @Test
    void aNumberIsFoundExactlyOrNotAtAll() {
        assertThat(account.find(new PhoneNumber(CustomerAccount.SHOP))
                        .orElseThrow()
                        .id())
                .isEqualTo(CustomerAccount.SHOP_ID);
        assertThat(account.find(new PhoneNumber("+1312555010"))).isEmpty();
        assertThat(account.routing("1")).isEmpty();
    }

    @Test
    void aForwardedNumberIsShownAsForwarded() {
        customer.patch("/phone_numbers/" + CustomerAccount.SHOP_ID + "/voice", CustomerAccount.FORWARDED);
        var calls = account.find(new PhoneNumber(CustomerAccount.SHOP))
                .orElseThrow()
                .calls();
        assertThat(calls.kind()).isEqualTo(Kind.FORWARDING);
        assertThat(calls.name()).isEqualTo("+13125550190");
    }

    @ParameterizedTest
    @CsvSource({CustomerAccount.SHOP_ID, CustomerAccount.MENU_ID, CustomerAccount.DESK_ID, CustomerAccount.SPARE_ID})
    void whatIsImportedAndRolledBackIsByteForByteAsItWas(String id) {
        customer.patch(
                "/phone_numbers/" + id + "/voice",
                "{\"translated_number\":\"+13125550177\",\"call_forwarding\":{\"call_forwarding_enabled\":true,"
                        + "\"forwards_to\":\"+13125550190\",\"forwarding_type\":\"always\"}}");
        String state = customer.state();
        NumberRouting before = account.routing(id).orElseThrow();
        Preparation.Ready ready = ready(account.prepare(PLACE, before));
        account.write(id, ready.fields());
        assertThat(account.routing(id).orElseThrow().against(ready.fields())).isEmpty();
        assertThat(customer.webhookOf(id)).isEqualTo(PLACE.voice().toString());
        assertThat(customer.state()).isNotEqualTo(state);

        account.write(id, before.fields());
        assertThat(account.routing(id).orElseThrow().against(before.fields())).isEmpty();
        account.removeOurs(PLACE.name());
        assertThat(customer.state()).isEqualTo(state);
    }

    @Test
    void whatWinsIsWrittenFirstWhenItGoesOnAndLastWhenItGoesOff() {
        customer.patch("/phone_numbers/" + CustomerAccount.SHOP_ID + "/voice", CustomerAccount.FORWARDED);
        NumberRouting before = account.routing(CustomerAccount.SHOP_ID).orElseThrow();
        Preparation.Ready ready = ready(account.prepare(PLACE, before));
        Fault noVoice = new Fault.RequestFails("PATCH /phone_numbers/{id}/voice", 3, 500);
        customer.provoke(noVoice);
        assertThatThrownBy(() -> account.write(CustomerAccount.SHOP_ID, ready.fields()))
                .isInstanceOf(CarrierUnavailableException.class);
        assertThat(customer.webhookOf(CustomerAccount.SHOP_ID))
                .isEqualTo(PLACE.voice().toString());
        account.write(CustomerAccount.SHOP_ID, ready.fields());

        customer.provoke(noVoice);
        assertThatThrownBy(() -> account.write(CustomerAccount.SHOP_ID, before.fields()))
                .isInstanceOf(CarrierUnavailableException.class);
        assertThat(customer.webhookOf(CustomerAccount.SHOP_ID))
                .isEqualTo(PLACE.voice().toString());
    }

    @Test
    void anImportTouchesNothingThatOthersShare() {
        NumberRouting before = account.routing(CustomerAccount.SHOP_ID).orElseThrow();
        String shared = customer.text("/call_control_applications/" + CustomerAccount.SHOP_APPLICATION);
        Preparation.Ready ready = ready(account.prepare(PLACE, before));
        account.write(CustomerAccount.SHOP_ID, ready.fields());
        assertThat(customer.text("/call_control_applications/" + CustomerAccount.SHOP_APPLICATION))
                .isEqualTo(shared);
        assertThat(ready.fields()).containsOnlyKeys(TelnyxRoutingFields.CONNECTION, TelnyxRoutingFields.PROFILE);
        assertThat(ready.notes()).isEmpty();
        assertThat(customer.dialsOutOf(CustomerAccount.SHOP_ID)).isEqualTo("ovp-" + CustomerAccount.SHOP_APPLICATION);
    }

    @Test
    void preparingAgainFindsWhatIsThereAndPutsItRight() {
        NumberRouting before = account.routing(CustomerAccount.SHOP_ID).orElseThrow();
        Preparation.Ready first = ready(account.prepare(PLACE, before));
        String state = customer.state();
        assertThat(account.prepare(PLACE, before)).isEqualTo(first);
        assertThat(customer.state()).isEqualTo(state);
        OurPlace moved =
                new OurPlace(PLACE.name(), URI.create("https://new.example.com/v"), PLACE.status(), PLACE.messaging());
        assertThat(account.prepare(moved, before)).isEqualTo(first);
        account.write(CustomerAccount.SHOP_ID, first.fields());
        assertThat(customer.webhookOf(CustomerAccount.SHOP_ID)).isEqualTo("https://new.example.com/v");
    }

    @Test
    void aCreationWhoseAnswerWasLostIsFoundByItsName() {
        NumberRouting before = account.routing(CustomerAccount.SHOP_ID).orElseThrow();
        customer.provoke(new Fault.RequestDoneButFails("POST /call_control_applications", 1, 502));
        assertThatThrownBy(() -> account.prepare(PLACE, before)).isInstanceOf(CarrierUnavailableException.class);
        ready(account.prepare(PLACE, before));
        assertThat(customer.text("/call_control_applications?page%5Bsize%5D=250"))
                .containsOnlyOnce(PLACE.name());
    }

    @Test
    void ourThingsAreNotRemovedWhileANumberPointsToThem() {
        NumberRouting before = account.routing(CustomerAccount.SHOP_ID).orElseThrow();
        account.write(
                CustomerAccount.SHOP_ID, ready(account.prepare(PLACE, before)).fields());
        String state = customer.state();
        assertThatThrownBy(() -> account.removeOurs(PLACE.name()))
                .isInstanceOfSatisfying(
                        CarrierRejectedException.class,
                        e -> assertThat(e.code()).isEqualTo("still-in-use"));
        assertThat(customer.state()).isEqualTo(state);
        assertThat(account.routing(CustomerAccount.SHOP_ID)).isPresent();
    }

    @Test
    void onlyWhatBearsExactlyOurNameIsRemoved() {
        NumberRouting before = account.routing(CustomerAccount.SHOP_ID).orElseThrow();
        ready(account.prepare(PLACE, before));
        OurPlace other = new OurPlace(PLACE.name() + "1", PLACE.voice(), PLACE.status(), PLACE.messaging());
        ready(account.prepare(other, before));
        account.removeOurs(PLACE.name());
        account.removeOurs(PLACE.name());
        assertThat(customer.state()).contains("\"" + other.name() + "\"").doesNotContain("\"" + PLACE.name() + "\"");
    }

    @Test
    void aNumberWhoseDestinationIsGoneCannotBePutBackSilently() {
        NumberRouting before = account.routing(CustomerAccount.MENU_ID).orElseThrow();
        assertThatThrownBy(() ->
                        account.write(CustomerAccount.MENU_ID, Map.of(TelnyxRoutingFields.CONNECTION, "\"12345\"")))
                .isInstanceOfSatisfying(CarrierRejectedException.class, e -> {
                    assertThat(e.reason()).isEqualTo(CarrierRejectedException.Reason.OTHER);
                    assertThat(e.code()).isEqualTo("10027");
                    assertThat(e.requestId()).isNotEmpty();
                });
        assertThat(account.routing(CustomerAccount.MENU_ID)).contains(before);
    }

    @Test
    void aResourceThatIsStillBeingProcessedIsWaitedFor() {
        customer.provoke(
                new Fault.RequestTooEarly("PATCH /phone_numbers/{id}", 1),
                new Fault.RequestRateLimited("PATCH /phone_numbers/{id}", 1, 0));
        account.write(CustomerAccount.SHOP_ID, Map.of(TelnyxRoutingFields.CONNECTION, "null"));
        assertThat(account.routing(CustomerAccount.SHOP_ID).orElseThrow().fields())
                .containsEntry(TelnyxRoutingFields.CONNECTION, "null");
    }

    @Test
    void textsStayWhereTheyAreWhenTheKeyMayNotMoveThem() {
        TelnyxAccount voiceOnly = customer.open(CustomerAccount.VOICE_ONLY);
        NumberRouting before = voiceOnly.routing(CustomerAccount.DESK_ID).orElseThrow();
        Preparation.Ready ready = ready(voiceOnly.prepare(PLACE, before));
        assertThat(ready.fields()).containsOnlyKeys(TelnyxRoutingFields.CONNECTION);
        assertThat(ready.notes()).hasSize(2).anyMatch(n -> n.contains("messaging profiles"));
        String state = customer.state();
        voiceOnly.write(CustomerAccount.DESK_ID, ready.fields());
        voiceOnly.write(CustomerAccount.DESK_ID, before.fields());
        assertThat(customer.state()).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(
            value = Permission.class,
            names = {"NUMBERS_READ", "NUMBERS_WRITE", "VOICE_WRITE"})
    void whatTheKeyMayNotDoIsRejectedAndNothingChanges(Permission missing) {
        TelnyxAccount limited = customer.open(CustomerAccount.without(missing));
        NumberRouting before = account.routing(CustomerAccount.SHOP_ID).orElseThrow();
        String state = customer.state();
        assertThatThrownBy(() -> {
                    switch (missing) {
                        case NUMBERS_READ -> limited.numbers(10, Optional.empty());
                        case NUMBERS_WRITE -> limited.write(CustomerAccount.SHOP_ID, before.fields());
                        default -> limited.prepare(PLACE, before);
                    }
                })
                .isInstanceOfSatisfying(CarrierRejectedException.class, e -> {
                    assertThat(e.reason()).isEqualTo(CarrierRejectedException.Reason.NOT_ALLOWED);
                    assertThat(e.code()).isEqualTo("10010");
                    assertThat(e).hasMessageNotContaining("KEY");
                });
        assertThat(customer.state()).isEqualTo(state);
    }

    @Test
    void theAccountTellsItsNameAndItsKey() {
        assertThat(account.accountId()).isEqualTo(customer.organization());
        assertThat(account.webhookKey().orElseThrow().reveal()).isEqualTo(customer.publicKey());
    }

    private static Preparation.Ready ready(Preparation preparation) {
        assertThat(preparation).isInstanceOf(Preparation.Ready.class);
        return (Preparation.Ready) preparation;
    }
}
