package dev.pickup.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Carries connections to a port of this machine and back, and cuts as many as it is told as soon as they have said
/// their first word: in the middle of a handshake. Any thread; close it once.
final class CuttingRelay implements AutoCloseable {
    private final int port;
    private final ServerSocket door;
    private final AtomicInteger toCut = new AtomicInteger();
    private final AtomicInteger cut = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    CuttingRelay(int port) {
        this.port = port;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("No port for a relay.", e);
        }
        Thread.ofVirtual().name("relay").start(this::accept);
    }

    URI uri() {
        return URI.create("https://localhost:" + door.getLocalPort());
    }

    void cutNext(int connections) {
        toCut.set(connections);
    }

    /// How many it has cut.
    int cut() {
        return cut.get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket each : open) {
            each.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                open.add(client);
                Thread.ofVirtual().start(() -> carry(client));
            }
        } catch (IOException _) { // closed
        }
    }

    private void carry(Socket client) {
        try (client;
                Socket service = new Socket(InetAddress.getLoopbackAddress(), port)) {
            open.add(service);
            if (toCut.getAndUpdate(rest -> Math.max(0, rest - 1)) > 0) {
                int _ = client.getInputStream().read();
                cut.incrementAndGet();
                return;
            }
            Thread back = Thread.ofVirtual().start(() -> copy(service, client));
            copy(client, service);
            back.join();
        } catch (IOException _) { // one side has left
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException _) { // one side has left
        }
    }
}
