package dev.pickup.local.gateway;

import dev.pickup.local.issuer.LocalIssuer;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// What anybody may ask: is it up, and who issues its tokens. Any thread.
final class WellKnown extends Handler.Abstract {
    private final LocalIssuer issuer;

    WellKnown(LocalIssuer issuer) {
        this.issuer = issuer;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        answer(request).with("Cache-Control", "no-cache").write(response, callback);
        return true;
    }

    private Answer answer(Request request) {
        if (!request.getMethod().equals("GET")) {
            return Answer.problem(405, "method-not-allowed", "Method not allowed", "This address is only read.")
                    .with("Allow", "GET");
        }
        return switch (request.getHttpURI().getCanonicalPath()) {
            case "/health" -> Answer.json(200, Map.of("status", "ok"));
            case "/.well-known/jwks.json" -> Answer.json(200, issuer.jwks());
            case "/.well-known/openid-configuration" -> Answer.json(200, issuer.discovery());
            default -> Answer.problem(404, "not-found", "Not found", "There is nothing at this address.");
        };
    }
}
