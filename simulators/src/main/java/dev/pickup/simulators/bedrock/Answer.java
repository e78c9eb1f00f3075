package dev.pickup.simulators.bedrock;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.bedrock.Brain.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One answer on its way: paced, and broken where its fault says. Belongs to one thread.
final class Answer {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EventWriter out;
    private final Duration firstToken;
    private final Duration betweenTokens;
    private final Optional<BedrockFault> fault;
    private final PromptCache.Count input;
    private int block;
    private int pieces;
    private int characters;

    /// The stream is over before its time.
    static final class Cut extends Exception {
        private static final long serialVersionUID = 1L;
    }

    Answer(
            EventWriter out,
            Duration firstToken,
            Duration betweenTokens,
            Optional<BedrockFault> fault,
            PromptCache.Count input) {
        this.input = input;
        this.out = out;
        this.firstToken = firstToken;
        this.betweenTokens = betweenTokens;
        this.fault = fault;
    }

    void write(List<Part> parts) throws IOException, InterruptedException, Cut {
        Thread.sleep(firstToken);
        out.event("messageStart", JSON.createObjectNode().put("role", "assistant"));
        boolean tools = false;
        for (block = 0; block < parts.size(); block++) {
            switch (parts.get(block)) {
                case Part.Text(List<String> words) -> text(words);
                case Part.ToolUse use -> {
                    tools = true;
                    toolUse(use);
                }
            }
            out.event("contentBlockStop", index());
        }
        misbehave();
        end(tools ? "tool_use" : "end_turn");
    }

    private void end(String reason) throws IOException {
        out.event("messageStop", JSON.createObjectNode().put("stopReason", reason));
        out.event("metadata", metadata());
    }

    private void text(List<String> words) throws IOException, InterruptedException, Cut {
        for (String word : words) {
            piece(word.length());
            textDelta(word);
        }
    }

    private void textDelta(String text) throws IOException {
        ObjectNode event = index();
        event.putObject("delta").put("text", text);
        out.event("contentBlockDelta", event);
    }

    /// The arguments come in pieces, as a model writes them.
    private void toolUse(Part.ToolUse use) throws IOException, InterruptedException, Cut {
        ObjectNode start = index();
        start.putObject("start").putObject("toolUse").put("toolUseId", use.id()).put("name", use.name());
        out.event("contentBlockStart", start);
        String input = use.input().toString();
        int half = input.length() / 2;
        for (String piece : List.of("", input.substring(0, half), input.substring(half))) {
            piece(piece.length());
            ObjectNode event = index();
            event.putObject("delta").putObject("toolUse").put("input", piece);
            out.event("contentBlockDelta", event);
        }
    }

    private void piece(int length) throws IOException, InterruptedException, Cut {
        misbehave();
        if (pieces > 0) {
            Thread.sleep(betweenTokens);
        }
        pieces++;
        characters += length;
    }

    private void misbehave() throws IOException, InterruptedException, Cut {
        if (fault.isEmpty() || fault.get().pieces() != pieces) {
            return;
        }
        switch (fault.get()) {
            case BedrockFault.StreamException(int _, String type) -> {
                out.exception(type, JSON.createObjectNode().put("message", "As the script says."));
                throw new Cut();
            }
            case BedrockFault.EndEarly _ -> throw new Cut();
            case BedrockFault.Break _ -> throw new IOException("As the script says.");
            case BedrockFault.Stop(int _, String reason, String words) -> {
                if (!words.isEmpty()) {
                    textDelta(words);
                }
                out.event("contentBlockStop", index());
                end(reason);
                throw new Cut();
            }
            case BedrockFault.Stall(int _, Duration time) -> Thread.sleep(time);
        }
    }

    private ObjectNode metadata() {
        int output = Math.max(1, Math.ceilDiv(characters, 4));
        ObjectNode metadata = JSON.createObjectNode();
        metadata.putObject("usage")
                .put("inputTokens", input.input())
                .put("outputTokens", output)
                .put("totalTokens", input.input() + input.read() + input.written() + output)
                .put("cacheReadInputTokens", input.read())
                .put("cacheWriteInputTokens", input.written());
        metadata.putObject("metrics").put("latencyMs", firstToken.toMillis());
        return metadata;
    }

    private ObjectNode index() {
        return JSON.createObjectNode().put("contentBlockIndex", block);
    }
}
