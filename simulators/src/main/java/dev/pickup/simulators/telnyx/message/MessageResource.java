package dev.pickup.simulators.telnyx.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.Shape;
import java.util.Locale;
import java.util.Optional;

/// The shape of a text.
final class MessageResource {
    private static final String URL_OR_NOTHING = "(https?://.+)?";

    static final Shape SENDABLE = Shape.of(
            Shape.text("from", 64).required(),
            Shape.text("to", 64).required(),
            Shape.text("text", 4096).required(),
            Shape.text("messaging_profile_id", 64),
            Shape.oneOf("type", "SMS"),
            Shape.matching("webhook_url", URL_OR_NOTHING, ErrorCode.BAD_REQUEST, "must be an HTTP URL"),
            Shape.matching("webhook_failover_url", URL_OR_NOTHING, ErrorCode.BAD_REQUEST, "must be an HTTP URL"),
            Shape.bool("use_profile_webhooks"),
            Shape.oneOf("encoding", "auto", "gsm7", "ucs2"),
            Shape.bool("auto_detect"));

    private MessageResource() {}

    /// A text that a customer sends, queued.
    static ObjectNode outbound(String id, JsonNode body, String profileId, String now) {
        ObjectNode message =
                base(id, body.path("from").asText(), body.path("to").asText(), "queued");
        Segments segments = Segments.of(body.path("text").asText());
        message.put("direction", "outbound").put("messaging_profile_id", profileId);
        message.put("text", body.path("text").asText()).put("parts", segments.parts());
        message.put("encoding", segments.encoding());
        message.put("webhook_url", body.path("webhook_url").asText(""));
        message.putNull("cost").putArray("errors");
        return message.put("received_at", now).putNull("sent_at").putNull("completed_at");
    }

    /// A text from outside.
    static ObjectNode inbound(String id, String from, String to, String text, String now) {
        ObjectNode message = base(id, from, to, "webhook_delivered");
        message.put("direction", "inbound").put("text", text);
        message.put("parts", Segments.of(text).parts()).putArray("media");
        message.putArray("errors");
        return message.put("received_at", now);
    }

    static ObjectNode sent(ObjectNode message, String now) {
        return status(message.deepCopy(), "sent").put("sent_at", now);
    }

    /// @param errorCode why it was not delivered; empty: it was
    static ObjectNode finalized(ObjectNode message, String status, Optional<String> errorCode, String now) {
        ObjectNode done = status(message.deepCopy(), status).put("completed_at", now);
        done.putObject("cost").put("amount", cost(done.path("parts").asInt())).put("currency", "USD");
        errorCode.ifPresent(code -> done.withArray("/errors")
                .addObject()
                .put("code", code)
                .put("title", "Message was not delivered")
                .put("detail", "The message was not delivered."));
        return done;
    }

    /// 0.004 dollars a part: what this exchange says, and takes from nobody.
    private static String cost(int parts) {
        return "0." + String.format(Locale.ROOT, "%04d", parts * 40);
    }

    private static ObjectNode status(ObjectNode message, String status) {
        ((ObjectNode) message.path("to").path(0)).put("status", status);
        return message;
    }

    private static ObjectNode base(String id, String from, String to, String status) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("id", id).put("record_type", "message").put("type", "SMS");
        message.putObject("from").put("phone_number", from).put("carrier", "").put("line_type", "Wireless");
        message.putArray("to")
                .addObject()
                .put("phone_number", to)
                .put("status", status)
                .put("carrier", "")
                .put("line_type", "Wireless");
        return message;
    }
}
