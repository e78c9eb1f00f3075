package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.telnyx.fault.FaultTally;
import dev.pickup.simulators.telnyx.webhook.WebhookSigner;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// One customer of the carrier: keys, money, numbers and applications, as they are now. Any thread.
public final class CarrierAccount {
    private final SeededAccount seed;
    private final WebhookSigner signer;
    private final Clock clock;
    private final Ids ids;
    private final Resources resources = new Resources();
    private final Wallet wallet = new Wallet(resources);
    private final FaultTally faults = new FaultTally();
    private volatile Standing standing;

    CarrierAccount(SeededAccount seed, WebhookSigner signer, Clock clock) {
        this.seed = seed;
        this.signer = signer;
        this.clock = clock;
        ids = new Ids(seed.organizationId());
        standing = seed.terms().standing();
        AccountSeeds.plant(seed, resources, now());
    }

    /// How a call to one of the account's numbers is routed now.
    ///
    /// @param forwardsTo  the number-level forwarding `always`, which no webhook ever hears of
    /// @param application what `connection_id` points to, when that is a call control application
    public record Routing(Optional<String> forwardsTo, Optional<CallApplication> application) {}

    public Optional<Routing> routing(String phoneNumber) {
        return number(phoneNumber).map(number -> {
            JsonNode forwarding = resources
                    .find(Kind.VOICE, number.path("id").asText())
                    .orElseGet(JsonNodeFactory.instance::objectNode)
                    .path("call_forwarding");
            boolean always = forwarding.path("call_forwarding_enabled").asBoolean()
                    && forwarding.path("forwarding_type").asText().equals("always");
            return new Routing(
                    always ? Optional.of(forwarding.path("forwards_to").asText()) : Optional.empty(),
                    application(number.path("connection_id").asText("")));
        });
    }

    /// The application with this id.
    public Optional<CallApplication> application(String id) {
        return resources.find(Kind.APPLICATION, id).map(CallApplication::of);
    }

    /// The owned number's resource.
    public Optional<ObjectNode> number(String phoneNumber) {
        return resources.all(Kind.NUMBER, n -> n.path("phone_number").asText().equals(phoneNumber)).stream()
                .findFirst();
    }

    /// All that the account has, stable: the same state is the same text, byte for byte. Left out is `updated_at`, the
    /// one trace that a change leaves after it has been undone.
    public String state() {
        ObjectNode dump = dump();
        dump.findParents("updated_at").forEach(parent -> ((ObjectNode) parent).remove("updated_at"));
        return dump.toPrettyString();
    }

    /// All that the account has, with nothing left out.
    ObjectNode dump() {
        return resources.dump();
    }

    /// What a dump held is there again. What the seed has set up is as the seed says, because that may have moved
    /// since; where the numbers point, which there are and what is left is as it was.
    void restore(JsonNode dump) {
        resources.atomically(() -> {
            resources.restore(dump);
            AccountSeeds.replant(seed, resources, now());
            return true;
        });
    }

    /// What goes wrong with the account's requests and orders.
    public FaultTally faults() {
        return faults;
    }

    public Standing standing() {
        return standing;
    }

    /// The carrier changes its mind about the customer.
    public void stand(Standing value) {
        standing = value;
    }

    public Resources resources() {
        return resources;
    }

    public Wallet wallet() {
        return wallet;
    }

    /// Whose key signs the account's webhooks.
    public WebhookSigner signer() {
        return signer;
    }

    public String organizationId() {
        return seed.organizationId();
    }

    public int mostNumbers() {
        return standing == Standing.TRIAL ? 1 : seed.terms().mostNumbers();
    }

    /// Where `number_order.complete` goes.
    public Optional<String> orderWebhook() {
        return seed.webhooks().orders();
    }

    /// A new id of 19 digits, as numbers and connections have.
    public String newDigits() {
        return ids.digits(this::taken);
    }

    /// A new UUID, as orders and profiles have.
    public String newUuid() {
        return ids.uuid(this::taken);
    }

    /// As the API writes a point in time.
    public String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// A number becomes the account's, pointing where its order says.
    ///
    /// @param type `local`, `toll_free` or `mobile`; shown by its old name at first, as on a real account
    /// @param sms  whether it can be texted
    public void own(String phoneNumber, String country, String type, boolean sms, JsonNode order) {
        String legacy = type.equals("toll_free") ? "tollfree" : type.equals("local") ? "longcode" : type;
        String id = newDigits();
        resources.atomically(() -> {
            NumberResource.put(new NumberResource.Bought(id, phoneNumber, country, legacy, sms, now()), resources);
            NumberResource.point(
                    resources,
                    id,
                    named(order, "connection_id")
                            .filter(c -> resources.has(Kind.APPLICATION, c) || resources.has(Kind.CONNECTION, c)),
                    named(order, "messaging_profile_id").filter(p -> resources.has(Kind.MESSAGING_PROFILE, p)));
            for (String field : List.of("customer_reference", "billing_group_id")) {
                resources.change(
                        Kind.NUMBER, id, n -> n.put(field, named(order, field).orElse(null)));
            }
            return true;
        });
    }

    private static Optional<String> named(JsonNode order, String field) {
        return Optional.ofNullable(order.path(field).textValue()).filter(text -> !text.isEmpty());
    }

    List<String> phoneNumbers() {
        return resources.texts(Kind.NUMBER, "phone_number");
    }

    boolean hasKey(String secret) {
        return seed.keys().stream().anyMatch(k -> k.secret().equals(secret));
    }

    boolean allows(String secret, Optional<Permission> needed) {
        return needed.isEmpty()
                || seed.keys().stream()
                        .filter(k -> k.secret().equals(secret))
                        .anyMatch(k -> k.permissions().contains(needed.get()));
    }

    private boolean taken(String id) {
        for (Kind kind : Kind.values()) {
            if (resources.has(kind, id)) {
                return true;
            }
        }
        return false;
    }

    /// Neither keys nor numbers are printed.
    @Override
    public String toString() {
        return "CarrierAccount[" + organizationId() + "]";
    }
}
