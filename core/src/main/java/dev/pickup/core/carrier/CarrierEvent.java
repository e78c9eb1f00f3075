package dev.pickup.core.carrier;

import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.number.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/// What a carrier tells us about a call: at least once, in any order, perhaps never.
public sealed interface CarrierEvent {
    /// The carrier's id of this fact; the same on every delivery of it.
    String id();

    /// The leg id of the **caller** whose call it is about, also when it happened to another leg.
    String callerLegId();

    /// When it happened at the carrier.
    Instant occurredAt();

    /// The facts of a caller's leg that its own events repeat, so that whichever comes first tells them.
    ///
    /// @param caller empty when withheld or not a number
    /// @param called the number that was dialled
    record Offer(CallLeg leg, Optional<PhoneNumber> caller, PhoneNumber called) {
        Offer through(Optional<CredentialId> credential) {
            return new Offer(leg.through(credential), caller, called);
        }
    }

    /// Somebody rings.
    record CallOffered(String id, Instant occurredAt, Offer offer) implements OfCaller {
        @Override
        public OfCaller through(Optional<CredentialId> credential) {
            return new CallOffered(id, occurredAt, offer.through(credential));
        }
    }

    /// The caller is connected.
    record CallAnswered(String id, Instant occurredAt, Offer offer) implements OfCaller {
        @Override
        public OfCaller through(Optional<CredentialId> credential) {
            return new CallAnswered(id, occurredAt, offer.through(credential));
        }
    }

    /// The caller's leg is over. `occurredAt` is when it ended.
    record CallEnded(String id, Instant occurredAt, Offer offer, HangupCause cause) implements OfCaller {
        @Override
        public OfCaller through(Optional<CredentialId> credential) {
            return new CallEnded(id, occurredAt, offer.through(credential), cause);
        }
    }

    /// What happened to the caller's own leg and names both parties.
    sealed interface OfCaller extends CarrierEvent {
        Offer offer();

        /// The same event, of a leg in the carrier account that this credential opens: a codec does not know whose
        /// webhooks it reads.
        OfCaller through(Optional<CredentialId> credential);

        @Override
        default String callerLegId() {
            return offer().leg().legId();
        }
    }

    /// The caller talks to the transfer's target. Comes once per leg.
    record CallBridged(String id, String callerLegId, Instant occurredAt) implements CarrierEvent {}

    /// The leg dialled by a transfer is over, or never came about.
    record TransferLegEnded(String id, String callerLegId, Instant occurredAt, HangupCause cause)
            implements CarrierEvent {}

    /// A sentence of [Carrier#speak] was said, or cut short.
    record SpeechEnded(String id, String callerLegId, Instant occurredAt) implements CarrierEvent {}

    /// A media stream came up.
    record StreamStarted(String id, String callerLegId, Instant occurredAt) implements CarrierEvent {}

    /// A media stream ended or never came up, whoever ended it.
    ///
    /// @param path last element of the stream's URL, which says which of the call's streams it was; empty when the
    ///             carrier does not say
    record StreamEnded(String id, String callerLegId, Instant occurredAt, Optional<String> path)
            implements CarrierEvent {
        /// The path is a token.
        @Override
        public String toString() {
            return "StreamEnded[" + id + "]";
        }
    }

    /// A fact we do not act on: digits (they come over the socket), playback, costs, legs of others.
    record Irrelevant(String id, String callerLegId, Instant occurredAt, String type) implements CarrierEvent {}
}
