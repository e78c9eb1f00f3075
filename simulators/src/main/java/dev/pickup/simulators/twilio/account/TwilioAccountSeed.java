package dev.pickup.simulators.twilio.account;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an account has when the exchange starts. Immutable; begin with [#of].
///
/// @param region    where these credentials are valid: `us1`, `ie1` or `au1`
/// @param type      `Full` or `Trial`
/// @param status    `active`, `suspended` or `closed`
/// @param verified  numbers that a trial account may call and text
/// @param optedOut  numbers that have sent STOP
/// @param concurrency requests at once; more are answered with 429
@RecordBuilder
public record TwilioAccountSeed(
        String sid,
        String authToken,
        String region,
        String type,
        String status,
        List<ApiKey> keys,
        List<OwnedNumber> numbers,
        List<Application> applications,
        List<Service> services,
        List<Trunk> trunks,
        Set<String> verified,
        Set<String> optedOut,
        int concurrency) {
    private static final int USUAL_CONCURRENCY = 100;

    public TwilioAccountSeed {
        keys = List.copyOf(keys);
        numbers = List.copyOf(numbers);
        applications = List.copyOf(applications);
        services = List.copyOf(services);
        trunks = List.copyOf(trunks);
        verified = Set.copyOf(verified);
        optedOut = Set.copyOf(optedOut);
        require(sid.matches("AC[0-9a-f]{32}"), "An account SID is AC and 32 hex digits.");
        require(!authToken.isBlank(), "An account has an auth token.");
        require(region.matches("us1|ie1|au1"), "A region is us1, ie1 or au1.");
        require(type.matches("Full|Trial"), "An account is Full or Trial.");
        require(status.matches("active|suspended|closed"), "An account is active, suspended or closed.");
    }

    /// A paying customer in the United States with nothing but a number or so.
    public static TwilioAccountSeed of(String sid, String authToken, OwnedNumber... numbers) {
        return new TwilioAccountSeed(
                sid,
                authToken,
                "us1",
                "Full",
                "active",
                List.of(),
                List.of(numbers),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                USUAL_CONCURRENCY);
    }

    public TwilioAccountSeed inRegion(String value) {
        return copy(value, type, status, keys, applications, services, trunks);
    }

    public TwilioAccountSeed withType(String value) {
        return copy(region, value, status, keys, applications, services, trunks);
    }

    public TwilioAccountSeed withStatus(String value) {
        return copy(region, type, value, keys, applications, services, trunks);
    }

    public TwilioAccountSeed withKey(ApiKey key) {
        return copy(region, type, status, plus(keys, key), applications, services, trunks);
    }

    public TwilioAccountSeed withApplication(Application application) {
        return copy(region, type, status, keys, plus(applications, application), services, trunks);
    }

    public TwilioAccountSeed withService(Service service) {
        return copy(region, type, status, keys, applications, plus(services, service), trunks);
    }

    public TwilioAccountSeed withTrunk(Trunk trunk) {
        return copy(region, type, status, keys, applications, services, plus(trunks, trunk));
    }

    public TwilioAccountSeed withVerified(String... value) {
        return TwilioAccountSeedBuilder.builder(this).verified(Set.of(value)).build();
    }

    public TwilioAccountSeed withOptedOut(String... value) {
        return TwilioAccountSeedBuilder.builder(this).optedOut(Set.of(value)).build();
    }

    public TwilioAccountSeed withConcurrency(int value) {
        return TwilioAccountSeedBuilder.builder(this).concurrency(value).build();
    }

    private TwilioAccountSeed copy(
            String newRegion,
            String newType,
            String newStatus,
            List<ApiKey> newKeys,
            List<Application> newApplications,
            List<Service> newServices,
            List<Trunk> newTrunks) {
        return new TwilioAccountSeed(
                sid,
                authToken,
                newRegion,
                newType,
                newStatus,
                newKeys,
                numbers,
                newApplications,
                newServices,
                newTrunks,
                verified,
                optedOut,
                concurrency);
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> all = new ArrayList<>(list);
        all.add(more);
        return all;
    }

    /// An owned number.
    ///
    /// @param settings where it points, as parameters of the API: `VoiceUrl`, `TrunkSid`, …; `VoiceRegion` besides
    public record OwnedNumber(String sid, String phoneNumber, Map<String, String> settings) {
        public OwnedNumber {
            settings = Map.copyOf(settings);
            require(sid.matches("PN[0-9a-f]{32}"), "A number's SID is PN and 32 hex digits.");
            require(phoneNumber.matches("\\+[1-9][0-9]{6,14}"), "An owned number is in E.164.");
        }
    }

    /// A TwiML application.
    ///
    /// @param settings parameters of the API: `VoiceUrl`, …
    public record Application(String sid, String friendlyName, Map<String, String> settings) {
        public Application {
            settings = Map.copyOf(settings);
            require(sid.matches("AP[0-9a-f]{32}"), "An application's SID is AP and 32 hex digits.");
        }
    }

    /// A messaging service.
    ///
    /// @param useNumbersWebhook whether an inbound message goes to the number's own URL
    /// @param senders           SIDs of numbers in its pool
    public record Service(
            String sid, String friendlyName, String inboundUrl, boolean useNumbersWebhook, List<String> senders) {
        public Service {
            senders = List.copyOf(senders);
            require(sid.matches("MG[0-9a-f]{32}"), "A service's SID is MG and 32 hex digits.");
        }
    }

    /// An elastic SIP trunk.
    public record Trunk(String sid, String friendlyName) {
        public Trunk {
            require(sid.matches("TK[0-9a-f]{32}"), "A trunk's SID is TK and 32 hex digits.");
        }
    }

    /// The token is not printed.
    @Override
    public String toString() {
        return "TwilioAccountSeed[" + sid + ", " + numbers.size() + " numbers]";
    }

    private static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
