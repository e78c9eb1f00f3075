package dev.pickup.functions.tool;

import dev.pickup.core.agent.ToolAnswer;
import dev.pickup.core.agent.ToolAnswer.Outcome;
import dev.pickup.core.message.CallerMessage;
import dev.pickup.core.message.CallerMessageStore;
import java.time.Instant;
import java.util.Map;

/// `take_message`.
record MessageTool(CallerMessageStore messages) {
    ToolAnswer take(ToolRequest request, Instant now) {
        String id = request.call() + "-" + request.invocationId();
        messages.leave(new CallerMessage(
                request.account(),
                id,
                request.agent(),
                request.call(),
                request.argument("message").orElseThrow(),
                request.argument("name"),
                request.argument("phone"),
                now));
        return new ToolAnswer(
                Outcome.OK, Map.of("recorded", true, "messageId", id, "say", "The message will be passed on."));
    }
}
