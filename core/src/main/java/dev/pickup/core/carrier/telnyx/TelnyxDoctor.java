package dev.pickup.core.carrier.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.core.carrier.Capability;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.Finding;
import dev.pickup.core.carrier.Finding.Cause;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/// Finds out what a key may do, without changing anything: by a read, or by a change of something that does not exist
/// and a creation that says nothing. Those the carrier refuses with 404 or 422 once it has let the key in, and with 403
/// when it has not.
final class TelnyxDoctor {
    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();
    /// No resource of the carrier has this id.
    private static final String NOBODY = "0";
    private static final String NO_PROFILE = "00000000-0000-4000-8000-000000000000";
    private static final String NO_CALL = "v3%3Anone";
    private static final int PUBLIC_KEY_BYTES = 32;

    private final TelnyxWire wire;

    TelnyxDoctor(TelnyxWire wire) {
        this.wire = wire;
    }

    Finding probe(Capability capability) {
        try {
            return finding(capability);
        } catch (CarrierUnavailableException e) {
            return Finding.unknown(capability, Cause.UNREACHABLE, "No answer from Telnyx: " + e.code());
        }
    }

    private Finding finding(Capability capability) {
        return switch (capability) {
            case OPEN_ACCOUNT -> account();
            case READ_NUMBERS -> read(capability, one("/phone_numbers"));
            case CHANGE_ROUTING -> refused(capability, wire.patch("/phone_numbers/" + NOBODY, NOTHING));
            case MANAGE_APPLICATIONS ->
                both(
                        read(capability, one("/call_control_applications")),
                        () -> refused(capability, wire.patch("/call_control_applications/" + NOBODY, NOTHING)));
            case CONTROL_CALLS -> refused(capability, wire.post("/calls/" + NO_CALL + "/actions/hangup", NOTHING));
            case VERIFY_WEBHOOKS -> publicKey();
            case PLACE_CALLS -> both(refused(capability, wire.post("/calls", NOTHING)), this::outboundProfile);
            case SEND_MESSAGES -> refused(capability, wire.post("/messages", NOTHING));
            case MANAGE_MESSAGING ->
                both(
                        read(capability, one("/messaging_profiles")),
                        () -> refused(capability, wire.patch("/messaging_profiles/" + NO_PROFILE, NOTHING)));
            case READ_RECORDINGS -> read(capability, one("/recordings"));
            case READ_COSTS ->
                read(
                        capability,
                        one("/detail_records?" + TelnyxLists.parameter("filter[record_type]", "call-control")));
        };
    }

    /// Every key may ask who it is. Should the carrier take that away, its balance tells as much: a key that may not
    /// see it was recognised all the same.
    private Finding account() {
        TelnyxReply reply = wire.get("/whoami");
        TelnyxReply telling = reply.notFound() ? wire.get("/balance") : reply;
        boolean recognised = telling.ok() || (telling.status() == 403 && cause(telling) == Cause.PERMISSION);
        return recognised ? TelnyxTrial.probe(wire) : bad(Capability.OPEN_ACCOUNT, telling);
    }

    private Finding publicKey() {
        TelnyxReply reply = wire.get("/public_key");
        if (reply.ok() && key(reply).isEmpty()) {
            return Finding.unknown(
                    Capability.VERIFY_WEBHOOKS,
                    Cause.UNEXPECTED_ANSWER,
                    "The public key has a form that is not known.");
        }
        return read(Capability.VERIFY_WEBHOOKS, reply);
    }

    /// The account's public key in base64; empty when the answer has none.
    static Optional<String> key(TelnyxReply reply) {
        String text = reply.data().path("public").asText("");
        try {
            return Base64.getDecoder().decode(text).length == PUBLIC_KEY_BYTES ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Finding outboundProfile() {
        TelnyxReply reply = one("/outbound_voice_profiles");
        if (reply.ok() && reply.data().isEmpty()) {
            return Finding.missing(
                    Capability.PLACE_CALLS,
                    Cause.SETUP,
                    "The account has no outbound voice profile.",
                    TelnyxGrants.outboundProfile());
        }
        return read(Capability.PLACE_CALLS, reply);
    }

    /// A list, of which one item is enough.
    private TelnyxReply one(String path) {
        return wire.get(TelnyxLists.paged(path, 1, 1));
    }

    private static Finding read(Capability capability, TelnyxReply reply) {
        return reply.ok() ? Finding.ok(capability) : bad(capability, reply);
    }

    /// The carrier must refuse, for another reason than the key.
    private static Finding refused(Capability capability, TelnyxReply reply) {
        boolean letIn = reply.status() == 400 || reply.status() == 404 || reply.status() == 422;
        return letIn ? Finding.ok(capability) : bad(capability, reply);
    }

    private static Finding both(Finding first, Supplier<Finding> second) {
        return first.status() == Finding.Status.OK ? second.get() : first;
    }

    private static Finding bad(Capability capability, TelnyxReply reply) {
        Cause cause = cause(reply);
        String words = words(reply);
        return switch (cause) {
            case WRONG_SECRET -> Finding.missing(capability, cause, words, TelnyxGrants.wrongSecret());
            case SUSPENDED -> Finding.missing(capability, cause, words, TelnyxGrants.suspended());
            case PERMISSION -> Finding.missing(capability, cause, words, TelnyxGrants.permission(capability));
            case SETUP -> Finding.missing(capability, cause, words, TelnyxGrants.notEnabled());
            case WRONG_REGION, TRIAL, TRIAL_UNKNOWN, UNREACHABLE, UNEXPECTED_ANSWER ->
                Finding.unknown(capability, Cause.UNEXPECTED_ANSWER, words);
        };
    }

    /// By the code, then by the status. Source: Telnyx "API errors".
    private static Cause cause(TelnyxReply reply) {
        return switch (reply.code()) {
            case "10009", "20002", "20003", "20006", "20008" -> Cause.WRONG_SECRET;
            case "20012", "20013", "20014", "20100" -> Cause.SUSPENDED;
            case "10038", "10039", "20015", "20016", "20017" -> Cause.SETUP;
            default ->
                switch (reply.status()) {
                    case 401 -> Cause.WRONG_SECRET;
                    case 403 -> Cause.PERMISSION;
                    default -> Cause.UNEXPECTED_ANSWER;
                };
        };
    }

    private static String words(TelnyxReply reply) {
        JsonNode first = reply.body().path("errors").path(0);
        return first.isMissingNode() ? "HTTP " + reply.status() : reply.code() + ": " + reply.words();
    }
}
