package dev.pickup.functions.console;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.functions.runtime.api.ApiRoutes;

/// Lambda entry of the dashboard's API.
public final class ConsoleHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final ApiRoutes api;

    public ConsoleHandler() {
        this(FunctionsWiring.fromEnvironment(), RecordingSource.NONE);
    }

    /// @param recordings where recordings are kept
    public ConsoleHandler(FunctionsWiring wiring, RecordingSource recordings) {
        this(ConsoleApi.of(ConsoleParts.of(wiring, recordings)));
    }

    public ConsoleHandler(ApiRoutes api) {
        this.api = api;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return api.answer(event);
    }
}
