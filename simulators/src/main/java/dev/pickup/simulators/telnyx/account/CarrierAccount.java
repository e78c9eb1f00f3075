package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// One customer of the carrier: key, money, numbers and applications, as they are now. Any thread.
///
/// Each resource is the JSON object that the API shows; readers get copies.
public final class CarrierAccount {
    private final String apiKey;
    private final String organizationId;
    private final String balance;
    private final Map<String, ObjectNode> numbers = new LinkedHashMap<>();
    private final Map<String, ObjectNode> voiceSettings = new LinkedHashMap<>();
    private final Map<String, ObjectNode> messagingSettings = new LinkedHashMap<>();
    private final Map<String, ObjectNode> applications = new LinkedHashMap<>();

    CarrierAccount(SeededAccount seed) {
        apiKey = seed.apiKey();
        organizationId = seed.organizationId();
        balance = seed.balance();
        seed.applications().forEach(a -> applications.put(a.id(), ApplicationResource.seeded(a)));
        for (SeededAccount.OwnedNumber number : seed.numbers()) {
            numbers.put(number.id(), NumberResource.number(number));
            voiceSettings.put(number.id(), NumberResource.voice(number));
            messagingSettings.put(number.id(), NumberResource.messaging(number));
        }
    }

    /// How a call to one of the account's numbers is routed now.
    ///
    /// @param forwardsTo  the number-level forwarding `always`, which no webhook ever hears of
    /// @param application what `connection_id` points to
    public record Routing(Optional<String> forwardsTo, Optional<CallApplication> application) {}

    public synchronized Optional<Routing> routing(String phoneNumber) {
        return number(phoneNumber).map(number -> {
            JsonNode forwarding = voiceSettings
                    .getOrDefault(text(number, "id"), emptyObject())
                    .path("call_forwarding");
            boolean always = forwarding.path("call_forwarding_enabled").asBoolean()
                    && forwarding.path("forwarding_type").asText().equals("always");
            return new Routing(
                    always ? Optional.of(forwarding.path("forwards_to").asText()) : Optional.empty(),
                    application(text(number, "connection_id")));
        });
    }

    /// The application with this id.
    public synchronized Optional<CallApplication> application(String id) {
        return Optional.ofNullable(applications.get(id)).map(CallApplication::of);
    }

    /// The owned number's resource.
    public synchronized Optional<ObjectNode> number(String phoneNumber) {
        return numbers.values().stream()
                .filter(n -> text(n, "phone_number").equals(phoneNumber))
                .findFirst()
                .map(ObjectNode::deepCopy);
    }

    public String organizationId() {
        return organizationId;
    }

    synchronized List<String> phoneNumbers() {
        return numbers.values().stream().map(n -> text(n, "phone_number")).toList();
    }

    boolean hasKey(String key) {
        return apiKey.equals(key);
    }

    ObjectNode balance() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("record_type", "balance")
                .put("balance", balance)
                .put("available_credit", balance)
                .put("credit_limit", "0.00")
                .put("pending", "0.00")
                .put("currency", "USD");
    }

    synchronized List<ObjectNode> all(Kind kind) {
        return map(kind).values().stream().map(ObjectNode::deepCopy).toList();
    }

    synchronized Optional<ObjectNode> find(Kind kind, String id) {
        return Optional.ofNullable(map(kind).get(id)).map(ObjectNode::deepCopy);
    }

    /// @return the resource as it is after `change`; empty when there is none with this id
    synchronized Optional<ObjectNode> change(Kind kind, String id, UnaryOperator<ObjectNode> change) {
        return find(kind, id).map(change).map(changed -> {
            map(kind).put(id, changed);
            return changed.deepCopy();
        });
    }

    synchronized void add(Kind kind, ObjectNode resource) {
        map(kind).put(text(resource, "id"), resource.deepCopy());
    }

    /// The resources of an account.
    enum Kind {
        NUMBER,
        VOICE,
        MESSAGING,
        APPLICATION
    }

    private Map<String, ObjectNode> map(Kind kind) {
        return switch (kind) {
            case NUMBER -> numbers;
            case VOICE -> voiceSettings;
            case MESSAGING -> messagingSettings;
            case APPLICATION -> applications;
        };
    }

    private static ObjectNode emptyObject() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String text(JsonNode resource, String field) {
        return resource.path(field).asText("");
    }

    /// Neither key nor numbers are printed.
    @Override
    public String toString() {
        return "CarrierAccount[" + organizationId + "]";
    }
}
