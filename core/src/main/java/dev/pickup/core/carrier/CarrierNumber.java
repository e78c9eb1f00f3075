package dev.pickup.core.carrier;

import dev.pickup.core.number.PhoneNumber;

/// A number in a customer's carrier account, and where it points today. For people to choose from; what a
/// rollback needs is [NumberRouting].
///
/// @param id     how the carrier names the number
/// @param name   what the customer calls it at the carrier; empty for nothing
/// @param active whether the carrier delivers calls to it
/// @param voice  whether it can be called
/// @param sms    whether it can be texted
/// @param calls  where calls go
/// @param texts  where texts go
public record CarrierNumber(
        PhoneNumber number,
        String id,
        String name,
        boolean active,
        boolean voice,
        boolean sms,
        Destination calls,
        Destination texts) {
    /// @param kind what it points to
    /// @param name what the customer calls that thing, or its id when it has no name; empty for a bare
    ///             URL and for nothing
    /// @param url  what is asked at the end; empty when it is not a URL or not told without another
    ///             request
    public record Destination(Kind kind, String name, String url) {
        public static final Destination NOWHERE = new Destination(Kind.NOWHERE, "", "");
    }

    /// Kinds of destinations, over all carriers.
    public enum Kind {
        NOWHERE,
        /// A URL on the number itself.
        URL,
        /// A call control, TeXML or TwiML application.
        APPLICATION,
        /// A SIP trunk or connection.
        TRUNK,
        /// Forwarded to another number by the carrier.
        FORWARDING,
        /// A messaging profile or messaging service.
        MESSAGING_PROFILE
    }
}
