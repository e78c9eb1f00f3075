package dev.pickup.core.carrier.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierRejectedException.Reason;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.NumberRouting;
import dev.pickup.core.carrier.OurPlace;
import dev.pickup.core.carrier.Preparation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What we make in a customer's account: a call control application and a messaging profile of our own for each
/// import, found again by their name. Nothing of the customer's is ever edited.
final class TelnyxOurThings {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String APPLICATIONS = "/call_control_applications";
    private static final String PROFILES = "/messaging_profiles";
    /// A parked call that we never answer ends by itself. Chosen: longer than any of our repeats.
    private static final int FIRST_COMMAND_SECONDS = 30;
    /// The carrier's default is 2 s, and a cold start is longer.
    private static final int WEBHOOK_TIMEOUT_SECONDS = 5;
    private static final int READS_AFTER_REMOVAL = 3;

    private final TelnyxWire wire;
    private final TelnyxLists lists;

    TelnyxOurThings(TelnyxWire wire, TelnyxLists lists) {
        this.wire = wire;
        this.lists = lists;
    }

    Preparation prepare(OurPlace place, NumberRouting before) {
        if (!before.context().getOrDefault("number.status", "\"active\"").equals("\"active\"")) {
            return new Preparation.Impossible(
                    "number-inactive", "Telnyx does not deliver calls to this number yet; wait until it is active.");
        }
        List<String> notes = new ArrayList<>();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(TelnyxRoutingFields.CONNECTION, quoted(application(place, outboundProfile(before, notes))));
        if (TelnyxRoutingFields.forwardsAll(before.fields())) {
            fields.put(TelnyxRoutingFields.FORWARDING, TelnyxRoutingFields.forwardingOff(before.fields()));
        }
        if (!before.fields()
                .getOrDefault(TelnyxRoutingFields.TRANSLATED, "null")
                .equals("null")) {
            fields.put(TelnyxRoutingFields.TRANSLATED, "null"); // calls would come for another number
        }
        messagingProfile(place, before, notes).ifPresent(id -> fields.put(TelnyxRoutingFields.PROFILE, quoted(id)));
        return new Preparation.Ready(fields, notes);
    }

    /// Numbers are looked for first: what the carrier would do with a number whose application goes is not published.
    void removeOurs(String name) {
        List<JsonNode> profiles = visibleProfiles(name);
        for (JsonNode application : applications(name)) {
            String id = application.path("id").asText();
            refuseInUse("/phone_numbers?" + TelnyxLists.parameter("filter[connection_id]", id));
            remove(APPLICATIONS + "/" + TelnyxQuery.encoded(id));
        }
        for (JsonNode profile : profiles) {
            String path =
                    PROFILES + "/" + TelnyxQuery.encoded(profile.path("id").asText());
            refuseInUse(path + "/phone_numbers");
            remove(path);
        }
        for (int read = 0; read < READS_AFTER_REMOVAL; read++) {
            if (applications(name).isEmpty() && visibleProfiles(name).isEmpty()) {
                return;
            }
        }
        throw new CarrierUnavailableException("still-there", "");
    }

    /// The profile that calls to the number were transferred with so far, else the account's first that is in use.
    private Optional<String> outboundProfile(NumberRouting before, List<String> notes) {
        Optional<String> former = TelnyxRoutingClient.outboundProfile(before);
        if (former.isPresent()) {
            return former;
        }
        try {
            Optional<String> first = lists.all("/outbound_voice_profiles").stream()
                    .filter(p -> p.path("enabled").asBoolean(true))
                    .map(p -> p.path("id").asText())
                    .sorted()
                    .findFirst();
            if (first.isEmpty()) {
                notes.add("Callers cannot be handed over: the Telnyx account has no outbound voice profile.");
            }
            return first;
        } catch (CarrierRejectedException e) {
            if (e.reason() != Reason.NOT_ALLOWED) {
                throw e;
            }
            notes.add("Callers cannot be handed over: the key may not read outbound voice profiles.");
            return Optional.empty();
        }
    }

    private String application(OurPlace place, Optional<String> outboundProfile) {
        ObjectNode wanted = JSON.createObjectNode();
        wanted.put("application_name", place.name())
                .put("webhook_event_url", place.voice().toString());
        wanted.put("webhook_api_version", "2").put("webhook_timeout_secs", WEBHOOK_TIMEOUT_SECONDS);
        wanted.put("active", true).put("first_command_timeout", true);
        wanted.put("first_command_timeout_secs", FIRST_COMMAND_SECONDS);
        outboundProfile.ifPresent(id -> wanted.putObject("outbound").put("outbound_voice_profile_id", id));
        return made(APPLICATIONS, applications(place.name()), wanted);
    }

    /// Empty when texts stay where they are; a note says why.
    private Optional<String> messagingProfile(OurPlace place, NumberRouting before, List<String> notes) {
        if (!before.fields().containsKey(TelnyxRoutingFields.PROFILE)
                || before.context().getOrDefault("messaging.sms", "null").equals("null")) {
            notes.add("This number cannot be texted.");
            return Optional.empty();
        }
        if (!before.context()
                .getOrDefault("messaging_profile.number_pool_settings", "null")
                .equals("null")) {
            notes.add(
                    "Texts stay with the number's messaging profile: it sends from a pool that the number is part of.");
            return Optional.empty();
        }
        try {
            return Optional.of(made(PROFILES, profiles(place.name()), profile(place, before)));
        } catch (CarrierRejectedException e) {
            if (e.reason() != Reason.NOT_ALLOWED) {
                throw e;
            }
            notes.add("Texts stay where they go today: the key may not manage messaging profiles.");
            return Optional.empty();
        }
    }

    /// It may send where the number's former profile could.
    private static ObjectNode profile(OurPlace place, NumberRouting before) {
        ObjectNode wanted = JSON.createObjectNode();
        wanted.put("name", place.name()).put("enabled", true);
        wanted.put("webhook_url", place.messaging().toString()).put("webhook_api_version", "2");
        JsonNode former = TelnyxRoutingFields.value(
                before.context().getOrDefault("messaging_profile.whitelisted_destinations", "null"));
        wanted.set(
                "whitelisted_destinations",
                former.isEmpty() ? JSON.createArrayNode().add("*") : former);
        return wanted;
    }

    /// Makes it, or puts right what is there: a creation whose answer was lost is found by its name.
    private String made(String path, List<JsonNode> there, ObjectNode wanted) {
        if (there.isEmpty()) {
            return wire.postOnce(path, wanted).orRejected().data().path("id").asText();
        }
        String id = there.getFirst().path("id").asText();
        if (!has(there.getFirst(), wanted)) {
            wire.patch(path + "/" + TelnyxQuery.encoded(id), wanted).orRejected();
        }
        return id;
    }

    private static boolean has(JsonNode resource, JsonNode wanted) {
        return wanted.isObject()
                ? wanted.properties().stream().allMatch(f -> has(resource.path(f.getKey()), f.getValue()))
                : resource.equals(wanted);
    }

    private List<JsonNode> applications(String name) {
        String filter = TelnyxLists.parameter("filter[application_name][contains]", name);
        return lists.all(APPLICATIONS + "?" + filter).stream()
                .filter(a -> a.path("application_name").asText().equals(name))
                .toList();
    }

    private List<JsonNode> profiles(String name) {
        String filter = TelnyxLists.parameter("filter[name][eq]", name);
        return lists.all(PROFILES + "?" + filter).stream()
                .filter(p -> p.path("name").asText().equals(name))
                .toList();
    }

    /// A key that may not see profiles has made none.
    private List<JsonNode> visibleProfiles(String name) {
        try {
            return profiles(name);
        } catch (CarrierRejectedException e) {
            if (e.reason() == Reason.NOT_ALLOWED) {
                return List.of();
            }
            throw e;
        }
    }

    private void refuseInUse(String numbersPath) {
        if (!lists.all(numbersPath).isEmpty()) {
            throw new CarrierRejectedException(Reason.OTHER, "still-in-use", "");
        }
    }

    private void remove(String path) {
        TelnyxReply reply = wire.delete(path);
        if (!reply.notFound()) {
            reply.orRejected();
        }
    }

    private static String quoted(String id) {
        return JSON.getNodeFactory().textNode(id).toString();
    }
}
