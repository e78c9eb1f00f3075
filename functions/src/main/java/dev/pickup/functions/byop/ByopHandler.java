package dev.pickup.functions.byop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.functions.runtime.api.ApiRoutes;
import dev.pickup.functions.runtime.api.ApiRoutes.Route;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;

/// Lambda entry of the operations that `openapi.yaml` marks `x-function: byop`. Give it 29 s, API
/// Gateway's own limit: carriers are asked several times in a row.
public final class ByopHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final ApiRoutes routes;

    public ByopHandler() {
        this(FunctionsWiring.fromEnvironment());
    }

    public ByopHandler(FunctionsWiring wiring) {
        this.routes = routes(wiring);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return routes.answer(event);
    }

    static ApiRoutes routes(FunctionsWiring wiring) {
        CredentialRoutes credentials = new CredentialRoutes(
                wiring.credentials(), wiring.credentialDesk(), wiring.customerAccounts(), wiring.clock());
        ImportRoutes imports = new ImportRoutes(wiring.importer(), wiring.agents());
        HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        NumberTestRoutes tests = new NumberTestRoutes(
                wiring.numbers(), new NumberTester(wiring, new WebhookProbe(wiring.publicBaseUrl(), http)));
        return new ApiRoutes(Map.of(
                "GET /api/telephony/byop/credentials", Route.read(credentials::list),
                "POST /api/telephony/byop/credentials", Route.write(credentials::add),
                "POST /api/telephony/byop/credentials/{credentialId}/test", Route.write(credentials::test),
                "DELETE /api/telephony/byop/credentials/{credentialId}", Route.write(credentials::delete),
                "GET /api/telephony/byop/credentials/{credentialId}/numbers", Route.read(credentials::numbers),
                "POST /api/telephony/byop/import-number", Route.write(imports::take),
                "POST /api/telephony/byop/rollback-number", Route.write(imports::rollBack),
                "POST /api/telephony/numbers/{e164}/test", Route.write(tests::test)));
    }
}
