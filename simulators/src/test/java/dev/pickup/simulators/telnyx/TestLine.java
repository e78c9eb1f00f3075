package dev.pickup.simulators.telnyx;

import dev.pickup.simulators.Tones;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.CallerStep;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.telnyx.account.SeededAccount;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import dev.pickup.simulators.telnyx.order.OrderTime;
import dev.pickup.simulators.telnyx.webhook.DeliverySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;

/// An exchange with one customer: a number, an application, a webhook receiver and a media server.
final class TestLine implements AutoCloseable {
    static final String KEY = "KEY0123456789abcdef";
    static final String NUMBER = "+13125550199";
    static final String NUMBER_ID = "1293384261075731499";
    static final String APPLICATION = "1684641123236054244";
    static final String CALLER = "+13125550100";

    /// A machine that is busy with other things answers late; only tests about deadlines want short ones.
    private static final DeliverySettings PATIENT_DELIVERY = new DeliverySettings(
            Duration.ofSeconds(20), 3, Duration.ofMillis(100), DeliverySettings.RetryRule.VOICE_API);

    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    final WebhookCatcher webhooks;
    final MediaServer media;
    final TelnyxExchange exchange;
    final Customer customer;

    TestLine() {
        this(s -> s);
    }

    TestLine(UnaryOperator<TelnyxExchangeSettings> change) {
        try {
            webhooks = new WebhookCatcher();
            media = new MediaServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TelnyxExchangeSettings settings = TelnyxExchangeSettings.of(
                        account(webhooks.url("/voice")).withOrderWebhook(webhooks.url("/orders")))
                .withDelivery(PATIENT_DELIVERY)
                .withRest(RestSettings.usual().withOrderTime(OrderTime.none()));
        exchange = TelnyxExchange.start(change.apply(settings));
        customer = new Customer(exchange.apiBase(), KEY);
    }

    static SeededAccount account(String webhookUrl) {
        return account(new SeededAccount.Application(APPLICATION, "Pickup", webhookUrl));
    }

    static SeededAccount account(SeededAccount.Application application) {
        return new SeededAccount(
                KEY, List.of(new SeededAccount.OwnedNumber(NUMBER_ID, NUMBER, APPLICATION)), List.of(application));
    }

    static SeededAccount.Application application(String url, String failover, Optional<Integer> firstCommandSecs) {
        return new SeededAccount.Application(APPLICATION, "Pickup", url, failover, firstCommandSecs, Optional.empty());
    }

    /// The first account, changed.
    static UnaryOperator<TelnyxExchangeSettings> account(UnaryOperator<SeededAccount> change) {
        return s -> s.withAccounts(change.apply(s.accounts().getFirst()));
    }

    /// A caller who stays on the line until somebody else ends the call.
    static CallerScript patient() {
        return CallerScript.of().withAfterLastStep(CallerScript.AfterLastStep.WAIT_FOR_AGENT);
    }

    /// A caller who says something for a second, then stays on the line like [#patient].
    static CallerScript talking() {
        return CallerScript.of(new CallerStep.Play(Tones.tone(1000, 1000)))
                .withTurnSilence(Duration.ofMillis(60))
                .withAfterLastStep(CallerScript.AfterLastStep.WAIT_FOR_AGENT);
    }

    SimulatedCall place(CallerScript script, Fault... faults) {
        return exchange.place(new OutsideCall(CALLER, NUMBER, script, FaultScript.of(faults)));
    }

    /// Places a call and answers it.
    ///
    /// @return the token for commands
    String answered(CallerScript script, Fault... faults) {
        place(script, faults);
        String id = webhooks.awaitOne("call.initiated").callControlId();
        customer.command(id, "answer", "{}");
        webhooks.awaitOne("call.answered");
        return id;
    }

    /// Places a call, answers it and starts a stream.
    ///
    /// @param more further JSON members of `streaming_start`, each after a comma
    Streamed streamed(CallerScript script, String more, Fault... faults) {
        SimulatedCall call = place(script, faults);
        String id = webhooks.awaitOne("call.initiated").callControlId();
        customer.command(id, "answer", "{}");
        webhooks.awaitOne("call.answered");
        customer.command(id, "streaming_start", Customer.streamBody(media.url(), more));
        MediaServer.Socket socket = media.awaitSocket(0);
        return new Streamed(call, id, socket);
    }

    record Streamed(SimulatedCall call, String id, MediaServer.Socket socket) {
        CallReport hungUp() {
            call.hangUp();
            return call.await(Duration.ofSeconds(30));
        }
    }

    @Override
    public void close() {
        exchange.close();
        customer.close();
        media.close();
        webhooks.close();
    }
}
