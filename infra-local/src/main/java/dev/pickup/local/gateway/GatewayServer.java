package dev.pickup.local.gateway;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// The HTTP server on 127.0.0.1. Takes its port first, so that a busy one is known before anything else starts, and
/// serves once it is told what. Any thread; close it once.
public final class GatewayServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final long STOP_MS = 2_000;
    private static final long IDLE_AT_STOP_MS = 100;
    private static final int THREADS = 32;

    private final Server server;
    private final ServerConnector connector;
    private final ResponseAudit audit = new ResponseAudit();

    private GatewayServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /// Takes the port; 0 takes any free one. Nothing is answered yet.
    ///
    /// @throws PortBusyException it is in use
    public static GatewayServer reserve(int port) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("gateway");
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        connector.setShutdownIdleTimeout(IDLE_AT_STOP_MS);
        server.addConnector(connector);
        try {
            connector.open();
        } catch (IOException e) {
            throw new PortBusyException(port, e);
        }
        return new GatewayServer(server, connector);
    }

    public int port() {
        return connector.getLocalPort();
    }

    /// Where it is on this machine.
    public URI baseUrl() {
        return URI.create("http://localhost:" + port());
    }

    /// Begins to serve.
    public void serve(GatewayParts parts) {
        List<Handler> handlers = new ArrayList<>();
        handlers.add(new UnderPath(
                "/api/",
                new ApiFront(parts.api(), parts.issuer().verifier(), parts.functions(), audit, parts.clock())));
        handlers.add(new UnderPath("/webhooks/", new WebhookFront(parts.webhooks(), parts.clock())));
        parts.media().ifPresent(media -> handlers.add(new UnderPath("/media/", media)));
        handlers.add(new UnderPath("/health", new WellKnown(parts.issuer())));
        handlers.add(new UnderPath("/.well-known/", new WellKnown(parts.issuer())));
        parts.dashboard().ifPresent(folder -> handlers.add(new Dashboard(folder)));
        server.setHandler(new SecurityHeaders(new Handler.Sequence(handlers)));
        server.setErrorHandler(new Fault());
        server.setStopTimeout(STOP_MS);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP server did not start", e);
        }
    }

    /// What the API answered other than its definition says.
    public ResponseAudit audit() {
        return audit;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP server did not stop", e);
        } finally {
            connector.close();
        }
    }
}
