package dev.pickup.local.gateway;

import java.nio.file.Path;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.ResourceFactory;

/// The built web app. An address without a file of its own is a page of the app, so it gets `index.html`. Files under
/// `/assets/` carry a hash in their name and are kept for ever; all others are asked for again each time.
final class Dashboard extends Handler.Wrapper {
    private static final String FOREVER = "public, max-age=31536000, immutable";

    Dashboard(Path folder) {
        ResourceHandler files = new ResourceHandler();
        files.setBaseResource(ResourceFactory.of(this).newResource(folder));
        files.setDirAllowed(false);
        files.setEtags(true);
        setHandler(files);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getCanonicalPath();
        boolean isPage = !path.substring(path.lastIndexOf('/') + 1).contains(".");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, path.startsWith("/assets/") ? FOREVER : "no-cache");
        return super.handle(isPage ? index(request) : request, response, callback);
    }

    private static Request index(Request request) {
        HttpURI uri = HttpURI.build(request.getHttpURI()).path("/index.html").asImmutable();
        return Request.serveAs(request, uri);
    }
}
