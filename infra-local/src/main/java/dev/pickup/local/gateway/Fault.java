package dev.pickup.local.gateway;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers what no other part answered, and what the HTTP server itself refuses, as problem details.
final class Fault implements Request.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(Fault.class);

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() >= 400 ? response.getStatus() : 404;
        if (status >= 500) {
            LOG.error("A request failed", (Throwable) request.getAttribute(ErrorHandler.ERROR_EXCEPTION));
        }
        String title = HttpStatus.getMessage(status);
        String code = switch (status) {
            case 404 -> "not-found";
            case 413, 431 -> "request-too-large";
            default -> status < 500 ? "request-invalid" : "internal-error";
        };
        Answer.problem(status, code, title, title + ".").write(response, callback);
        return true;
    }
}
