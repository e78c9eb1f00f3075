package dev.pickup.media.model.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.media.model.ToolArguments;
import dev.pickup.media.replying.LanguageModel.Event;
import dev.pickup.media.replying.LanguageModel.ModelUnavailableException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Puts tool calls together, which come in pieces and may come several at once. Endpoints that leave the index
/// out send each call whole.
final class ToolCallAssembler {
    private final SortedMap<Integer, Call> calls = new TreeMap<>();

    private static final class Call {
        private final StringBuilder id = new StringBuilder();
        private final StringBuilder name = new StringBuilder();
        private final StringBuilder arguments = new StringBuilder();
    }

    void add(JsonNode piece) {
        Call call = calls.computeIfAbsent(piece.path("index").asInt(calls.size()), _ -> new Call());
        if (call.id.isEmpty()) {
            call.id.append(piece.path("id").asText(""));
        }
        JsonNode function = piece.path("function");
        call.name.append(function.path("name").asText(""));
        call.arguments.append(function.path("arguments").asText(""));
        if (call.arguments.length() > ToolArguments.MOST_CHARACTERS) {
            throw new ModelUnavailableException("The model wrote tool arguments without end.");
        }
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    /// The whole calls, in their order.
    List<Event.ToolRequested> requests() {
        return calls.entrySet().stream()
                .map(each -> request(each.getKey(), each.getValue()))
                .toList();
    }

    private static Event.ToolRequested request(int index, Call call) {
        String id = call.id.isEmpty() ? "call_" + index : call.id.toString();
        return new Event.ToolRequested(id, call.name.toString(), ToolArguments.read(call.arguments.toString()));
    }
}
