package dev.pickup.functions.runtime.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.pickup.core.UnknownCursorException;
import dev.pickup.core.state.CorruptItemException;
import dev.pickup.core.state.StoreUnavailableException;
import dev.pickup.functions.runtime.api.ApiRequest.Role;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One function's part of the API of `openapi.yaml`, route by route. Any thread.
public final class ApiRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(ApiRoutes.class);

    private final Map<String, Route> routes;

    /// @param routes by route key: `GET /api/agents/{agentId}`
    public ApiRoutes(Map<String, Route> routes) {
        this.routes = Map.copyOf(routes);
    }

    /// What a route does.
    ///
    /// @param writes whether only owners may ask for it
    public record Route(boolean writes, Function<ApiRequest, ApiResponse> action) {
        public static Route read(Function<ApiRequest, ApiResponse> action) {
            return new Route(false, action);
        }

        public static Route write(Function<ApiRequest, ApiResponse> action) {
            return new Route(true, action);
        }
    }

    /// Answers whatever comes; no request ends in an exception.
    public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
        try {
            ApiRequest request = ApiRequest.of(event);
            Route route = Optional.ofNullable(
                            routes.get(Optional.ofNullable(event.getRouteKey()).orElse("")))
                    .orElseThrow(() -> new ProblemException(
                            404, "not-found", "There is nothing at this address; see the API's definition."));
            if (route.writes() && request.role() != Role.OWNER) {
                throw new ProblemException(
                        403, "role-forbidden", "Viewers may look but not change; ask an owner of the account.");
            }
            return route.action().apply(request).toGateway();
        } catch (ProblemException e) {
            return ApiResponse.problem(e).toGateway();
        } catch (UnknownCursorException e) {
            return problem(400, "cursor-invalid", "`next` is not from the page before; start from the first page.");
        } catch (StoreUnavailableException e) {
            LOG.warn("{} was not answered: {}", event.getRouteKey(), e.getMessage());
            return problem(503, "store-unavailable", "The database is busy; try again in a moment.");
        } catch (CorruptItemException e) {
            LOG.error("{} met a corrupt item", event.getRouteKey(), e);
            return problem(500, "internal-error", "Something is wrong with this data; our logs know what.");
        } catch (RuntimeException e) {
            LOG.error("{} failed", event.getRouteKey(), e);
            return problem(500, "internal-error", "Something went wrong here; our logs know what. Try again.");
        }
    }

    /// Every route that there is, for tests that compare them with the definition.
    public Set<String> routeKeys() {
        return routes.keySet();
    }

    private static APIGatewayV2HTTPResponse problem(int status, String code, String detail) {
        return ApiResponse.problem(new ProblemException(status, code, detail)).toGateway();
    }
}
