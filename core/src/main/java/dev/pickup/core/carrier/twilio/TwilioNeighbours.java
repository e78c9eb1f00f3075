package dev.pickup.core.carrier.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.rest.Domains;
import dev.pickup.core.carrier.CarrierUnavailableException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What numbers point to and belong to: applications, trunks, messaging services, regions. Only read, and only for
/// people to understand: what a key may not see, or what does not come now, is left out.
final class TwilioNeighbours {
    /// More of them would cost a request each: chosen.
    private static final int MOST_SERVICES = 20;
    private static final Map<String, String> LONG_PAGE = Map.of("PageSize", "1000");

    private final TwilioRest rest;

    TwilioNeighbours(TwilioRest rest) {
        this.rest = rest;
    }

    /// The account's applications by SID, at most 1000.
    Map<String, JsonNode> applications() {
        return bySid(() -> rest.get("/Applications.json", LONG_PAGE), "applications");
    }

    Optional<JsonNode> application(String sid) {
        return seen(() -> rest.get("/Applications/" + sid + ".json", Map.of())).map(TwilioAnswer::body);
    }

    Map<String, JsonNode> trunks() {
        return bySid(() -> rest.read(Domains.TRUNKING, "/v1/Trunks", LONG_PAGE), "trunks");
    }

    /// The messaging service of each number that is in one, by the number's SID.
    Map<String, JsonNode> services() {
        Map<String, JsonNode> byNumber = new HashMap<>();
        Map<String, JsonNode> services =
                bySid(() -> rest.read(Domains.MESSAGING, "/v1/Services", LONG_PAGE), "services");
        services.entrySet().stream().limit(MOST_SERVICES).forEach(service -> {
            String path = "/v1/Services/" + service.getKey() + "/PhoneNumbers";
            bySid(() -> rest.read(Domains.MESSAGING, path, LONG_PAGE), "phone_numbers")
                    .keySet()
                    .forEach(number -> byNumber.put(number, service.getValue()));
        });
        return byNumber;
    }

    /// Where the carrier sends a number's calls: `us1`, `ie1`, `au1`.
    Optional<String> voiceRegion(String phoneNumber) {
        return seen(() -> rest.read(Domains.ROUTES, "/v2/PhoneNumbers/" + phoneNumber, Map.of()))
                .map(answer -> answer.body().path("voice_region").asText(""))
                .filter(region -> !region.isEmpty());
    }

    private static Map<String, JsonNode> bySid(Supplier<TwilioAnswer> list, String key) {
        Map<String, JsonNode> bySid = new LinkedHashMap<>();
        seen(list)
                .ifPresent(answer -> answer.body()
                        .path(key)
                        .forEach(item -> bySid.put(item.path("sid").asText(), item)));
        return bySid;
    }

    private static Optional<TwilioAnswer> seen(Supplier<TwilioAnswer> request) {
        try {
            return Optional.of(request.get()).filter(TwilioAnswer::ok);
        } catch (CarrierUnavailableException _) {
            return Optional.empty(); // they explain, and nothing depends on them
        }
    }
}
