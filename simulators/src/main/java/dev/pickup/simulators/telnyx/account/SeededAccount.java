package dev.pickup.simulators.telnyx.account;

import java.util.List;
import java.util.Optional;

/// What one customer of the carrier has when the exchange starts. Immutable; nothing of it is kept over a restart.
///
/// @param apiKey       the v2 key, such as `KEY0123`
/// @param balance      what is left, in US dollars, a decimal
public record SeededAccount(
        String apiKey,
        String organizationId,
        String balance,
        List<OwnedNumber> numbers,
        List<Application> applications) {
    public SeededAccount {
        numbers = List.copyOf(numbers);
        applications = List.copyOf(applications);
        if (!apiKey.matches("KEY[A-Za-z0-9_]{1,100}")) {
            throw new IllegalArgumentException("A key of API v2 begins with KEY, followed by letters, digits or _.");
        }
    }

    public SeededAccount(String apiKey, List<OwnedNumber> numbers, List<Application> applications) {
        this(apiKey, "org-" + Integer.toHexString(apiKey.hashCode()), "100.00", numbers, applications);
    }

    /// The key is not printed.
    @Override
    public String toString() {
        return "SeededAccount[" + organizationId + ", " + numbers.size() + " numbers]";
    }

    /// An owned number.
    ///
    /// @param id                 such as `1293384261075731499`
    /// @param phoneNumber        E.164
    /// @param connectionId       the application it points to; empty for none
    /// @param messagingProfileId empty for none
    public record OwnedNumber(
            String id, String phoneNumber, Optional<String> connectionId, Optional<String> messagingProfileId) {
        public OwnedNumber {
            if (!phoneNumber.matches("\\+[1-9][0-9]{6,14}")) {
                throw new IllegalArgumentException("An owned number is in E.164.");
            }
        }

        public OwnedNumber(String id, String phoneNumber, String connectionId) {
            this(id, phoneNumber, Optional.of(connectionId), Optional.empty());
        }
    }

    /// A call control application.
    ///
    /// @param webhookEventFailoverUrl empty string for none, as the carrier has it
    /// @param firstCommandTimeoutSecs a parked call ends after this; empty: the carrier waits for ever
    /// @param outboundVoiceProfileId  without one, dialling out and transfers are refused by the network
    public record Application(
            String id,
            String name,
            String webhookEventUrl,
            String webhookEventFailoverUrl,
            Optional<Integer> firstCommandTimeoutSecs,
            Optional<String> outboundVoiceProfileId) {
        /// As a careful customer sets one up: 30 s for the first command, and an outbound voice profile.
        public Application(String id, String name, String webhookEventUrl) {
            this(id, name, webhookEventUrl, "", Optional.of(30), Optional.of("ovp-" + id));
        }
    }
}
