package dev.pickup.simulators.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One streamed answer: chunks as server-sent events. Belongs to one request.
final class ChatAnswer {
    private static final String ID = "chatcmpl-" + UUID.randomUUID();

    private final OutputStream out;
    private final String model;
    private final Duration firstToken;
    private final Duration betweenTokens;
    private final Optional<ChatFault> fault;
    private int pieces;

    /// Thrown to end an answer where its script says.
    static final class EndedException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    ChatAnswer(OutputStream out, String model, Duration firstToken, Duration betweenTokens, Optional<ChatFault> fault) {
        this.out = out;
        this.model = model;
        this.firstToken = firstToken;
        this.betweenTokens = betweenTokens;
        this.fault = fault;
    }

    /// @param promptTokens empty when the client did not ask for them
    /// @throws IOException the client left, or the script breaks the connection
    void write(List<String> text, Optional<Integer> promptTokens)
            throws IOException, InterruptedException, EndedException {
        Thread.sleep(firstToken);
        boolean declines = fault.isPresent() && fault.get() instanceof ChatFault.Decline;
        List<String> said = fault.isPresent() && fault.get() instanceof ChatFault.Decline(String words)
                ? List.of(words.split("(?<= )", -1))
                : text;
        delta("role", "assistant");
        for (String piece : said) {
            misbehave();
            if (pieces > 0) {
                Thread.sleep(betweenTokens);
            }
            pieces++;
            delta(declines ? "refusal" : "content", piece);
        }
        finish("stop", promptTokens);
    }

    private void misbehave() throws IOException, InterruptedException, EndedException {
        switch (fault.orElse(new ChatFault.Refuse(0, ""))) {
            case ChatFault.Stall(int after, Duration time) when after == pieces -> Thread.sleep(time);
            case ChatFault.ErrorEvent(int after)
            when after == pieces -> {
                ObjectNode error = JsonNodeFactory.instance.objectNode();
                error.putObject("error").put("message", "As the script says.").put("type", "server_error");
                data(error.toString());
                throw new EndedException();
            }
            case ChatFault.Cut(int after) when after == pieces -> throw new IOException("As the script says.");
            case ChatFault.EndEarly(int after) when after == pieces -> throw new EndedException();
            case ChatFault.Filter(int after)
            when after == pieces -> {
                finish("content_filter", Optional.empty());
                throw new EndedException();
            }
            case ChatFault.TooLong(int after)
            when after == pieces -> {
                finish("length", Optional.empty());
                throw new EndedException();
            }
            case ChatFault _ -> {}
        }
    }

    private void delta(String name, String value) throws IOException {
        ObjectNode chunk = chunk();
        chunk.withArray("choices")
                .addObject()
                .put("index", 0)
                .putObject("delta")
                .put(name, value);
        data(chunk.toString());
    }

    private void finish(String reason, Optional<Integer> promptTokens) throws IOException {
        ObjectNode last = chunk();
        last.withArray("choices")
                .addObject()
                .put("index", 0)
                .put("finish_reason", reason)
                .putObject("delta");
        data(last.toString());
        if (promptTokens.isPresent()) {
            ObjectNode usage = chunk();
            usage.putArray("choices");
            usage.putObject("usage")
                    .put("prompt_tokens", promptTokens.get())
                    .put("completion_tokens", pieces)
                    .put("total_tokens", promptTokens.get() + pieces);
            data(usage.toString());
        }
        data("[DONE]");
    }

    private ObjectNode chunk() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", ID)
                .put("object", "chat.completion.chunk")
                .put("model", model);
    }

    private void data(String json) throws IOException {
        out.write(("data: " + json + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
