package dev.pickup.media.replying;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Writes the agent's reply, token by token, and asks for tools.
///
/// Threads: `reply` blocks the calling (virtual) thread until the reply is complete and calls `events` on it; any
/// number of replies at once. Cancel by interrupting that thread: it returns within 50 ms by throwing
/// [java.util.concurrent.CancellationException].
/// Ends: normally after [Event.Completed]; [ModelUnavailableException] (no answer in time, 429, 5xx, broken stream:
/// worth repeating) or [ModelRejectedException] (the request will not get better).
public interface LanguageModel {
    /// Runs one reply. Repeat: safe, but costs tokens again.
    void reply(Request request, Consumer<Event> events);

    /// As it appears in the journal and the rate card, e.g. `offline/receptionist (rule-based)`.
    String name();

    /// @param agent       what the agent is: prompt, business facts, what it may do
    /// @param messages    the conversation, oldest first; agent messages hold only what the caller heard
    /// @param tools       what may be called
    /// @param temperature 0 to 1
    /// @param now         local date and time of the business, ISO 8601 with offset: what "tomorrow" means
    /// @param answerIn    BCP 47, the language to answer in now; empty when the agent speaks one language only
    /// @param silence     how long the caller has heard nothing by now: a model made of several is late sooner
    record Request(
            AgentBrief agent,
            List<Message> messages,
            List<ToolDefinition> tools,
            double temperature,
            String now,
            Optional<String> answerIn,
            Duration silence) {
        public Request {
            messages = List.copyOf(messages);
            tools = List.copyOf(tools);
        }

        /// For somebody who does not wait.
        public Request(
                AgentBrief agent,
                List<Message> messages,
                List<ToolDefinition> tools,
                double temperature,
                String now,
                Optional<String> answerIn) {
            this(agent, messages, tools, temperature, now, answerIn, Duration.ZERO);
        }

        /// Of an agent that speaks one language.
        public Request(
                AgentBrief agent, List<Message> messages, List<ToolDefinition> tools, double temperature, String now) {
            this(agent, messages, tools, temperature, now, Optional.empty());
        }
    }

    /// @param systemPrompt instructions
    /// @param business     name callers hear
    /// @param facts        address, parking, services, ...
    /// @param hours        opening hours, one line a day, e.g. `Monday 09:00-17:00`; closed days say `closed`
    /// @param language     BCP 47, the agent's own
    /// @param model        the provider's name of the model; empty for its default
    /// @param hedgeShare   of its replies, 0 to 1, that may be asked for twice; empty: as the task is set
    record AgentBrief(
            String systemPrompt,
            String business,
            Map<String, String> facts,
            List<String> hours,
            String language,
            String model,
            Optional<Double> hedgeShare) {
        public AgentBrief {
            facts = Map.copyOf(facts);
            hours = List.copyOf(hours);
        }

        /// As many as the task is set to.
        public AgentBrief(
                String systemPrompt,
                String business,
                Map<String, String> facts,
                List<String> hours,
                String language,
                String model) {
            this(systemPrompt, business, facts, hours, language, model, Optional.empty());
        }
    }

    /// One entry of the conversation.
    sealed interface Message {
        record Caller(String text) implements Message {}

        record Agent(String text) implements Message {}

        record ToolCall(String id, String name, Map<String, Object> arguments) implements Message {
            public ToolCall {
                arguments = Map.copyOf(arguments);
            }
        }

        record ToolResult(String id, String name, Map<String, Object> result) implements Message {
            public ToolResult {
                result = Map.copyOf(result);
            }
        }

        /// Digits the caller pressed.
        record Digits(String digits) implements Message {}
    }

    /// @param parametersSchema JSON Schema of the arguments, as JSON text
    record ToolDefinition(String name, String description, String parametersSchema) {}

    /// What comes while the model writes.
    sealed interface Event {
        /// Which provider serves this reply, by its [LanguageModel#name]; comes first, and only from models made of
        /// several.
        record ServedBy(String provider) implements Event {}

        /// Text to be spoken; pieces concatenate to the reply, white space included.
        record Token(String text) implements Event {}

        /// A whole tool call.
        record ToolRequested(String id, String name, Map<String, Object> arguments) implements Event {
            public ToolRequested {
                arguments = Map.copyOf(arguments);
            }
        }

        /// No more of the reply comes.
        record Completed(StopReason reason, Usage usage) implements Event {}
    }

    /// Why a reply ended where it did.
    enum StopReason {
        END_OF_REPLY,
        TOOLS_REQUESTED,
        /// It is whole, and says that there will be no answer: a model's refusal, or what a guardrail says in its
        /// place.
        DECLINED,
        /// As many tokens as it may have; it ends anywhere.
        LENGTH,
        /// A filter of the provider's took the rest; it ends anywhere.
        FILTERED
    }

    /// @param inputTokens       at the full price; neither what was read from the provider's cache nor what was
    ///                          written to it is among them
    /// @param cachedInputTokens read from the provider's cache
    /// @param cacheWriteTokens  written to it
    record Usage(long inputTokens, long outputTokens, long cachedInputTokens, long cacheWriteTokens) {
        public Usage(long inputTokens, long outputTokens, long cachedInputTokens) {
            this(inputTokens, outputTokens, cachedInputTokens, 0);
        }
    }

    /// No answer, or a broken one; worth repeating.
    final class ModelUnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ModelUnavailableException(String message, Throwable cause) {
            super(message, cause);
        }

        public ModelUnavailableException(String message) {
            super(message);
        }
    }

    /// Refused for good: bad key, unknown model, malformed request.
    final class ModelRejectedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ModelRejectedException(String message) {
            super(message);
        }
    }
}
