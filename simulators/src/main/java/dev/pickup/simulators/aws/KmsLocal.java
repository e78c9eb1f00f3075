package dev.pickup.simulators.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collections;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A simulated AWS KMS on 127.0.0.1: `GenerateDataKey`, `Decrypt` and `ReEncrypt` of symmetric keys over
/// the real wire protocol (AWS JSON 1.1), with the encryption context enforced. Signatures are looked at,
/// not checked. Any thread; close it once.
///
/// Source: AWS KMS API Reference (2014-11-01) of those three operations, "Common Errors"; AWS JSON 1.1
/// protocol.
public final class KmsLocal implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TARGET = "TrentService.";

    private final KmsKeys keys = new KmsKeys();
    private final Queue<KmsFault> faults = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private KmsLocal(HttpServer server) {
        this.server = server;
    }

    /// Starts on a free port, without any key.
    public static KmsLocal start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            KmsLocal kms = new KmsLocal(server);
            server.setExecutor(kms.threads);
            server.createContext("/", kms::handle);
            server.start();
            return kms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// @return the new key's ARN
    public String createKey() {
        return keys.create();
    }

    /// From now on every use of the key ends in `DisabledException`.
    public void disable(String arn) {
        keys.disable(arn);
    }

    /// The next `times` requests end in this fault.
    public void failNext(int times, KmsFault with) {
        faults.addAll(Collections.nCopies(times, with));
    }

    /// Requests so far, refused ones too.
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            byte[] body = exchange.getRequestBody().readAllBytes();
            try {
                refuseUnsigned(exchange);
                throwFault();
                write(exchange, 200, answer(operation(exchange), JSON.readTree(body)));
            } catch (KmsFault e) {
                exchange.getResponseHeaders().set("x-amzn-errortype", e.type());
                ObjectNode error =
                        JSON.createObjectNode().put("__type", e.type()).put("message", e.type());
                write(exchange, e.status(), error);
            }
        }
    }

    private ObjectNode answer(String operation, JsonNode request) {
        return switch (operation) {
            case "GenerateDataKey" -> keys.generateDataKey(request);
            case "Decrypt" -> keys.decrypt(request);
            case "ReEncrypt" -> keys.reEncrypt(request);
            default -> throw new KmsFault("UnknownOperationException", 400);
        };
    }

    private void throwFault() {
        KmsFault next = faults.poll();
        if (next != null) {
            throw next;
        }
    }

    private static String operation(HttpExchange exchange) {
        String target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"))
                .orElse("");
        if (!target.startsWith(TARGET)) {
            throw new KmsFault("UnknownOperationException", 400);
        }
        return target.substring(TARGET.length());
    }

    private static void refuseUnsigned(HttpExchange exchange) {
        String authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        if (!authorization.startsWith("AWS4-HMAC-SHA256 ") || !authorization.contains("/kms/aws4_request")) {
            throw new KmsFault("MissingAuthenticationTokenException", 400);
        }
    }

    private static void write(HttpExchange exchange, int status, JsonNode json) throws IOException {
        byte[] body = json.toString().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
