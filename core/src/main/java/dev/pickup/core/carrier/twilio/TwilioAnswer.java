package dev.pickup.core.carrier.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.twilio.http.Response;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierRejectedException.Reason;
import dev.pickup.core.carrier.CarrierUnavailableException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Twilio answered, right or wrong.
///
/// Source: Twilio "Error and warning dictionary". 401 has two meanings that only the code tells apart: `20003` is wrong
/// credentials, `70051` a permission that a restricted key lacks.
///
/// @param code    Twilio's, or 0 when there is none
/// @param message Twilio's own words; may name numbers, so it is never logged and in no exception
record TwilioAnswer(int status, int code, String message, String requestId, JsonNode body) {
    static final int WRONG_CREDENTIALS = 20003;
    static final int ACCOUNT_NOT_ACTIVE = 20005;
    static final int NOT_FOUND = 20404;
    static final int MISSING_PERMISSION = 70051;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PERMISSION = Pattern.compile("required permission /?(\\S+) is missing");
    /// The call is not live (any more).
    private static final int NOT_IN_PROGRESS = 21220;

    static TwilioAnswer of(Response response) {
        String content = response.getContent();
        JsonNode body = json(content == null ? "" : content);
        String id = Arrays.stream(response.getHeaders())
                .map(h -> String.valueOf(h.getValue()))
                .findFirst()
                .orElse("");
        boolean failed = response.getStatusCode() >= 400;
        return new TwilioAnswer(
                response.getStatusCode(),
                failed ? body.path("code").asInt(0) : 0,
                failed ? body.path("message").asText("") : "",
                id,
                body);
    }

    boolean ok() {
        return status >= 200 && status < 300;
    }

    /// Later, perhaps.
    boolean unavailable() {
        return status == 429 || status >= 500;
    }

    boolean wrongCredentials() {
        return status == 401 && code != MISSING_PERMISSION;
    }

    boolean missingPermission() {
        return code == MISSING_PERMISSION;
    }

    boolean notActive() {
        return code == ACCOUNT_NOT_ACTIVE;
    }

    boolean notFound() {
        return status == 404;
    }

    /// The permission that is missing, as Twilio writes it; empty when it does not say.
    String permission() {
        Matcher matcher = PERMISSION.matcher(message);
        return matcher.find() ? matcher.group(1) : "";
    }

    /// @throws CarrierUnavailableException or [CarrierRejectedException]: without the body
    TwilioAnswer orThrow() {
        if (ok()) {
            return this;
        }
        String name = code == 0 ? "http-" + status : Integer.toString(code);
        if (unavailable()) {
            throw new CarrierUnavailableException(name, requestId);
        }
        throw new CarrierRejectedException(reason(), name, requestId);
    }

    private Reason reason() {
        if (code == NOT_IN_PROGRESS) {
            return Reason.LEG_GONE;
        }
        return status == 401 || status == 403 ? Reason.NOT_ALLOWED : Reason.OTHER;
    }

    private static JsonNode json(String text) {
        try {
            JsonNode body = JSON.readTree(text);
            return body == null ? MissingNode.getInstance() : body;
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance(); // a proxy's page; the status says enough
        }
    }

    /// Neither words nor body.
    @Override
    public String toString() {
        return "TwilioAnswer[" + status + ", " + code + ", " + requestId + "]";
    }
}
