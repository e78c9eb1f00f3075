package dev.pickup.functions.byop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.core.carrier.CarrierCredentials;
import dev.pickup.core.carrier.CarrierCredentials.Twilio;
import dev.pickup.core.credential.Secret;
import dev.pickup.functions.runtime.api.ProblemException;
import java.util.Optional;

/// Credentials as a request brings them. Nothing of them is repeated in a refusal.
final class CredentialBody {
    private CredentialBody() {}

    static CarrierCredentials read(ObjectNode body) {
        return switch (body.path("carrier").asText()) {
            case "TELNYX" -> telnyx(body);
            case "TWILIO" -> twilio(body);
            default -> throw ProblemException.invalid("carrier", "Use TELNYX or TWILIO.");
        };
    }

    private static CarrierCredentials telnyx(JsonNode body) {
        Secret key = secret(body, "apiKey")
                .orElseThrow(() -> ProblemException.invalid("apiKey", "A Telnyx account is opened by an API v2 key."));
        try {
            return new CarrierCredentials.Telnyx(key);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("apiKey", String.valueOf(e.getMessage()));
        }
    }

    private static CarrierCredentials twilio(JsonNode body) {
        Optional<Secret> token = secret(body, "authToken");
        Optional<Secret> keySecret = secret(body, "apiKeySecret");
        String keySid = body.path("apiKeySid").asText("").strip();
        if (keySecret.isPresent() == keySid.isEmpty()) {
            throw ProblemException.invalid("apiKeySid", "An API key is its SID and its secret: send both, or neither.");
        }
        try {
            return new Twilio(
                    body.path("accountSid").asText("").strip(),
                    token,
                    keySecret.map(secret -> new Twilio.ApiKey(keySid, secret)));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(
                    e.getMessage() != null && e.getMessage().contains("API key SID") ? "apiKeySid" : "accountSid",
                    String.valueOf(e.getMessage()));
        }
    }

    /// People paste keys with blanks around them.
    private static Optional<Secret> secret(JsonNode body, String name) {
        String text = body.path(name).asText("").strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(Secret.of(text));
    }
}
