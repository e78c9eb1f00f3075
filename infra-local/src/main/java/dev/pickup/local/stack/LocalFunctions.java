package dev.pickup.local.stack;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.pickup.events.DomainEvent;
import dev.pickup.functions.billing.BillingHandler;
import dev.pickup.functions.billing.NumberChargesHandler;
import dev.pickup.functions.byop.ByopHandler;
import dev.pickup.functions.console.ConsoleHandler;
import dev.pickup.functions.console.RecordingSource;
import dev.pickup.functions.finalization.FinalizationHandler;
import dev.pickup.functions.finalization.ProjectorHandler;
import dev.pickup.functions.provisioning.ProvisioningHandler;
import dev.pickup.functions.provisioning.TelnyxOrdersHandler;
import dev.pickup.functions.reconciler.ReconcilerHandler;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.functions.runtime.OutboxHandler;
import dev.pickup.functions.tool.ToolHandler;
import dev.pickup.functions.webhook.TelnyxVoiceHandler;
import dev.pickup.functions.webhook.TwilioVoiceHandler;
import dev.pickup.local.bus.BusRule;
import dev.pickup.local.bus.EventPattern;
import dev.pickup.local.lambda.LambdaHost;
import dev.pickup.local.lambda.LocalFunction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The functions, hosted as in the cloud, with the cloud's time-outs.
record LocalFunctions(
        LocalFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> console,
        LocalFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> provisioning,
        LocalFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> byop,
        LocalFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> telnyxVoice,
        LocalFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> twilioVoice,
        LocalFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> telnyxOrders,
        LocalFunction<KinesisEvent, StreamsEventResponse> projector,
        LocalFunction<DynamodbEvent, StreamsEventResponse> finalization,
        LocalFunction<DynamodbEvent, StreamsEventResponse> callsOutbox,
        LocalFunction<DynamodbEvent, StreamsEventResponse> accountsOutbox,
        LocalFunction<ScheduledEvent, ?> reconciler,
        LocalFunction<ScheduledEvent, ?> numberCharges,
        LocalFunction<Map<String, Object>, ?> billing,
        LocalFunction<Map<String, Object>, Map<String, Object>> tools) {
    private static final Duration REQUEST = Duration.ofSeconds(10);
    /// API Gateway's own limit.
    private static final Duration LONG_REQUEST = Duration.ofSeconds(29);
    private static final Duration BATCH = Duration.ofSeconds(60);

    static LocalFunctions host(LambdaHost lambda, FunctionsWiring wiring, RecordingSource recordings) {
        OutboxHandler outbox = new OutboxHandler(wiring);
        return new LocalFunctions(
                lambda.host("console", REQUEST, new ConsoleHandler(wiring, recordings)),
                lambda.host("provisioning", LONG_REQUEST, new ProvisioningHandler(wiring)),
                lambda.host("byop", LONG_REQUEST, new ByopHandler(wiring)),
                lambda.host("telnyx-voice", REQUEST, new TelnyxVoiceHandler(wiring)),
                lambda.host("twilio-voice", LONG_REQUEST, new TwilioVoiceHandler(wiring)),
                lambda.host("telnyx-orders", REQUEST, new TelnyxOrdersHandler(wiring)),
                lambda.host("projector", BATCH, new ProjectorHandler(wiring)),
                lambda.host("finalization", BATCH, new FinalizationHandler(wiring)),
                lambda.host("outbox-calls", BATCH, outbox),
                lambda.host("outbox-accounts", BATCH, outbox),
                lambda.host("reconciler", BATCH, new ReconcilerHandler(wiring)),
                lambda.host("number-charges", BATCH, new NumberChargesHandler(wiring)),
                lambda.host("billing", BATCH, new BillingHandler(wiring)),
                lambda.host("tools", REQUEST, new ToolHandler(wiring)));
    }

    /// Who answers the API, as `x-function` of its definition names them.
    Map<String, LocalFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> api() {
        return Map.of("console", console, "provisioning", provisioning, "byop", byop);
    }

    /// Who takes carriers' webhooks, by path.
    Map<String, LocalFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> webhooks() {
        return Map.of(
                "/webhooks/telnyx/voice", telnyxVoice,
                "/webhooks/telnyx/orders", telnyxOrders,
                "/webhooks/twilio/voice", twilioVoice,
                "/webhooks/twilio/voice/status", twilioVoice,
                "/webhooks/twilio/voice/handoff", twilioVoice,
                "/webhooks/twilio/messaging", twilioVoice);
    }

    /// What happens on the bus, as the cloud's rules have it.
    List<BusRule> rules() {
        EventPattern priced = new EventPattern(Set.of(DomainEvent.SOURCE), Set.of("call.finalized", "number.charged"));
        return List.of(new BusRule("billing", priced, billing));
    }
}
