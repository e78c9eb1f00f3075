package dev.pickup.core.carrier.twilio;

import com.twilio.rest.Domains;
import dev.pickup.core.carrier.Capability;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.Finding;
import dev.pickup.core.carrier.Finding.Cause;
import dev.pickup.core.carrier.Finding.Status;
import dev.pickup.core.carrier.twilio.TwilioRest.Region;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds out what credentials may do, changing nothing: by reads, and by writes to things that do not exist or without
/// what they need, which Twilio refuses for another reason once it has let the key in.
///
/// Permissions are checked before the resource: 404 and 400 prove that the key may, `70051` that it may not and which
/// permission it lacks. Source: Twilio "Restricted API keys", "Error and warning dictionary"; the order of the checks
/// is known from the field for reads and calls, and taken to be the same for the others.
final class TwilioDoctor {
    private static final String NOBODY = "00000000000000000000000000000000";
    private static final String KEYS_PAGE =
            "Twilio Console > Account > API keys & tokens > your key > Permissions: switch on ";
    private static final String TOKEN_PAGE = "Twilio Console > Account dashboard > Account Info > Auth Token: copy it";

    /// A request that changes nothing, and the status that proves that it may be made.
    private record Probe(Supplier<TwilioAnswer> request, int proof) {}

    private final TwilioRest rest;
    private final Optional<TwilioRest> withToken;
    private final boolean withKey;

    /// @param rest      with the credentials that we shall use
    /// @param withToken with the auth token, which opens what no standard key does
    /// @param withKey   whether `rest` uses an API key
    TwilioDoctor(TwilioRest rest, Optional<TwilioRest> withToken, boolean withKey) {
        this.rest = rest;
        this.withToken = withToken;
        this.withKey = withKey;
    }

    Finding probe(Capability capability) {
        try {
            return switch (capability) {
                case OPEN_ACCOUNT -> openAccount();
                case VERIFY_WEBHOOKS -> verifyWebhooks();
                default -> judge(capability, probes(capability));
            };
        } catch (CarrierUnavailableException e) {
            return Finding.unknown(capability, Cause.UNREACHABLE, "Twilio did not answer: " + e.code() + ".");
        }
    }

    static Set<Capability> capabilities() {
        return Stream.of(
                        Capability.OPEN_ACCOUNT,
                        Capability.READ_NUMBERS,
                        Capability.CHANGE_ROUTING,
                        Capability.CONTROL_CALLS,
                        Capability.VERIFY_WEBHOOKS,
                        Capability.PLACE_CALLS,
                        Capability.SEND_MESSAGES,
                        Capability.MANAGE_MESSAGING,
                        Capability.READ_RECORDINGS,
                        Capability.READ_COSTS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Probe> probes(Capability capability) {
        Map<String, String> one = Map.of("PageSize", "1");
        return switch (capability) {
            case READ_NUMBERS ->
                List.of(
                        new Probe(() -> rest.get("/IncomingPhoneNumbers.json", one), 200),
                        new Probe(() -> rest.get("/IncomingPhoneNumbers/PN" + NOBODY + ".json", Map.of()), 404));
            case CHANGE_ROUTING ->
                List.of(new Probe(() -> rest.set("/IncomingPhoneNumbers/PN" + NOBODY + ".json", Map.of()), 404));
            case CONTROL_CALLS ->
                List.of(
                        new Probe(() -> rest.get("/Calls/CA" + NOBODY + ".json", Map.of()), 404),
                        new Probe(() -> rest.set("/Calls/CA" + NOBODY + ".json", Map.of("Status", "completed")), 404));
            case PLACE_CALLS -> List.of(new Probe(() -> rest.once("/Calls.json", Map.of()), 400));
            case SEND_MESSAGES -> List.of(new Probe(() -> rest.once("/Messages.json", Map.of()), 400));
            case MANAGE_MESSAGING -> List.of(new Probe(() -> rest.read(Domains.MESSAGING, "/v1/Services", one), 200));
            case READ_RECORDINGS ->
                List.of(new Probe(() -> rest.get("/Recordings/RE" + NOBODY + ".json", Map.of()), 404));
            case READ_COSTS -> List.of(new Probe(() -> rest.get("/Usage/Records.json", one), 200));
            case OPEN_ACCOUNT, VERIFY_WEBHOOKS, MANAGE_APPLICATIONS -> List.of();
        };
    }

    private Finding judge(Capability capability, List<Probe> probes) {
        List<TwilioAnswer> lacking = new ArrayList<>();
        for (Probe probe : probes) {
            TwilioAnswer answer = probe.request().get();
            if (answer.missingPermission()) {
                lacking.add(answer);
            } else if (answer.status() != probe.proof()) {
                return refused(capability, answer);
            }
        }
        return lacking.isEmpty() ? Finding.ok(capability) : permissions(capability, lacking);
    }

    private static Finding permissions(Capability capability, List<TwilioAnswer> lacking) {
        String words = lacking.stream().map(TwilioAnswer::message).distinct().collect(Collectors.joining("; "));
        String names = lacking.stream()
                .map(TwilioAnswer::permission)
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return Finding.missing(
                capability, Cause.PERMISSION, words, KEYS_PAGE + (names.isEmpty() ? "what the message names" : names));
    }

    /// What the account as a whole says, whichever capability was asked for.
    private static Finding refused(Capability capability, TwilioAnswer answer) {
        if (answer.unavailable()) {
            return Finding.unknown(capability, Cause.UNREACHABLE, said(answer));
        }
        if (answer.notActive()) {
            return Finding.missing(
                    capability,
                    Cause.SUSPENDED,
                    said(answer),
                    "Twilio Console > Billing, and the e-mails from Twilio: settle what suspended the account");
        }
        if (answer.wrongCredentials()) {
            return Finding.missing(capability, Cause.WRONG_SECRET, said(answer), TOKEN_PAGE + " again, whole");
        }
        return Finding.unknown(capability, Cause.UNEXPECTED_ANSWER, said(answer));
    }

    private static String said(TwilioAnswer answer) {
        return answer.message().isEmpty() ? "HTTP " + answer.status() : answer.message();
    }

    private Finding openAccount() {
        Finding account = withToken
                .map(token -> ofAccount(token, token.get(".json", Map.of())))
                .orElseGet(() -> Finding.ok(Capability.OPEN_ACCOUNT));
        if (account.status() != Status.OK || !withKey) {
            return account;
        }
        Finding key = ofKey();
        return key.status() == Status.OK ? account : key;
    }

    /// The account's own resource: only the auth token opens it, whatever the account's state.
    private static Finding ofAccount(TwilioRest token, TwilioAnswer answer) {
        if (!answer.ok()) {
            return elsewhere(token, refused(Capability.OPEN_ACCOUNT, answer));
        }
        String status = answer.body().path("status").asText();
        if (!status.equals("active")) {
            return Finding.missing(
                    Capability.OPEN_ACCOUNT,
                    Cause.SUSPENDED,
                    "The account is " + status + ".",
                    "Twilio Console > Billing, and the e-mails from Twilio: settle what suspended the account");
        }
        if (answer.body().path("type").asText().equals("Trial")) {
            return new Finding(
                    Capability.OPEN_ACCOUNT,
                    Status.OK,
                    "A trial account: callers hear Twilio's notice first, and only verified numbers can be called or "
                            + "texted.",
                    "Twilio Console > Upgrade",
                    Optional.of(Cause.TRIAL));
        }
        return Finding.ok(Capability.OPEN_ACCOUNT);
    }

    /// Any answer but wrong credentials means that the key is known.
    private Finding ofKey() {
        TwilioAnswer answer = rest.get("/IncomingPhoneNumbers.json", Map.of("PageSize", "1"));
        if (answer.ok() || answer.missingPermission()) {
            return Finding.ok(Capability.OPEN_ACCOUNT);
        }
        return elsewhere(rest, refused(Capability.OPEN_ACCOUNT, answer));
    }

    /// Credentials are valid in one region only; elsewhere they are just wrong. So they are tried there.
    private static Finding elsewhere(TwilioRest rest, Finding here) {
        if (here.cause().filter(cause -> cause == Cause.WRONG_SECRET).isEmpty()) {
            return here;
        }
        for (Region region : List.of(Region.IE1, Region.AU1)) {
            if (knownIn(rest.in(region))) {
                return Finding.missing(
                        Capability.OPEN_ACCOUNT,
                        Cause.WRONG_REGION,
                        "The credentials are of the region " + region.wireName() + ".",
                        "Twilio Console > Account > API keys & tokens > Region: United States (US1), and take those");
            }
        }
        return here;
    }

    private static boolean knownIn(TwilioRest region) {
        try {
            TwilioAnswer answer = region.get("/IncomingPhoneNumbers.json", Map.of("PageSize", "1"));
            return answer.ok() || answer.missingPermission() || answer.notActive();
        } catch (CarrierUnavailableException _) {
            return false; // then nothing is known of that region
        }
    }

    /// Twilio signs with the auth token and nothing else.
    private Finding verifyWebhooks() {
        if (withToken.isEmpty()) {
            return Finding.missing(
                    Capability.VERIFY_WEBHOOKS,
                    Cause.SETUP,
                    "Twilio signs its webhooks with the auth token, which was not given.",
                    TOKEN_PAGE + " and add it beside the API key");
        }
        TwilioAnswer answer = withToken.get().get(".json", Map.of());
        return answer.ok() ? Finding.ok(Capability.VERIFY_WEBHOOKS) : refused(Capability.VERIFY_WEBHOOKS, answer);
    }
}
