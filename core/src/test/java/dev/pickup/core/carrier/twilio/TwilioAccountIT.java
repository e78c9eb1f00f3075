package dev.pickup.core.carrier.twilio;

import static dev.pickup.core.carrier.twilio.SeededTwilio.ABROAD;
import static dev.pickup.core.carrier.twilio.SeededTwilio.ACCOUNT;
import static dev.pickup.core.carrier.twilio.SeededTwilio.BY_APPLICATION;
import static dev.pickup.core.carrier.twilio.SeededTwilio.BY_TRUNK;
import static dev.pickup.core.carrier.twilio.SeededTwilio.PLACE;
import static dev.pickup.core.carrier.twilio.SeededTwilio.PLAIN;
import static dev.pickup.core.carrier.twilio.SeededTwilio.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.Page;
import dev.pickup.core.UnknownCursorException;
import dev.pickup.core.carrier.CarrierNumber;
import dev.pickup.core.carrier.CarrierNumber.Kind;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.NumberRouting;
import dev.pickup.core.carrier.Preparation;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.simulators.twilio.fault.RestFault;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A customer's account, as the importer sees and changes it, against the simulated one.
class TwilioAccountIT {
    private static final String PLAIN_NUMBER = "PN11111111111111111111111111111111";
    private static final String APPLICATION_NUMBER = "PN22222222222222222222222222222222";
    private static final String TRUNK_NUMBER = "PN33333333333333333333333333333333";

    @AutoClose
    private final RunningTwilio twilio = new RunningTwilio();

    @ParameterizedTest
    @ValueSource(strings = {PLAIN_NUMBER, APPLICATION_NUMBER, TRUNK_NUMBER})
    void aNumberIsPointedAtUsAndPutBackByteByByte(String id) {
        String before = twilio.exchange().account(ACCOUNT).snapshot();
        TwilioAccount account = twilio.account();
        NumberRouting routing = account.routing(id).orElseThrow();
        Preparation.Ready ready = (Preparation.Ready) account.prepare(PLACE, routing);

        account.write(id, ready.fields());
        NumberRouting ours = account.routing(id).orElseThrow();
        assertThat(ours.against(ready.fields())).isEmpty();
        var number = twilio.exchange()
                .account(ACCOUNT)
                .number(routing.number().e164())
                .orElseThrow();
        assertThat(number.path("voice_url").asText()).isEqualTo(PLACE.voice().toString());
        assertThat(number.path("trunk_sid").isNull()).isTrue();
        assertThat(number.path("voice_application_sid").asText()).isEmpty();

        account.write(id, restored(ready, routing));
        account.removeOurs(PLACE.name());
        assertThat(twilio.exchange().account(ACCOUNT).snapshot()).isEqualTo(before);
        assertThat(account.routing(id).orElseThrow().fields()).isEqualTo(routing.fields());
    }

    /// What was written, as it was before.
    private static Map<String, String> restored(Preparation.Ready ready, NumberRouting before) {
        Map<String, String> fields = new LinkedHashMap<>();
        ready.fields().keySet().forEach(f -> fields.put(f, before.fields().getOrDefault(f, "null")));
        return fields;
    }

    @Test
    void textsThatSomebodyReceivesStayWithThem() {
        TwilioAccount account = twilio.account();
        assertThat(ready(account, PLAIN).fields()).containsEntry("sms_url", "\"" + PLACE.messaging() + "\"");
        assertThat(ready(account, BY_APPLICATION).fields()).doesNotContainKey("sms_url");
        assertThat(ready(account, BY_APPLICATION).notes()).hasSize(1);
        assertThat(ready(account, BY_TRUNK).fields()).doesNotContainKey("sms_url");
        assertThat(ready(account, BY_TRUNK).notes())
                .containsExactly("Texts to this number stay with its messaging service.");
    }

    private static Preparation.Ready ready(TwilioAccount account, String id) {
        return (Preparation.Ready) account.prepare(PLACE, account.routing(id).orElseThrow());
    }

    @Test
    void preparingAgainAfterPointingAtUsSaysTheSame() {
        TwilioAccount account = twilio.account();
        NumberRouting before = account.routing(PLAIN).orElseThrow();
        Preparation first = account.prepare(PLACE, before);
        account.write(PLAIN, ((Preparation.Ready) first).fields());
        assertThat(account.prepare(PLACE, before)).isEqualTo(first);
    }

    @Test
    void aNumberOfAnotherRegionCannotBePointedAtUs() {
        String before = twilio.exchange().account(ACCOUNT).snapshot();
        TwilioAccount account = twilio.account();
        assertThat(account.prepare(PLACE, account.routing(ABROAD).orElseThrow()))
                .isInstanceOfSatisfying(Preparation.Impossible.class, impossible -> {
                    assertThat(impossible.code()).isEqualTo("wrong-region");
                    assertThat(impossible.detail()).contains("ie1");
                });
        assertThat(twilio.exchange().account(ACCOUNT).snapshot()).isEqualTo(before);
    }

    @Test
    void numbersAreListedInPagesWithWhereTheyPoint() {
        TwilioAccount account = twilio.account();
        Page<CarrierNumber> first = account.numbers(3, Optional.empty());
        Page<CarrierNumber> second = account.numbers(3, first.next());
        assertThat(first.items())
                .extracting(n -> n.calls().kind())
                .containsExactly(Kind.URL, Kind.APPLICATION, Kind.TRUNK);
        assertThat(first.items().get(1).calls().name()).isEqualTo("Old PBX");
        assertThat(first.items().get(1).calls().url()).isEqualTo("https://pbx.example.com/app");
        assertThat(first.items().get(2).calls().name()).isEqualTo("Office");
        assertThat(first.items().get(2).texts().kind()).isEqualTo(Kind.MESSAGING_PROFILE);
        assertThat(second.items()).extracting(CarrierNumber::id).containsExactly(ABROAD);
        assertThat(second.next()).isEmpty();
        assertThatThrownBy(() -> account.numbers(3, Optional.of("nonsense")))
                .isInstanceOf(UnknownCursorException.class);
        assertThat(account.find(new PhoneNumber("+13125550102")).map(CarrierNumber::id))
                .contains(BY_APPLICATION);
        assertThat(account.find(new PhoneNumber("+13125550199"))).isEmpty();
        assertThat(account.routing("PN" + "9".repeat(32))).isEmpty();
    }

    @Test
    void readsAndStatesAreRepeatedAndAlwaysFailInTheEnd() {
        twilio.exchange().faults().add("GET", "/IncomingPhoneNumbers", 1, new RestFault.Fails(503));
        twilio.exchange().faults().add("GET", "/IncomingPhoneNumbers", 1, new RestFault.RateLimited());
        assertThat(twilio.account().find(new PhoneNumber("+13125550102"))).isPresent();
        twilio.exchange().faults().add("GET", "/IncomingPhoneNumbers", 3, new RestFault.Fails(503));
        assertThatThrownBy(() -> twilio.account().find(new PhoneNumber("+13125550102")))
                .isInstanceOfSatisfying(CarrierUnavailableException.class, e -> {
                    assertThat(e.code()).isEqualTo("20503");
                    assertThat(e.requestId()).startsWith("RQ");
                });
    }

    @Test
    void aChangeWhoseAnswerIsLostIsMadeAgainAndComesToTheSame() {
        twilio.exchange().faults().add("POST", "/IncomingPhoneNumbers", 1, new RestFault.AnswerLost(0));
        twilio.exchange().faults().add("POST", "/IncomingPhoneNumbers", 1, new RestFault.FailsAfterwards(500));
        TwilioAccount account = twilio.account();
        account.write(PLAIN, new HashMap<>(Map.of("voice_url", "\"https://us.example\"")));
        assertThat(account.routing(PLAIN).orElseThrow().fields()).containsEntry("voice_url", "\"https://us.example\"");
    }

    @Test
    void aRefusedChangeSaysTheCodeAndNothingElse() {
        assertThatThrownBy(() -> twilio.account().write(PLAIN, Map.of("trunk_sid", "\"TK" + "9".repeat(32) + "\"")))
                .isInstanceOfSatisfying(CarrierRejectedException.class, e -> {
                    assertThat(e.code()).isEqualTo("20404");
                    assertThat(e.requestId()).startsWith("RQ");
                    assertThat(e).hasMessageNotContaining("TK9").hasMessageNotContaining(TOKEN);
                });
        assertThatThrownBy(() ->
                        twilio.open(Optional.of("wrong"), Optional.empty()).numbers(1, Optional.empty()))
                .isInstanceOfSatisfying(
                        CarrierRejectedException.class,
                        e -> assertThat(e.reason()).isEqualTo(CarrierRejectedException.Reason.NOT_ALLOWED));
    }
}
