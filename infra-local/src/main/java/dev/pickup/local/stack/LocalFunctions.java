package dev.pickup.local.stack;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import dev.pickup.functions.console.ConsoleApi;
import dev.pickup.functions.console.ConsoleHandler;
import dev.pickup.functions.console.ConsoleParts;
import dev.pickup.functions.console.RecordingSource;
import dev.pickup.functions.finalization.FinalizationHandler;
import dev.pickup.functions.finalization.ProjectorHandler;
import dev.pickup.functions.reconciler.ReconcilerHandler;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.functions.runtime.OutboxHandler;
import dev.pickup.functions.webhook.TelnyxVoiceHandler;
import dev.pickup.local.lambda.LambdaHost;
import dev.pickup.local.lambda.LocalFunction;
import java.time.Duration;

/// The functions, hosted as in the cloud, with the cloud's time-outs.
record LocalFunctions(
        LocalFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> console,
        LocalFunction<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> telnyxVoice,
        LocalFunction<KinesisEvent, StreamsEventResponse> projector,
        LocalFunction<DynamodbEvent, StreamsEventResponse> finalization,
        LocalFunction<DynamodbEvent, StreamsEventResponse> callsOutbox,
        LocalFunction<DynamodbEvent, StreamsEventResponse> accountsOutbox,
        LocalFunction<ScheduledEvent, ?> reconciler) {
    private static final Duration REQUEST = Duration.ofSeconds(10);
    private static final Duration BATCH = Duration.ofSeconds(60);

    static LocalFunctions host(LambdaHost lambda, FunctionsWiring wiring, RecordingSource recordings) {
        OutboxHandler outbox = new OutboxHandler(wiring);
        return new LocalFunctions(
                lambda.host("console", REQUEST, new ConsoleHandler(new ConsoleApi(parts(wiring, recordings)))),
                lambda.host("telnyx-voice", REQUEST, new TelnyxVoiceHandler(wiring)),
                lambda.host("projector", BATCH, new ProjectorHandler(wiring)),
                lambda.host("finalization", BATCH, new FinalizationHandler(wiring)),
                lambda.host("outbox-calls", BATCH, outbox),
                lambda.host("outbox-accounts", BATCH, outbox),
                lambda.host("reconciler", BATCH, new ReconcilerHandler(wiring)));
    }

    private static ConsoleParts parts(FunctionsWiring wiring, RecordingSource recordings) {
        return new ConsoleParts(
                wiring.accounts(),
                wiring.agents(),
                wiring.numbers(),
                wiring.calls(),
                wiring.usage(),
                recordings,
                wiring.clock());
    }
}
