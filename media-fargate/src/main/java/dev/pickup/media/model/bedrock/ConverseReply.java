package dev.pickup.media.model.bedrock;

import dev.pickup.media.model.Deadline;
import dev.pickup.media.model.ToolArguments;
import dev.pickup.media.replying.LanguageModel.Event;
import dev.pickup.media.replying.LanguageModel.ModelUnavailableException;
import dev.pickup.media.replying.LanguageModel.StopReason;
import dev.pickup.media.replying.LanguageModel.Usage;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockStartEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamMetadataEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStopEvent;
import software.amazon.awssdk.services.bedrockruntime.model.TokenUsage;

/// Turns one stream's events into ours. Belongs to one reply; told on one thread.
final class ConverseReply {
    private final Consumer<Event> events;
    private final boolean toolsOffered;
    private final SortedMap<Integer, ToolUse> toolUses = new TreeMap<>();
    private Optional<StopReason> stopped = Optional.empty();
    private boolean complete;

    private static final class ToolUse {
        private final String id;
        private final String name;
        private final StringBuilder input = new StringBuilder();

        ToolUse(String id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    ConverseReply(Consumer<Event> events, boolean toolsOffered) {
        this.events = events;
        this.toolsOffered = toolsOffered;
    }

    boolean isComplete() {
        return complete;
    }

    /// Returns whether that was words, and more of them must follow soon.
    ///
    /// @throws ModelUnavailableException it is not what the protocol allows
    boolean take(ConverseStreamOutput output) {
        switch (output) {
            case ContentBlockStartEvent start -> begin(start);
            case ContentBlockDeltaEvent delta -> {
                return add(delta);
            }
            case MessageStopEvent stop -> stop(stop);
            case ConverseStreamMetadataEvent metadata -> complete(usage(metadata.usage()));
            default -> {} // the beginning of the message, ends of blocks, and what newer services add
        }
        return false;
    }

    /// No more comes.
    ///
    /// @throws ModelUnavailableException that was too early
    void end() {
        if (stopped.isEmpty()) {
            throw new ModelUnavailableException("The model's answer ended in the middle.");
        }
        complete(new Usage(0, 0, 0));
    }

    private void begin(ContentBlockStartEvent start) {
        var use = start.start().toolUse();
        if (use != null) {
            toolUses.put(start.contentBlockIndex(), new ToolUse(use.toolUseId(), use.name()));
        }
    }

    private boolean add(ContentBlockDeltaEvent event) {
        String text = event.delta().text();
        boolean words = text != null && !text.isEmpty();
        if (words) {
            events.accept(new Event.Token(text));
        }
        var input = event.delta().toolUse();
        ToolUse use = toolUses.get(event.contentBlockIndex());
        if (input != null && use != null) {
            use.input.append(input.input());
            if (use.input.length() > ToolArguments.MOST_CHARACTERS) {
                throw new ModelUnavailableException("The model wrote tool arguments without end.");
            }
        }
        return words && Deadline.wordsFollow(text, toolsOffered);
    }

    private void stop(MessageStopEvent stop) {
        stopped = Optional.of(
                switch (stop.stopReason()) {
                    case TOOL_USE -> StopReason.TOOLS_REQUESTED;
                    case MAX_TOKENS, MODEL_CONTEXT_WINDOW_EXCEEDED -> StopReason.LENGTH;
                    case GUARDRAIL_INTERVENED -> StopReason.DECLINED; // its own message comes as text
                    case CONTENT_FILTERED -> StopReason.FILTERED;
                    case MALFORMED_MODEL_OUTPUT, MALFORMED_TOOL_USE ->
                        throw new ModelUnavailableException("The model wrote something malformed.");
                    case END_TURN, STOP_SEQUENCE, UNKNOWN_TO_SDK_VERSION -> StopReason.END_OF_REPLY;
                });
        if (stopped.get() == StopReason.TOOLS_REQUESTED) {
            toolUses.values()
                    .forEach(use -> events.accept(
                            new Event.ToolRequested(use.id, use.name, ToolArguments.read(use.input.toString()))));
        }
    }

    private void complete(Usage usage) {
        complete = true;
        events.accept(new Event.Completed(stopped.orElse(StopReason.END_OF_REPLY), usage));
    }

    /// The service counts what was written to the cache and what was read from it apart from the input.
    private static Usage usage(TokenUsage usage) {
        return new Usage(
                orZero(usage.inputTokens()),
                orZero(usage.outputTokens()),
                orZero(usage.cacheReadInputTokens()),
                orZero(usage.cacheWriteInputTokens()));
    }

    private static int orZero(Integer count) {
        return Objects.requireNonNullElse(count, 0);
    }
}
