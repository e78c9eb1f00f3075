package dev.pickup.simulators.telnyx.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.telnyx.account.CarrierAccount;
import dev.pickup.simulators.telnyx.account.Kind;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import java.util.Map;
import java.util.stream.StreamSupport;

/// Why a text is refused at once. Source: "Messaging error codes".
final class MessageChecks {
    private static final int MOST_PARTS = 10;
    /// As far as the exchange sells numbers; Canada is told apart by nobody's prefix alone.
    private static final Map<String, String> COUNTRIES = Map.of(
            "+1", "US", "+44", "GB", "+353", "IE", "+49", "DE", "+33", "FR", "+34", "ES", "+31", "NL", "+61", "AU");

    private MessageChecks() {}

    /// @return the messaging profile that the text is sent with
    static ObjectNode profile(CarrierAccount account, JsonNode body) {
        ObjectNode number = account.number(body.path("from").asText())
                .orElseThrow(() -> new ApiProblem(
                        ErrorCode.INVALID_FROM, "The 'from' address is not a number of the account.", "/from"));
        String own = number.path("messaging_profile_id").asText("");
        String named = body.path("messaging_profile_id").asText(own);
        if (own.isEmpty() || !own.equals(named)) {
            throw new ApiProblem(
                    ErrorCode.NOT_MESSAGING_ENABLED, "The 'from' number is not on that messaging profile.", "/from");
        }
        return account.resources()
                .find(Kind.MESSAGING_PROFILE, own)
                .orElseThrow(() -> new ApiProblem(
                        ErrorCode.NOT_MESSAGING_ENABLED, "The 'from' number has no messaging profile.", "/from"));
    }

    static void check(ObjectNode profile, JsonNode body) {
        String to = body.path("to").asText();
        String text = body.path("text").asText();
        if (!to.matches("\\+[1-9][0-9]{6,14}")) {
            throw new ApiProblem(ErrorCode.INVALID_TO, "The 'to' address must be in +E.164 format.", "/to");
        }
        if (!profile.path("enabled").asBoolean()) {
            throw new ApiProblem(ErrorCode.PROFILE_DISABLED, "The messaging profile is disabled.");
        }
        checkDestination(profile.path("whitelisted_destinations"), to);
        if (text.isEmpty() || Segments.of(text).parts() > MOST_PARTS) {
            throw new ApiProblem(ErrorCode.OUT_OF_RANGE, "A text has 1 to 10 parts.", "/text");
        }
        if (body.path("encoding").asText("auto").equals("gsm7") && !Segments.isGsm(text)) {
            throw new ApiProblem(ErrorCode.BAD_REQUEST, "The text has characters that GSM-7 does not have.", "/text");
        }
    }

    private static void checkDestination(JsonNode allowed, String to) {
        if (allowed.isEmpty()) {
            throw new ApiProblem(ErrorCode.NO_DESTINATIONS, "The messaging profile has no whitelisted destinations.");
        }
        boolean fits = StreamSupport.stream(allowed.spliterator(), false)
                .map(JsonNode::asText)
                .anyMatch(country -> country.equals("*") || isIn(to, country));
        if (!fits) {
            throw new ApiProblem(
                    ErrorCode.DESTINATION_NOT_ALLOWED, "The destination's country is not whitelisted.", "/to");
        }
    }

    private static boolean isIn(String to, String country) {
        String sameAs = country.equals("CA") ? "US" : country;
        return COUNTRIES.entrySet().stream()
                .anyMatch(e -> to.startsWith(e.getKey()) && e.getValue().equals(sameAs));
    }
}
