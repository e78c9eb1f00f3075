package dev.pickup.simulators.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What the simulated model says. Any thread.
public interface Brain {
    /// @param request the body of the request, checked
    List<Part> answer(JsonNode request);

    /// One content block of an answer.
    sealed interface Part {
        /// Pieces of text as they shall come; they concatenate to what is said.
        record Text(List<String> pieces) implements Part {
            public Text {
                pieces = List.copyOf(pieces);
            }
        }

        record ToolUse(String id, String name, ObjectNode input) implements Part {}
    }

    /// Says one text, word by word, whatever it is asked.
    static Brain saying(String text) {
        List<String> words = List.of(text.splitWithDelimiters(" ", 0));
        return _ -> List.of(new Part.Text(words));
    }
}
