package dev.pickup.simulators.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;

/// An endpoint that speaks OpenAI's chat completions on a loopback port: it wants the right key and well-formed
/// requests, and answers at the pace of its [ChatTerms]. Any thread; close it once.
///
/// Source: OpenAI API reference, "Create chat completion", "Streaming"; error codes guide, read 2026-11.
public final class OpenAiSimulator implements AutoCloseable {
    /// The only key that is let in. Of no account anywhere.
    public static final String KEY = "sk-simulated";

    private static final int CHARACTERS_PER_TOKEN = 4;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ChatTerms terms;
    private final Function<JsonNode, List<String>> brain;
    private final Random random = new Random(7);
    private final Queue<ChatFault> faults = new ConcurrentLinkedQueue<>();
    private volatile Predicate<JsonNode> spared = _ -> false;
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final List<String> refusals = new CopyOnWriteArrayList<>();

    private OpenAiSimulator(ChatTerms terms, Function<JsonNode, List<String>> brain) throws IOException {
        this.terms = terms;
        this.brain = brain;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /// @param brain what is answered to a request, in pieces as they shall come
    public static OpenAiSimulator start(ChatTerms terms, Function<JsonNode, List<String>> brain) {
        try {
            return new OpenAiSimulator(terms, brain);
        } catch (IOException e) {
            throw new UncheckedIOException("No port for a simulated endpoint.", e);
        }
    }

    /// For `MODEL_BASE_URL`.
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /// The next requests that are well formed meet these, one each, in this order.
    public void next(ChatFault... script) {
        faults.addAll(List.of(script));
    }

    /// Such requests are answered as if there were no script.
    public void spare(Predicate<JsonNode> requests) {
        spared = requests;
    }

    /// Bodies of requests that were well formed, in order.
    public List<JsonNode> requests() {
        return List.copyOf(requests);
    }

    /// Why other requests were refused.
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /// Whatever is thrown here breaks the connection.
    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (!exchange.getRequestMethod().equals("POST")
                || !exchange.getRequestURI().getPath().equals("/v1/chat/completions")) {
            refuse(exchange, 404, "unknown_url", "Unknown request URL.");
        } else if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            refuse(exchange, 401, "invalid_api_key", "Incorrect API key provided.");
        } else {
            answer(exchange, read(body));
        }
    }

    private void answer(HttpExchange exchange, JsonNode request) throws IOException {
        Optional<String> complaint = ChatRules.complaint(request);
        if (complaint.isPresent()) {
            refuse(exchange, 400, "invalid_request_error", complaint.get());
            return;
        }
        requests.add(request);
        Optional<ChatFault> fault = spared.test(request) ? Optional.empty() : Optional.ofNullable(faults.poll());
        if (fault.isPresent() && fault.get() instanceof ChatFault.Refuse(int status, String code)) {
            refuse(exchange, status, code, "As the script says.");
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0); // 0: chunked
        OutputStream out = exchange.getResponseBody();
        try {
            new ChatAnswer(out, request.path("model").asText(), firstToken(), terms.betweenTokens(), fault)
                    .write(brain.apply(request), promptTokens(request));
            out.close();
        } catch (ChatAnswer.EndedException _) {
            out.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void refuse(HttpExchange exchange, int status, String code, String message) throws IOException {
        refusals.add(message);
        var json = JSON.createObjectNode();
        json.putObject("error").put("message", message).put("code", code);
        byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Duration firstToken() {
        synchronized (random) {
            return terms.firstToken().sample(random);
        }
    }

    private static Optional<Integer> promptTokens(JsonNode request) {
        return request.at("/stream_options/include_usage").asBoolean()
                ? Optional.of(request.path("messages").toString().length() / CHARACTERS_PER_TOKEN)
                : Optional.empty();
    }

    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException _) {
            return JSON.createObjectNode();
        }
    }
}
