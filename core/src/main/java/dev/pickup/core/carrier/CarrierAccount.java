package dev.pickup.core.carrier;

import dev.pickup.core.Page;
import dev.pickup.core.credential.Secret;
import dev.pickup.core.number.PhoneNumber;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A customer's own account at a carrier: what we may do there, its numbers, and where each points.
///
/// It decides nothing: what to write, what to compare and what to put back is the importer's matter
/// (`core.byop.ByopImporter`); an adapter translates between [NumberRouting] and the carrier, and knows
/// the order in which its carrier wants fields written.
///
/// Shape: one account, opened by [CarrierAccounts]; numbers are named by the carrier's id; fields are
/// those of [NumberRouting].
/// Repeat: harmless, all of it. Reads change nothing. `prepare`, `write` and `removeOurs` each lead to a
/// state and not by a step: done again, or again after dying half way, they come to the same.
/// Ends: as each method says; besides, always, [CarrierUnavailableException] (no answer within the
/// client's limits, 429, 5xx, "being processed": the outcome is unknown, repeat) and
/// [CarrierRejectedException] (refused for good: `NOT_ALLOWED` when the credentials are wrong or may not;
/// else `OTHER` with the carrier's code). Neither carries a body.
/// Threads: blocking, at most the client's limits; any thread, any number at once, also for one number:
/// the last write stands.
/// Source: Telnyx OpenAPI `team-telnyx/openapi` `spec3.yml`, `phone_numbers`,
/// `call_control_applications`, `messaging_profiles`; Twilio `twilio/twilio-oai` `twilio_api_v2010.yaml`,
/// IncomingPhoneNumber (2026).
public interface CarrierAccount {
    /// What this carrier has to allow us, in the order in which a person should read it:
    /// [Capability#OPEN_ACCOUNT] first. What makes no sense at this carrier is left out.
    Set<Capability> capabilities();

    /// Finds out about one capability without changing anything: by a read, or by a write that the
    /// carrier must refuse for another reason once it has let the key in. Never throws for what the
    /// carrier says or fails to say: that is the finding. Called side by side, one thread for each.
    Finding probe(Capability capability);

    /// The account's name for itself at the carrier: Telnyx' organization id, Twilio's account SID. Two
    /// credentials with the same one open the same account.
    String accountId();

    /// What the carrier's webhooks for this account are verified with: Telnyx' public key in base64
    /// (asked from the carrier), Twilio's auth token. Empty when we were not given it: then no webhook
    /// can be accepted.
    Optional<Secret> webhookKey();

    /// The account's numbers, in an order that stays.
    ///
    /// @param limit 1 to 100
    /// @param next  as an earlier page of the same account said; anything else is
    ///              `UnknownCursorException`
    Page<CarrierNumber> numbers(int limit, Optional<String> next);

    /// Exactly this number; empty when the account does not have it (any more).
    Optional<CarrierNumber> find(PhoneNumber number);

    /// Where the number points now, wholly and from one reading; empty when the account does not have it
    /// (any more).
    Optional<NumberRouting> routing(String numberId);

    /// Makes what the number shall point to, or finds what an earlier attempt made under [OurPlace#name]
    /// and puts it right, and says which fields to write. The number itself is not touched, nor anything
    /// that other numbers share.
    ///
    /// @param before the number's routing before the first change: says what our own things should take
    ///               over, such as the profile to dial out with
    Preparation prepare(OurPlace place, NumberRouting before);

    /// Writes fields of a number, as few requests as possible, in the order that the carrier's precedence
    /// needs: used to point it at us, and with the fields of a former reading to put it back. Fields that
    /// are not named stay. Carriers may show a change a little later: the caller reads it back.
    ///
    /// @param fields any subset of the fields of a [NumberRouting] of this carrier, or of
    ///               [Preparation.Ready#fields]
    /// @throws CarrierRejectedException `OTHER` also when a field points to something that is gone, or
    /// the number is
    void write(String numberId, Map<String, String> fields);

    /// Removes whatever bears exactly `name`; returns when a read shows that nothing does. Never removes
    /// a thing that a number still points to: that ends in `OTHER`.
    void removeOurs(String name);
}
