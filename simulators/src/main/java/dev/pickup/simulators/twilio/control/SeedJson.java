package dev.pickup.simulators.twilio.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.simulators.twilio.account.ApiKey;
import dev.pickup.simulators.twilio.account.TwilioAccountSeed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Reads an account to be opened. Whatever is wrong is an `IllegalArgumentException` with a sentence.
final class SeedJson {
    private static final Set<String> FIELDS = Set.of(
            "sid",
            "authToken",
            "region",
            "type",
            "status",
            "keys",
            "numbers",
            "applications",
            "services",
            "trunks",
            "verified",
            "optedOut",
            "concurrency");

    private SeedJson() {}

    static TwilioAccountSeed read(JsonNode json) {
        json.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("There is no field '" + name + "'.");
            }
        });
        return new TwilioAccountSeed(
                json.path("sid").asText(),
                json.path("authToken").asText(),
                json.path("region").asText("us1"),
                json.path("type").asText("Full"),
                json.path("status").asText("active"),
                list(json.path("keys"), SeedJson::key),
                list(json.path("numbers"), SeedJson::number),
                list(json.path("applications"), SeedJson::application),
                list(json.path("services"), SeedJson::service),
                list(json.path("trunks"), t -> new TwilioAccountSeed.Trunk(text(t, "sid"), text(t, "friendlyName"))),
                texts(json.path("verified")),
                texts(json.path("optedOut")),
                json.path("concurrency").asInt(100));
    }

    private static ApiKey key(JsonNode json) {
        return new ApiKey(
                text(json, "sid"),
                text(json, "secret"),
                switch (json.path("kind").asText("standard")) {
                    case "main" -> new ApiKey.Access.Main();
                    case "standard" -> new ApiKey.Access.Standard();
                    case "restricted" -> new ApiKey.Access.Restricted(texts(json.path("allow")));
                    default -> throw new IllegalArgumentException("A key is main, standard or restricted.");
                });
    }

    private static TwilioAccountSeed.OwnedNumber number(JsonNode json) {
        return new TwilioAccountSeed.OwnedNumber(
                text(json, "sid"), text(json, "phoneNumber"), settings(json.path("settings")));
    }

    private static TwilioAccountSeed.Application application(JsonNode json) {
        return new TwilioAccountSeed.Application(
                text(json, "sid"), text(json, "friendlyName"), settings(json.path("settings")));
    }

    private static TwilioAccountSeed.Service service(JsonNode json) {
        return new TwilioAccountSeed.Service(
                text(json, "sid"),
                text(json, "friendlyName"),
                text(json, "inboundUrl"),
                json.path("useNumbersWebhook").asBoolean(),
                List.copyOf(texts(json.path("senders"))));
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> one) {
        List<T> all = new ArrayList<>();
        array.forEach(node -> all.add(one.apply(node)));
        return all;
    }

    private static Map<String, String> settings(JsonNode object) {
        Map<String, String> settings = new LinkedHashMap<>();
        object.properties().forEach(e -> settings.put(e.getKey(), e.getValue().asText()));
        return settings;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asText("");
    }
}
