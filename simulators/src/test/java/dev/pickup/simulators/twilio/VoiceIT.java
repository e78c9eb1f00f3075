package dev.pickup.simulators.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallReport.Party;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.CallerStep;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.Application;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.OwnedNumber;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed.Trunk;
import dev.pickup.simulators.twilio.call.OutsideCall;
import dev.pickup.simulators.twilio.fault.CallFault;
import dev.pickup.simulators.twilio.rest.Form;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Where a call goes, what the web server is asked, and what its answers do.
class VoiceIT {
    private static final String ACCOUNT = "AC" + "1".repeat(32);
    private static final String TOKEN = "f".repeat(32);
    private static final String NUMBER_SID = "PN" + "1".repeat(32);
    private static final String PHONE = "+13125550199";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /// A webhook that came.
    private record Asked(String path, Form form, String signature, String token) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer web;
    private TwilioExchange exchange;
    private TwilioCustomer customer;

    @BeforeEach
    void start() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        web.createContext("/", this::serve);
        web.start();
        OwnedNumber number = new OwnedNumber(
                NUMBER_SID,
                PHONE,
                Map.of(
                        "VoiceUrl", url("/number"),
                        "VoiceFallbackUrl", url("/fallback"),
                        "StatusCallback", url("/status")));
        exchange = TwilioExchange.start(TwilioExchangeSettings.of(TwilioAccountSeed.of(ACCOUNT, TOKEN, number)
                        .withApplication(
                                new Application("AP" + "1".repeat(32), "App", Map.of("VoiceUrl", url("/application"))))
                        .withTrunk(new Trunk("TK" + "1".repeat(32), "Office")))
                .withPace(4));
        customer = new TwilioCustomer(exchange.apiBase(), ACCOUNT, ACCOUNT, TOKEN);
    }

    @AfterEach
    void stop() {
        customer.close();
        exchange.close();
        web.stop(0);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + web.getAddress().getPort() + path;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            asked.add(new Asked(
                    path,
                    Form.parse(body),
                    exchange.getRequestHeaders().getFirst("X-Twilio-Signature"),
                    exchange.getRequestHeaders().getFirst("I-Twilio-Idempotency-Token")));
            String answer = answers.getOrDefault(path, "");
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.equals("500") ? 500 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private SimulatedCall ring(CallFault... faults) {
        CallerScript script = CallerScript.of(List.of(new CallerStep.Wait(Duration.ofMinutes(10))));
        return exchange.place(new OutsideCall("+14155550100", PHONE, script, List.of(faults)));
    }

    private Asked first(String path) {
        await().atMost(LIMIT).until(() -> asked.stream().anyMatch(a -> a.path().equals(path)));
        return asked.stream().filter(a -> a.path().equals(path)).findFirst().orElseThrow();
    }

    private List<String> paths() {
        return asked.stream().map(Asked::path).toList();
    }

    @Test
    void aTrunkGoesBeforeAnApplicationBeforeTheNumbersUrl() {
        answers.put("/number", "<Response><Hangup/></Response>");
        answers.put("/application", "<Response><Hangup/></Response>");
        ring().await(LIMIT);
        assertThat(paths()).contains("/number").doesNotContain("/application");
        asked.clear();
        customer.post(
                "/IncomingPhoneNumbers/" + NUMBER_SID + ".json", Map.of("VoiceApplicationSid", "AP" + "1".repeat(32)));
        ring().await(LIMIT);
        assertThat(paths()).contains("/application").doesNotContain("/number");
        asked.clear();
        customer.post("/IncomingPhoneNumbers/" + NUMBER_SID + ".json", Map.of("TrunkSid", "TK" + "1".repeat(32)));
        assertThat(ring().await(LIMIT).notes())
                .containsExactly("The number leads to a SIP trunk; nobody answered there.");
        assertThat(asked).isEmpty();
    }

    @Test
    void theWebServerIsToldWhoRingsAndWhatBecameOfIt() {
        answers.put("/number", "<Response><Say>Hello</Say><Pause length=\"2\"/></Response>");
        CallReport report = ring().await(LIMIT);
        Asked offer = asked.getFirst();
        assertThat(offer.form().value("From")).contains("+14155550100");
        assertThat(offer.form().value("To")).contains(PHONE);
        assertThat(offer.form().value("CallStatus")).contains("ringing");
        assertThat(offer.form().value("CallSid")).isEqualTo(report.callLegId());
        assertThat(offer.signature()).isNotBlank();
        Asked status = first("/status");
        assertThat(status.form().value("CallStatus")).contains("completed");
        assertThat(status.form().value("CallDuration"))
                .hasValueSatisfying(s -> assertThat(Integer.parseInt(s)).isBetween(2, 30));
        assertThat(report.hangUp().orElseThrow().by()).isEqualTo(Party.AGENT);
        assertThat(report.notes()).contains("Twilio said: Hello");
    }

    @Test
    void whatFailsIsAskedAtTheFallback() {
        answers.put("/number", "500");
        answers.put("/fallback", "<Response><Reject reason=\"busy\"/></Response>");
        assertThat(ring().await(LIMIT).hangUp().orElseThrow().cause()).isEqualTo("busy");
        assertThat(first("/fallback").form().value("ErrorCode")).contains("11200");
        asked.clear();
        answers.put("/number", "<Response><Hello/></Response>");
        ring().await(LIMIT);
        assertThat(first("/fallback").form().value("ErrorCode")).contains("12200");
        assertThat(first("/fallback").form().value("ErrorUrl")).contains(url("/number"));
    }

    @Test
    void aLiveCallIsRedirectedAndHungUpByRest() {
        answers.put("/number", "<Response><Pause length=\"600\"/></Response>");
        SimulatedCall call = ring();
        await().atMost(LIMIT).until(() -> call.report().state() == CallReport.State.TALKING);
        String path = "/Calls/" + call.report().callLegId().orElseThrow() + ".json";
        assertThat(customer.get(path).text("status")).isEqualTo("in-progress");
        assertThat(customer.post(path, Map.of("Twiml", "<Response><Nope/></Response>"))
                        .code())
                .isEqualTo(12200);
        customer.post(path, Map.of("Twiml", "<Response><Say>Goodbye</Say><Pause length=\"600\"/></Response>"));
        await().atMost(LIMIT).until(() -> call.report().notes().contains("Twilio said: Goodbye"));
        assertThat(customer.post(path, Map.of("Status", "completed")).text("status"))
                .isEqualTo("completed");
        assertThat(call.await(LIMIT).hangUp().orElseThrow().by()).isEqualTo(Party.AGENT);
        assertThat(customer.post(path, Map.of("Status", "completed")).code()).isEqualTo(21220);
    }

    @Test
    void aLostAnswerIsAskedForAgainWithTheSameToken() {
        answers.put("/number", "<Response><Hangup/></Response>");
        ring(new CallFault.FirstAnswerLost()).await(LIMIT);
        List<Asked> offers =
                asked.stream().filter(a -> a.path().equals("/number")).toList();
        assertThat(offers).hasSize(2);
        assertThat(offers.get(0).token()).isEqualTo(offers.get(1).token());
    }
}
