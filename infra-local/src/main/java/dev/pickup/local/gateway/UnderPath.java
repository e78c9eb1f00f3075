package dev.pickup.local.gateway;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Hands on what lies under a path; anything else is for the next handler.
final class UnderPath extends Handler.Wrapper {
    private final String path;

    /// @param path one address, or everything below it when it ends with a slash
    UnderPath(String path, Handler inside) {
        super(inside);
        this.path = path;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String asked = request.getHttpURI().getCanonicalPath();
        boolean isOurs = path.endsWith("/") ? asked.startsWith(path) : asked.equals(path);
        return isOurs && super.handle(request, response, callback);
    }
}
