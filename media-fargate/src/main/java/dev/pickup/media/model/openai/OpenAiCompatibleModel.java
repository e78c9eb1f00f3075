package dev.pickup.media.model.openai;

import dev.pickup.media.model.Deadline;
import dev.pickup.media.model.ModelTimeouts;
import dev.pickup.media.replying.LanguageModel;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Streams chat completions over HTTP/1.1. Safe on any number of threads, each reply on its own connection.
///
/// Interrupting the replying thread closes the connection, so that the endpoint stops too. Source: OpenAI API
/// reference, "Create chat completion", streaming; server-sent events as the WHATWG HTML standard defines them.
public final class OpenAiCompatibleModel implements LanguageModel {
    private final URI endpoint;
    private final String authorization;
    private final String modelName;
    private final ModelTimeouts timeouts;
    private final HttpClient client;

    /// @param baseUrl up to and including the version, e.g. `https://api.openai.com/v1`
    /// @param key sent as bearer token; empty for an endpoint that wants none
    /// @param modelName used by agents that name no model
    /// @throws IllegalArgumentException the address or the key is malformed; the key is not in the message
    public OpenAiCompatibleModel(URI baseUrl, String key, String modelName, ModelTimeouts timeouts) {
        if (!List.of("http", "https").contains(baseUrl.getScheme()) || baseUrl.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "MODEL_BASE_URL must be an http or https address without user or password in it.");
        }
        if (!key.chars().allMatch(letter -> letter > ' ' && letter < 127)) {
            throw new IllegalArgumentException(
                    "MODEL_API_KEY holds a character that no key has: a space or a line end?");
        }
        String base = baseUrl.toString();
        this.endpoint = URI.create((base.endsWith("/") ? base : base + "/") + "chat/completions");
        this.authorization = key.isEmpty() ? "" : "Bearer " + key;
        this.modelName = modelName;
        this.timeouts = timeouts;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeouts.connect())
                .build();
    }

    @Override
    public void reply(Request request, Consumer<Event> events) {
        String model =
                request.agent().model().isEmpty() ? modelName : request.agent().model();
        Deadline deadline = new Deadline(timeouts, System::nanoTime);
        var sent = client.sendAsync(httpRequest(ChatRequest.json(request, model)), BodyHandlers.ofPublisher());
        try {
            HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = await(sent, deadline);
            try (ByteQueue bytes = new ByteQueue()) {
                response.body().subscribe(bytes);
                Refusal.check(response.statusCode(), model);
                ChatStream chat = new ChatStream(events, !request.tools().isEmpty());
                EventStream lines = new EventStream();
                while (!chat.isComplete()) {
                    lines.feed(bytes.next(deadline), data -> {
                        if (chat.accept(data)) {
                            deadline.wordsFollow();
                        } else {
                            deadline.somethingCame();
                        }
                    });
                }
            }
        } catch (InterruptedException _) {
            throw new CancellationException("The reply was cancelled.");
        } finally {
            sent.cancel(true);
        }
    }

    @Override
    public String name() {
        return "openai-compatible/" + modelName;
    }

    private HttpRequest httpRequest(String body) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            builder.header("Authorization", authorization);
        }
        return builder.build();
    }

    private static <T> T await(CompletableFuture<T> sent, Deadline deadline) throws InterruptedException {
        try {
            return sent.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new ModelUnavailableException("The model did not answer in time.", e);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            String kind = cause.getClass().getSimpleName();
            throw new ModelUnavailableException(
                    "The model cannot be reached (" + kind + "): is MODEL_BASE_URL right?", cause);
        }
    }
}
