package dev.pickup.local.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pickup.core.call.CallId;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.CallerScript.AfterLastStep;
import dev.pickup.simulators.caller.CallerStep;
import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.telnyx.TelnyxExchange;
import dev.pickup.simulators.telnyx.TelnyxExchangeSettings;
import dev.pickup.simulators.telnyx.account.SeededAccount;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import dev.pickup.simulators.twilio.TwilioExchange;
import dev.pickup.simulators.twilio.TwilioExchangeSettings;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExchangeControlIT {
    private static final String NUMBER = "+14155550199";
    private static final Pcm SOUND = Pcm.silence(Duration.ofMillis(100));

    private TelnyxExchange exchange;
    private HttpClient http;
    private ExchangeControl control;

    @BeforeEach
    void start() {
        // Nobody takes the webhooks: the call rings until somebody hangs up.
        SeededAccount account = new SeededAccount(
                "KEY0123",
                List.of(new SeededAccount.OwnedNumber("1", NUMBER, "app")),
                List.of(new SeededAccount.Application("app", "nobody", "http://127.0.0.1:1/webhooks")));
        exchange = TelnyxExchange.start(TelnyxExchangeSettings.of(account).withCallerVoice(_ -> SOUND));
        http = HttpClient.newHttpClient();
        control = new ExchangeControl(http, CarrierName.TELNYX, exchange.controlBase());
    }

    @AfterEach
    void stop() {
        http.close();
        exchange.close();
    }

    @Test
    void aCallWithEveryKindOfStepIsPlacedFollowedAndHungUp() {
        CallerScript script = CallerScript.of(
                        new CallerStep.Say("Hello"),
                        new CallerStep.Play(SOUND),
                        new CallerStep.Wait(Duration.ofMillis(20)),
                        new CallerStep.Digits("12#"),
                        new CallerStep.InterruptAfter(Duration.ofMillis(800), new CallerStep.Play(SOUND)),
                        new CallerStep.HangUp())
                .withAfterLastStep(AfterLastStep.WAIT_FOR_AGENT);

        String id = control.place(new OutsideCall("anonymous", NUMBER, script));

        await().atMost(Duration.ofSeconds(5))
                .until(() -> CallersSide.of(CarrierName.TELNYX, control.report(id))
                        .call()
                        .isPresent());
        assertThat(CallersSide.of(CarrierName.TELNYX, control.report(id)).isOver())
                .isFalse();
        control.hangUp(id);
        await().atMost(Duration.ofSeconds(5))
                .until(() ->
                        CallersSide.of(CarrierName.TELNYX, control.report(id)).isOver());
        assertThat(CallersSide.of(CarrierName.TELNYX, control.report(id)).cause())
                .isPresent();
        assertThat(control.recording(id)).startsWith('R', 'I', 'F', 'F').hasSize(44);
    }

    @Test
    void aCallToANumberThatNobodyHasEndsWithTheReason() {
        String id = control.place(new OutsideCall("+14155550142", "+14155550100", CallerScript.saying("Hello")));

        await().atMost(Duration.ofSeconds(5))
                .until(() ->
                        CallersSide.of(CarrierName.TELNYX, control.report(id)).isOver());
        CallersSide caller = CallersSide.of(CarrierName.TELNYX, control.report(id));
        assertThat(caller.call()).isEmpty();
        assertThat(caller.cause()).isPresent();
        assertThat(caller.notes()).isNotBlank();
    }

    @Test
    void aRefusalIsTold() {
        assertThatThrownBy(() -> control.report("no-such-call"))
                .isInstanceOf(NoAnswerException.class)
                .hasMessageContaining("answered 404")
                .hasMessageContaining("There is no such call");
    }

    @Test
    void anExchangeThatIsGoneIsTold() {
        ExchangeControl nobody =
                new ExchangeControl(http, CarrierName.TELNYX, URI.create("http://127.0.0.1:1/simulator"));

        assertThatThrownBy(() -> nobody.report("any"))
                .isInstanceOf(NoAnswerException.class)
                .hasMessageContaining("does not answer: is ./pickup up still running?");
    }

    @Test
    void theSimulatedTwilioIsAskedInTheSameWayAndSaysWhichNumbersItHas() {
        TwilioAccountSeed account = TwilioAccountSeed.of(
                "AC" + "1".repeat(32),
                "token",
                new TwilioAccountSeed.OwnedNumber(
                        "PN" + "1".repeat(32), NUMBER, Map.of("VoiceUrl", "http://127.0.0.1:1/webhooks")));
        try (TwilioExchange twilio =
                TwilioExchange.start(TwilioExchangeSettings.of(account).withCallerVoice(_ -> SOUND))) {
            ExchangeControl control = new ExchangeControl(http, CarrierName.TWILIO, twilio.controlBase());
            assertThat(control.has(NUMBER)).isTrue();
            assertThat(control.has("+14155550198")).isFalse();

            String id = control.place(new OutsideCall("anonymous", NUMBER, CallerScript.saying("Hello")));

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> CallersSide.of(CarrierName.TWILIO, control.report(id))
                            .isOver());
            CallersSide caller = CallersSide.of(CarrierName.TWILIO, control.report(id));
            assertThat(caller.call())
                    .contains(CallId.of(
                            CarrierName.TWILIO,
                            control.report(id).path("callLegId").asText()));
            assertThat(control.report(id).path("callLegId").asText()).startsWith("CA");
            assertThat(caller.cause()).contains("failed");
            control.hangUp(id);
            assertThat(control.recording(id)).startsWith('R', 'I', 'F', 'F');
        }
    }
}
