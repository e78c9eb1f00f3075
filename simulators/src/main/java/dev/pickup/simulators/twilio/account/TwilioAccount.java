package dev.pickup.simulators.twilio.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.twilio.rest.Parameters;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;

/// An account as it is now. Any thread. Each resource is the JSON object that the API shows; readers get copies.
public final class TwilioAccount {
    private static final String DEFAULT_REGION = "us1";

    private final TwilioAccountSeed seed;
    private final Semaphore concurrency;
    private final Map<Kind, Map<String, ObjectNode>> resources = new EnumMap<>(Kind.class);
    /// Phone number to the region that its calls are routed to.
    private final Map<String, String> voiceRegions = new TreeMap<>();
    /// Messaging service to the SIDs of the numbers in its pool.
    private final Map<String, List<String>> senders = new TreeMap<>();
    private String status;

    TwilioAccount(TwilioAccountSeed seed) {
        this.seed = seed;
        status = seed.status();
        concurrency = new Semaphore(seed.concurrency());
        for (Kind kind : Kind.values()) {
            resources.put(kind, new LinkedHashMap<>());
        }
        seed.applications().forEach(a -> add(Kind.APPLICATION, Resources.application(seed.sid(), a)));
        seed.trunks().forEach(t -> add(Kind.TRUNK, Resources.trunk(seed.sid(), t)));
        for (TwilioAccountSeed.OwnedNumber number : seed.numbers()) {
            add(Kind.NUMBER, Resources.number(seed.sid(), number));
            voiceRegions.put(number.phoneNumber(), number.settings().getOrDefault("VoiceRegion", DEFAULT_REGION));
        }
        for (TwilioAccountSeed.Service service : seed.services()) {
            add(Kind.SERVICE, Resources.service(seed.sid(), service));
            senders.put(service.sid(), service.senders());
        }
    }

    public String sid() {
        return seed.sid();
    }

    /// Signs webhooks.
    public String authToken() {
        return seed.authToken();
    }

    public TwilioAccountSeed seed() {
        return seed;
    }

    public synchronized String status() {
        return status;
    }

    /// As when the customer has not paid.
    ///
    /// @throws IllegalArgumentException it is not `active`, `suspended` or `closed`
    public synchronized void setStatus(String value) {
        status = seed.withStatus(value).status();
    }

    /// The number's resource.
    public synchronized Optional<ObjectNode> number(String phoneNumber) {
        return all(Kind.NUMBER).stream()
                .filter(n -> n.path("phone_number").asText().equals(phoneNumber))
                .findFirst();
    }

    public synchronized List<ObjectNode> all(Kind kind) {
        return map(kind).values().stream().map(ObjectNode::deepCopy).toList();
    }

    public synchronized Optional<ObjectNode> find(Kind kind, String sid) {
        return Optional.ofNullable(map(kind).get(sid)).map(ObjectNode::deepCopy);
    }

    /// @return the resource as it is after `change`; empty when there is none
    public synchronized Optional<ObjectNode> change(Kind kind, String sid, UnaryOperator<ObjectNode> change) {
        return find(kind, sid).map(change).map(changed -> {
            map(kind).put(sid, changed);
            return changed.deepCopy();
        });
    }

    public synchronized void add(Kind kind, ObjectNode resource) {
        map(kind).put(resource.path("sid").asText(), resource.deepCopy());
    }

    synchronized boolean remove(Kind kind, String sid) {
        return map(kind).remove(sid) != null;
    }

    synchronized List<String> senders(String service) {
        return senders.getOrDefault(service, List.of());
    }

    public synchronized Optional<String> voiceRegion(String phoneNumber) {
        return Optional.ofNullable(voiceRegions.get(phoneNumber));
    }

    /// At the carrier's console.
    public synchronized void routeToRegion(String phoneNumber, String region) {
        voiceRegions.put(phoneNumber, region);
    }

    Semaphore concurrency() {
        return concurrency;
    }

    /// What the account looks like, for a comparison byte by byte: every resource with all of its fields but
    /// `date_updated`, sorted; neither calls, messages nor recordings: they happened, and are not how it is set up.
    public synchronized String snapshot() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("sid", sid()).put("status", status).put("type", seed.type());
        for (Kind kind : List.of(Kind.NUMBER, Kind.APPLICATION, Kind.SERVICE, Kind.TRUNK)) {
            ObjectNode of = json.putObject(kind.key());
            new TreeMap<>(map(kind)).forEach((sid, resource) -> of.set(sid, sorted(resource)));
        }
        ObjectNode pools = json.putObject("senders");
        senders.forEach((service, numbers) -> numbers.forEach(pools.putArray(service)::add));
        voiceRegions.forEach(json.putObject("voice_regions")::put);
        return json.toPrettyString();
    }

    private static ObjectNode sorted(ObjectNode resource) {
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        TreeMap<String, JsonNode> fields = new TreeMap<>();
        resource.properties().forEach(e -> fields.put(e.getKey(), e.getValue()));
        fields.remove("date_updated");
        fields.forEach(sorted::set);
        return sorted;
    }

    private Map<String, ObjectNode> map(Kind kind) {
        return resources.getOrDefault(kind, Map.of());
    }

    /// A SID that nobody has.
    public static String newSid(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }

    static ObjectNode touched(ObjectNode resource) {
        return resource.put("date_updated", Resources.date(Instant.now()));
    }

    /// What a call to one of the account's numbers leads to: a trunk over an application over the number's own URL.
    public synchronized VoiceRoute voiceRoute(ObjectNode number) {
        String trunk = number.path("trunk_sid").asText("");
        if (!Parameters.isClear(number.path("trunk_sid"))) {
            return new VoiceRoute.Trunk(trunk);
        }
        ObjectNode source = find(
                        Kind.APPLICATION, number.path("voice_application_sid").asText(""))
                .orElse(number);
        return source.path("voice_url").asText("").isEmpty()
                ? new VoiceRoute.Nowhere()
                : new VoiceRoute.Urls(
                        source.path("voice_url").asText(),
                        source.path("voice_method").asText(),
                        source.path("voice_fallback_url").asText(""),
                        source.path("voice_fallback_method").asText(),
                        source.path("status_callback").asText(""),
                        source.path("status_callback_method").asText());
    }

    @Override
    public String toString() {
        return "TwilioAccount[" + sid() + "]";
    }
}
