package dev.pickup.core.carrier.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.rest.Domains;
import dev.pickup.core.Page;
import dev.pickup.core.UnknownCursorException;
import dev.pickup.core.carrier.CarrierNumber;
import dev.pickup.core.carrier.CarrierNumber.Destination;
import dev.pickup.core.carrier.CarrierNumber.Kind;
import dev.pickup.core.number.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The numbers of an account, each with where it points.
final class TwilioNumbers {
    private static final String LIST = "/IncomingPhoneNumbers.json";
    private static final String KEY = "incoming_phone_numbers";

    private final TwilioRest rest;
    private final TwilioNeighbours neighbours;

    TwilioNumbers(TwilioRest rest, TwilioNeighbours neighbours) {
        this.rest = rest;
        this.neighbours = neighbours;
    }

    Page<CarrierNumber> list(int limit, Optional<String> next) {
        JsonNode page = next.map(this::linked)
                .orElseGet(() -> rest.get(LIST, Map.of("PageSize", Integer.toString(limit))))
                .orThrow()
                .body();
        return new Page<>(
                described(page.path(KEY)),
                Optional.ofNullable(page.path("next_page_uri").textValue()).map(TwilioNumbers::encoded));
    }

    Optional<CarrierNumber> find(PhoneNumber number) {
        JsonNode page =
                rest.get(LIST, Map.of("PhoneNumber", number.e164())).orThrow().body();
        return described(page.path(KEY)).stream()
                .filter(n -> n.number().equals(number))
                .findFirst();
    }

    Optional<JsonNode> resource(String sid) {
        TwilioAnswer answer = rest.get("/IncomingPhoneNumbers/" + sid + ".json", Map.of());
        return answer.notFound()
                ? Optional.empty()
                : Optional.of(answer.orThrow().body());
    }

    void write(String sid, Map<String, String> fields) {
        for (Map<String, String> form : TwilioNumberFields.requests(fields)) {
            rest.set("/IncomingPhoneNumbers/" + sid + ".json", form).orThrow();
        }
    }

    /// The carrier's own link to the next page; only to this list of this account.
    private TwilioAnswer linked(String cursor) {
        String uri = decoded(cursor);
        String[] parts = uri.split("\\?", 2);
        if (parts.length != 2 || !parts[0].equals(rest.path(LIST))) {
            throw new UnknownCursorException();
        }
        return rest.read(Domains.API, uri, Map.of());
    }

    private static String encoded(String uri) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(uri.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new UnknownCursorException();
        }
    }

    /// Short codes and SIP names are no numbers, and left out.
    private List<CarrierNumber> described(JsonNode numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Names names = new Names(neighbours.applications(), neighbours.trunks(), neighbours.services());
        List<CarrierNumber> described = new ArrayList<>();
        for (JsonNode number : numbers) {
            if (PhoneNumber.isE164(number.path("phone_number").asText())) {
                described.add(names.describe(number));
            }
        }
        return described;
    }

    /// What is known of the things that numbers point to.
    private record Names(
            Map<String, JsonNode> applications, Map<String, JsonNode> trunks, Map<String, JsonNode> services) {
        CarrierNumber describe(JsonNode number) {
            return new CarrierNumber(
                    new PhoneNumber(number.path("phone_number").asText()),
                    number.path("sid").asText(),
                    number.path("friendly_name").asText(""),
                    number.path("status").asText("in-use").equals("in-use"),
                    capability(number, "voice"),
                    capability(number, "sms"),
                    calls(number),
                    texts(number));
        }

        private Destination calls(JsonNode number) {
            String trunk = number.path(TwilioNumberFields.TRUNK).asText("");
            if (number.hasNonNull(TwilioNumberFields.TRUNK) && !trunk.isEmpty()) {
                return new Destination(Kind.TRUNK, name(trunks.get(trunk), trunk), "");
            }
            return applicationOrUrl(number, TwilioNumberFields.APPLICATION, "voice_url");
        }

        private Destination texts(JsonNode number) {
            JsonNode service = services.get(number.path("sid").asText());
            if (service != null
                    && !service.path("use_inbound_webhook_on_number").asBoolean()) {
                String url = service.path("inbound_request_url").asText("");
                return new Destination(
                        Kind.MESSAGING_PROFILE,
                        name(service, service.path("sid").asText()),
                        service.hasNonNull("inbound_request_url") ? url : "");
            }
            return applicationOrUrl(number, "sms_application_sid", "sms_url");
        }

        private Destination applicationOrUrl(JsonNode number, String applicationField, String urlField) {
            String application = number.path(applicationField).asText("");
            if (number.hasNonNull(applicationField) && !application.isEmpty()) {
                JsonNode known = applications.get(application);
                String url = known == null ? "" : known.path(urlField).asText("");
                return new Destination(Kind.APPLICATION, name(known, application), url);
            }
            String url = number.hasNonNull(urlField) ? number.path(urlField).asText() : "";
            return url.isEmpty() ? Destination.NOWHERE : new Destination(Kind.URL, "", url);
        }

        private static String name(@Nullable JsonNode thing, String sid) {
            String name = thing == null ? "" : thing.path("friendly_name").asText("");
            return name.isEmpty() ? sid : name;
        }

        /// The carrier has written the names of capabilities in both cases.
        private static boolean capability(JsonNode number, String name) {
            JsonNode capabilities = number.path("capabilities");
            return capabilities.path(name).asBoolean()
                    || capabilities.path(name.toUpperCase(Locale.ROOT)).asBoolean();
        }
    }
}
