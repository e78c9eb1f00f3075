package dev.pickup.local.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.CallerScript.AfterLastStep;
import dev.pickup.simulators.caller.CallerStep;
import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.telnyx.TelnyxExchange;
import dev.pickup.simulators.telnyx.TelnyxExchangeSettings;
import dev.pickup.simulators.telnyx.account.SeededAccount;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
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
        control = new ExchangeControl(http, exchange.controlBase());
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
                .until(() -> CallersSide.of(control.report(id)).call().isPresent());
        assertThat(CallersSide.of(control.report(id)).isOver()).isFalse();
        control.hangUp(id);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> CallersSide.of(control.report(id)).isOver());
        assertThat(CallersSide.of(control.report(id)).cause()).isPresent();
        assertThat(control.recording(id)).startsWith('R', 'I', 'F', 'F').hasSize(44);
    }

    @Test
    void aCallToANumberThatNobodyHasEndsWithTheReason() {
        String id = control.place(new OutsideCall("+14155550142", "+14155550100", CallerScript.saying("Hello")));

        await().atMost(Duration.ofSeconds(5))
                .until(() -> CallersSide.of(control.report(id)).isOver());
        CallersSide caller = CallersSide.of(control.report(id));
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
        ExchangeControl nobody = new ExchangeControl(http, URI.create("http://127.0.0.1:1/simulator"));

        assertThatThrownBy(() -> nobody.report("any"))
                .isInstanceOf(NoAnswerException.class)
                .hasMessageContaining("does not answer: is ./pickup up still running?");
    }
}
