package dev.pickup.media.model.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pickup.media.model.Deadline;
import dev.pickup.media.replying.LanguageModel.Event;
import dev.pickup.media.replying.LanguageModel.ModelUnavailableException;
import dev.pickup.media.replying.LanguageModel.StopReason;
import dev.pickup.media.replying.LanguageModel.Usage;
import java.util.function.Consumer;

/// Turns the chunks of one streamed chat completion into events. Belongs to one reply.
final class ChatStream {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DONE = "[DONE]";

    private final Consumer<Event> events;
    private final boolean toolsOffered;
    private final ToolCallAssembler toolCalls = new ToolCallAssembler();
    private String finishReason = "";
    private Usage usage = new Usage(0, 0, 0);
    private boolean refused;
    private boolean complete;

    ChatStream(Consumer<Event> events, boolean toolsOffered) {
        this.events = events;
        this.toolsOffered = toolsOffered;
    }

    /// True when [Event.Completed] was sent.
    boolean isComplete() {
        return complete;
    }

    /// Takes the data of one event in. Returns whether that was words, and more of them must
    /// follow soon.
    ///
    /// @throws ModelUnavailableException it reports an error, or is not what the protocol allows
    boolean accept(String data) {
        if (complete) {
            return false;
        }
        if (data.strip().equals(DONE)) {
            end();
            return false;
        }
        JsonNode chunk = parse(data);
        if (chunk.hasNonNull("error")) {
            throw new ModelUnavailableException("The model broke off its answer with an error.");
        }
        JsonNode choice = chunk.path("choices").path(0);
        JsonNode delta = choice.path("delta");
        String text = delta.path("content").asText("");
        if (delta.hasNonNull("content") && !text.isEmpty()) {
            events.accept(new Event.Token(text));
        }
        if (delta.hasNonNull("refusal") && !delta.path("refusal").asText().isEmpty()) {
            refused = true; // polite words of the model's, instead of an answer: the caller hears them
            events.accept(new Event.Token(delta.path("refusal").asText()));
        }
        delta.path("tool_calls").forEach(toolCalls::add);
        if (choice.hasNonNull("finish_reason")) {
            finishReason = choice.path("finish_reason").asText();
        }
        if (chunk.hasNonNull("usage")) {
            usage = usage(chunk.path("usage"));
        }
        return finishReason.isEmpty() && Deadline.wordsFollow(text, toolsOffered);
    }

    private void end() {
        if (finishReason.isEmpty()) {
            throw new ModelUnavailableException("The model's answer ended in the middle.");
        }
        toolCalls.requests().forEach(events);
        complete = true;
        events.accept(new Event.Completed(stopReason(), usage));
    }

    private StopReason stopReason() {
        if (!toolCalls.isEmpty()) {
            return StopReason.TOOLS_REQUESTED;
        }
        return switch (finishReason) {
            case "length" -> StopReason.LENGTH;
            case "content_filter" -> refused ? StopReason.DECLINED : StopReason.FILTERED;
            default -> refused ? StopReason.DECLINED : StopReason.END_OF_REPLY;
        };
    }

    private static Usage usage(JsonNode usage) {
        long cached = usage.path("prompt_tokens_details").path("cached_tokens").asLong();
        long prompt = usage.path("prompt_tokens").asLong(); // cached ones included
        return new Usage(prompt - cached, usage.path("completion_tokens").asLong(), cached);
    }

    private static JsonNode parse(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException _) {
            throw new ModelUnavailableException("The model sent something that is not JSON.");
        }
    }
}
