package dev.pickup.core.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.core.carrier.CarrierCredentials;
import dev.pickup.core.carrier.CarrierCredentials.Twilio;
import dev.pickup.core.credential.Vault.SealBrokenException;
import java.io.IOException;
import java.util.Optional;

/// Secrets ⇄ the bytes that are sealed: a small JSON object. Pure; any thread.
final class SecretsCodec {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SecretsCodec() {}

    record Secrets(CarrierCredentials credentials, Optional<Secret> webhookKey) {}

    static byte[] write(Secrets secrets) {
        ObjectNode json = JSON.createObjectNode()
                .put("carrier", secrets.credentials().carrier().name());
        secrets.webhookKey().ifPresent(key -> json.put("webhookKey", key.reveal()));
        switch (secrets.credentials()) {
            case CarrierCredentials.Telnyx telnyx ->
                json.put("apiKey", telnyx.apiKey().reveal());
            case Twilio twilio -> write(twilio, json);
        }
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new IllegalStateException("Every JSON object can be written", e);
        }
    }

    /// @throws SealBrokenException not what [#write] wrote
    static Secrets read(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            CarrierCredentials credentials = switch (json.path("carrier").asText()) {
                case "TELNYX" ->
                    new CarrierCredentials.Telnyx(Secret.of(json.path("apiKey").asText()));
                case "TWILIO" -> twilio(json);
                default -> throw new SealBrokenException("carrier");
            };
            return new Secrets(credentials, optional(json, "webhookKey"));
        } catch (IOException | IllegalArgumentException _) {
            throw new SealBrokenException("content"); // without the cause: it may quote the secret
        }
    }

    private static void write(Twilio twilio, ObjectNode json) {
        json.put("accountSid", twilio.accountSid());
        twilio.authToken().ifPresent(token -> json.put("authToken", token.reveal()));
        twilio.apiKey()
                .ifPresent(key -> json.put("apiKeySid", key.sid())
                        .put("apiKeySecret", key.secret().reveal()));
    }

    private static Twilio twilio(JsonNode json) {
        Optional<Twilio.ApiKey> key = optional(json, "apiKeySecret")
                .map(secret -> new Twilio.ApiKey(json.path("apiKeySid").asText(), secret));
        return new Twilio(json.path("accountSid").asText(), optional(json, "authToken"), key);
    }

    private static Optional<Secret> optional(JsonNode json, String name) {
        return json.hasNonNull(name) ? Optional.of(Secret.of(json.path(name).asText())) : Optional.empty();
    }
}
