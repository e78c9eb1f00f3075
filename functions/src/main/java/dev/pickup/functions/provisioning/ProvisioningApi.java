package dev.pickup.functions.provisioning;

import static dev.pickup.functions.runtime.api.ApiRoutes.Route.read;
import static dev.pickup.functions.runtime.api.ApiRoutes.Route.write;

import dev.pickup.functions.runtime.api.ApiRoutes;
import java.util.Map;

/// The routes of `openapi.yaml` with `x-function: provisioning`.
public final class ProvisioningApi {
    private ProvisioningApi() {}

    public static ApiRoutes of(ProvisioningParts parts) {
        MarketRoutes market = new MarketRoutes(parts.market());
        PurchaseRoutes purchases = new PurchaseRoutes(parts);
        ReleaseRoutes releases = new ReleaseRoutes(parts);
        return new ApiRoutes(Map.of(
                "GET /api/telephony/managed/countries", read(market::countries),
                "GET /api/telephony/managed/available-numbers", read(market::search),
                "POST /api/telephony/managed/purchase-number", write(purchases::purchase),
                "DELETE /api/telephony/numbers/{e164}", write(releases::release)));
    }
}
