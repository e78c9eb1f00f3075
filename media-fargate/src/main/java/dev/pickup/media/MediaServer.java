package dev.pickup.media;

import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/// A media task on a port of its own: media sockets, `/health` for the load balancer and `/metrics` for a scraper.
public final class MediaServer implements AutoCloseable {
    private final MediaTask task;
    private final Server server;
    private final ServerConnector connector;
    private volatile boolean ready;

    /// @param port 0 takes any free one
    public MediaServer(MediaTask task, String host, int port) {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setVirtualThreadsExecutor(new VirtualThreadPool()); // looking a token up blocks
        this.task = task;
        this.server = new Server(threads);
        this.connector = new ServerConnector(server);
        connector.setHost(host);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(new Handler.Sequence(task.handler(), new Answers()));
    }

    /// @throws Exception the port is taken, or may not be bound
    public void start() throws Exception {
        server.start();
    }

    /// From now on it is healthy: until then a load balancer sends nobody here.
    public void ready() {
        ready = true;
    }

    /// Where it listens, once started.
    public int port() {
        return connector.getLocalPort();
    }

    /// Ends the calls, then the server.
    @Override
    public void close() {
        task.close();
        stop();
    }

    /// Hands the calls over, each at a silence, then ends the server.
    public void handOver() {
        task.close(true);
        stop();
    }

    private void stop() {
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("The media server did not stop cleanly.", e);
        }
    }

    private final class Answers extends Handler.Abstract.NonBlocking {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            return switch (Request.getPathInContext(request)) {
                case "/health" -> health(response, callback);
                case "/metrics" ->
                    answer(
                            task.counters().text()
                                    + String.format(Locale.ROOT, "pickup_media_calls %d%n", task.calls()),
                            response,
                            callback);
                default -> false;
            };
        }

        private boolean health(Response response, Callback callback) {
            if (ready) {
                return answer("ok\n", response, callback);
            }
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE_503);
            Content.Sink.write(response, true, "warming up\n", callback);
            return true;
        }

        private static boolean answer(String text, Response response, Callback callback) {
            response.setStatus(HttpStatus.OK_200);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
            Content.Sink.write(response, true, text, callback);
            return true;
        }
    }
}
