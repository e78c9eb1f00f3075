package dev.pickup.functions.provisioning;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.functions.runtime.api.ApiRoutes;

/// Lambda entry of the API's part about managed numbers. Its time-out is that of API Gateway, 29 s.
public final class ProvisioningHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final ApiRoutes api;

    public ProvisioningHandler() {
        this(FunctionsWiring.fromEnvironment());
    }

    public ProvisioningHandler(FunctionsWiring wiring) {
        this.api = ProvisioningApi.of(ProvisioningParts.of(wiring));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return api.answer(event);
    }
}
