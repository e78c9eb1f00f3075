package dev.pickup.simulators.aws;

import dev.pickup.simulators.eventstream.EventStreamServer;
import dev.pickup.simulators.eventstream.ServiceReply;
import dev.pickup.simulators.eventstream.ServiceRequest;
import dev.pickup.simulators.eventstream.StreamingService.Incoming;
import dev.pickup.simulators.tls.ServerCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// HTTP/2 on a port of 127.0.0.1. What ends a connection elsewhere ends a stream here: others share the connection. Any
/// thread; close it once.
final class Http2Door implements Door {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Desk desk;
    private final EventStreamServer server;

    /// @param certificate what it proves itself with; empty for plain text
    Http2Door(Desk desk, Optional<ServerCertificate> certificate) {
        this.desk = desk;
        this.server = EventStreamServer.start(Exchange::new, certificate);
    }

    @Override
    public URI uri() {
        return server.endpoint();
    }

    Set<EventStreamServer.Handshake> handshakes() {
        return server.handshakes();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.close();
    }

    /// One request, which is answered when it is there to its end.
    private final class Exchange implements Incoming {
        private final ServiceRequest head;
        private final ServiceReply reply;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private volatile boolean gone;

        Exchange(ServiceRequest head, ServiceReply reply) {
            this.head = head;
            this.reply = reply;
        }

        @Override
        public void data(byte[] bytes) {
            body.writeBytes(bytes);
        }

        @Override
        public void end() {
            threads.execute(this::serve);
        }

        @Override
        public void gone() {
            gone = true;
        }

        private void serve() {
            try {
                Optional<AwsReply> answer = desk.answer(AwsRequest.of(head, body.toByteArray()));
                if (answer.isEmpty()) {
                    reply.reset();
                    return;
                }
                Map<String, String> headers = new HashMap<>(answer.get().headers());
                headers.put("x-amzn-RequestId", UUID.randomUUID().toString());
                reply.head(answer.get().status(), headers);
                answer.get().body().write(new Body());
                reply.end();
            } catch (IOException _) { // as the script says, or the client has left
                reply.reset();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private final class Body extends OutputStream {
            @Override
            public void write(int each) throws IOException {
                write(new byte[] {(byte) each}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                if (gone) {
                    throw new IOException("The client has left.");
                }
                reply.bytes(Arrays.copyOfRange(bytes, from, from + count));
            }
        }
    }
}
