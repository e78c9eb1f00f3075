package dev.pickup.core.carrier.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CarrierCredentials;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierRejectedException.Reason;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.CommandId;
import dev.pickup.core.carrier.LegStatus;
import dev.pickup.core.carrier.StreamRequest;
import dev.pickup.core.credential.Secret;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.CallerStep;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.twilio.TwilioExchange;
import dev.pickup.simulators.twilio.TwilioExchangeSettings;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.OwnedNumber;
import dev.pickup.simulators.twilio.call.OutsideCall;
import dev.pickup.simulators.twilio.fault.RestFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands to a live call at the simulated Twilio, which waits in a long pause that its webhook asked for.
class TwilioCallsIT {
    private static final String SID = "AC" + "1".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String NUMBER = "+13125550101";
    private static final String WAITING = "<Response><Pause length=\"600\"/></Response>";
    private static final String UPDATE = "/Calls/";
    private static final CommandId ID = CommandId.of("call_1", "command");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    /// Bodies of the webhooks that were asked after the first.
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private HttpServer web;
    private TwilioExchange exchange;
    private SimulatedCall placed;
    private CallLeg leg;

    @BeforeEach
    void ring() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        web.createContext("/number", exchange -> answer(exchange, WAITING));
        web.createContext("/after", exchange -> answer(exchange, "<Response><Hangup/></Response>"));
        web.start();
        OwnedNumber number = new OwnedNumber("PN" + "1".repeat(32), NUMBER, Map.of("VoiceUrl", url("/number")));
        exchange = TwilioExchange.start(TwilioExchangeSettings.of(TwilioAccountSeed.of(SID, TOKEN, number))
                .withPace(10));
        CallerScript waits = CallerScript.of(List.of(new CallerStep.Wait(Duration.ofMinutes(30))));
        placed = exchange.place(new OutsideCall("+14155550100", NUMBER, waits));
        await().atMost(LIMIT).until(() -> placed.report().state() == CallReport.State.TALKING);
        leg = leg(placed.report().callLegId().orElseThrow());
    }

    @AfterEach
    void stop() {
        exchange.close();
        web.stop(0);
        http.close();
    }

    private void answer(HttpExchange request, String twiml) throws IOException {
        try (request) {
            String body = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (request.getRequestURI().getPath().equals("/after")) {
                asked.add(body);
            }
            byte[] bytes = twiml.getBytes(StandardCharsets.UTF_8);
            request.getResponseHeaders().set("Content-Type", "text/xml");
            request.sendResponseHeaders(200, bytes.length);
            request.getResponseBody().write(bytes);
        }
    }

    private String url(String path) {
        return "http://127.0.0.1:" + web.getAddress().getPort() + path;
    }

    private static CallLeg leg(String sid) {
        return new CallLeg(CarrierName.TWILIO, sid, sid, sid);
    }

    private Carrier calls() {
        return calls(TOKEN);
    }

    private Carrier calls(String token) {
        TwilioSettings settings =
                new TwilioSettings(exchange.apiBase(), Duration.ofSeconds(20), 3, Duration.ofMillis(1));
        return new TwilioAccounts(settings, http)
                .calls(
                        new CarrierCredentials.Twilio(SID, Optional.of(Secret.of(token)), Optional.empty()),
                        _ -> URI.create(url("/after")));
    }

    private CallReport ended() {
        return placed.await(LIMIT);
    }

    @Test
    void aCallThatIsHungUpIsOverAndSaysSinceWhen() {
        assertThat(calls().status(leg)).isInstanceOf(LegStatus.Alive.class);

        calls().hangUp(leg, ID);

        assertThat(ended().hangUp().orElseThrow().by()).isEqualTo(CallReport.Party.AGENT);
        assertThat(calls().status(leg)).isInstanceOf(LegStatus.Ended.class);
    }

    @Test
    void whatIsSpokenIsTheLastThatTheCallerHears() {
        calls().speak(leg, "Nobody is here <now> & then.", "en-US", ID);

        assertThat(ended().notes()).contains("Twilio said: Nobody is here <now> & then.");
    }

    @Test
    void aTransferThatNobodyTakesIsToldToOurWebhook() {
        calls().transfer(leg, new PhoneNumber("+13125550199"), ID);

        ended();
        assertThat(asked).singleElement().asString().contains("DialCallStatus=no-answer", "DialBridged=false");
    }

    /// The token in the path opens nothing here: what counts is where the exchange went, and whom it asked afterwards.
    @Test
    void aStreamIsOpenedAndOurWebhookIsAskedWhenItIsOver() {
        List<String> upgrades = new CopyOnWriteArrayList<>();
        web.createContext("/media", request -> {
            upgrades.add(request.getRequestURI().getPath());
            request.sendResponseHeaders(403, -1);
            request.close();
        });
        URI media = URI.create(url("/media/twilio/the-token").replaceFirst("http", "ws"));

        calls().startStream(leg, new StreamRequest(media, "the-secret"), ID);

        ended();
        assertThat(upgrades).containsExactly("/media/twilio/the-token");
        assertThat(asked)
                .singleElement()
                .asString()
                .contains("CallSid=" + leg.controlId(), "CallStatus=in-progress")
                .doesNotContain("the-secret");
    }

    @Test
    void whatAnswersACallOrEndsAStreamByItselfAsksNobody() {
        calls().answer(leg, ID);
        calls().stopStream(leg, ID);

        assertThat(calls().status(leg)).isInstanceOf(LegStatus.Alive.class);
        assertThat(placed.report().state()).isEqualTo(CallReport.State.TALKING);
    }

    @Test
    void aCommandThatFailsOnceIsGivenAgain() {
        exchange.faults().add("POST", UPDATE, 1, new RestFault.Fails(503));
        exchange.faults().add("POST", UPDATE, 1, new RestFault.RateLimited());

        calls().hangUp(leg, ID);

        ended();
    }

    @Test
    void aHangUpWhoseAnswerWasLostFindsTheCallGone() {
        exchange.faults().add("POST", UPDATE, 1, new RestFault.AnswerLost(0));

        gone(() -> calls().hangUp(leg, ID), "21220");
        ended();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void aCarrierThatStaysAwayIsSaidToBe(int status) {
        exchange.faults().add("POST", UPDATE, 3, new RestFault.Fails(status));

        assertThatExceptionOfType(CarrierUnavailableException.class)
                .isThrownBy(() -> calls().speak(leg, "Hello", "en-US", ID));
        assertThat(placed.report().state()).isEqualTo(CallReport.State.TALKING);
    }

    @Test
    void aCallThatIsOverOrUnknownIsGone() {
        calls().hangUp(leg, ID);
        ended();

        gone(() -> calls().speak(leg, "Hello", "en-US", ID), "21220");
        gone(() -> calls().hangUp(leg("CA" + "f".repeat(32)), ID), "20404");
        assertThat(calls().status(leg("CA" + "f".repeat(32)))).isInstanceOf(LegStatus.Unknown.class);
    }

    @Test
    void wrongCredentialsGiveNoCommands() {
        assertThatExceptionOfType(CarrierRejectedException.class)
                .isThrownBy(() -> calls("wrong").hangUp(leg, ID))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_ALLOWED))
                .satisfies(e -> assertThat(e.code()).isEqualTo("20003"));
        assertThat(placed.report().state()).isEqualTo(CallReport.State.TALKING);
    }

    private static void gone(Runnable command, String code) {
        assertThatExceptionOfType(CarrierRejectedException.class)
                .isThrownBy(command::run)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.LEG_GONE))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}
