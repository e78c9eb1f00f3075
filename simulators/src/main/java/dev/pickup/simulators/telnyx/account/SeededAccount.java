package dev.pickup.simulators.telnyx.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one customer of the carrier has when the exchange starts. Immutable.
///
/// @param keys     the first one is the account's own, which may do everything
/// @param terms    how the carrier stands to the customer
/// @param webhooks how the customer is told what happens
/// @param holdings what the customer has set up
public record SeededAccount(
        String organizationId, List<ApiKey> keys, Terms terms, Webhooks webhooks, Holdings holdings) {
    public SeededAccount {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("An account has at least one key.");
        }
    }

    /// An account in good standing with one key that may do everything.
    ///
    /// @param apiKey the v2 key, such as `KEY0123`
    public SeededAccount(String apiKey, List<OwnedNumber> numbers, List<Application> applications) {
        this(
                "org-" + Integer.toHexString(apiKey.hashCode()),
                List.of(ApiKey.full(apiKey)),
                Terms.usual(),
                new Webhooks(Optional.empty(), Optional.empty()),
                new Holdings(numbers, applications, List.of(), List.of()));
    }

    /// What the carrier and its customer have agreed on.
    ///
    /// @param balance     what is left, in US dollars, a decimal
    /// @param mostNumbers the customer may have so many numbers
    public record Terms(Standing standing, String balance, int mostNumbers) {
        public Terms {
            balance = new BigDecimal(balance).setScale(2).toPlainString();
        }

        public static Terms usual() {
            return new Terms(Standing.ACTIVE, "100.00", 1_000);
        }
    }

    /// How the customer is told.
    ///
    /// @param signingSeed 64 hex digits; empty: the exchange makes one for the account, always the same
    /// @param orders      where the notification settings send `number_order.complete`; empty: nowhere
    public record Webhooks(Optional<String> signingSeed, Optional<String> orders) {}

    /// What the customer has set up.
    public record Holdings(
            List<OwnedNumber> numbers,
            List<Application> applications,
            List<MessagingProfile> messagingProfiles,
            List<Connection> connections) {
        public Holdings {
            numbers = List.copyOf(numbers);
            applications = List.copyOf(applications);
            messagingProfiles = List.copyOf(messagingProfiles);
            connections = List.copyOf(connections);
        }
    }

    public SeededAccount withKey(ApiKey key) {
        List<ApiKey> more = new ArrayList<>(keys);
        more.add(key);
        return new SeededAccount(organizationId, more, terms, webhooks, holdings);
    }

    public SeededAccount withStanding(Standing value) {
        return withTerms(new Terms(value, terms.balance(), terms.mostNumbers()));
    }

    public SeededAccount withBalance(String value) {
        return withTerms(new Terms(terms.standing(), value, terms.mostNumbers()));
    }

    public SeededAccount withMostNumbers(int value) {
        return withTerms(new Terms(terms.standing(), terms.balance(), value));
    }

    public SeededAccount withSigningSeed(String value) {
        return new SeededAccount(
                organizationId, keys, terms, new Webhooks(Optional.of(value), webhooks.orders()), holdings);
    }

    public SeededAccount withOrderWebhook(String url) {
        return new SeededAccount(
                organizationId, keys, terms, new Webhooks(webhooks.signingSeed(), Optional.of(url)), holdings);
    }

    public SeededAccount withMessagingProfiles(MessagingProfile... value) {
        return withHoldings(
                new Holdings(holdings.numbers(), holdings.applications(), List.of(value), holdings.connections()));
    }

    public SeededAccount withConnections(Connection... value) {
        return withHoldings(new Holdings(
                holdings.numbers(), holdings.applications(), holdings.messagingProfiles(), List.of(value)));
    }

    private SeededAccount withTerms(Terms value) {
        return new SeededAccount(organizationId, keys, value, webhooks, holdings);
    }

    private SeededAccount withHoldings(Holdings value) {
        return new SeededAccount(organizationId, keys, terms, webhooks, value);
    }

    /// Neither keys nor numbers are printed.
    @Override
    public String toString() {
        return "SeededAccount[" + organizationId + ", " + holdings.numbers().size() + " numbers]";
    }

    /// An owned number.
    ///
    /// @param id                 such as `1293384261075731499`
    /// @param phoneNumber        E.164
    /// @param connectionId       the application or connection it points to; empty for none
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

    /// A messaging profile.
    ///
    /// @param webhookUrl empty string for none
    public record MessagingProfile(String id, String name, String webhookUrl) {}

    /// Something else that numbers can point to: calls to them never reach call control.
    ///
    /// @param recordType `texml_application`, `credential_connection`, `ip_connection` or `fqdn_connection`
    /// @param url        the webhook or voice URL; empty string for none
    public record Connection(String id, String recordType, String name, String url) {
        public Connection {
            if (!recordType.matches("texml_application|(credential|ip|fqdn)_connection")) {
                throw new IllegalArgumentException("There are no connections of the type " + recordType + ".");
            }
        }
    }
}
