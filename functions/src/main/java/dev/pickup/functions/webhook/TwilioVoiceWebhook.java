package dev.pickup.functions.webhook;

import dev.pickup.core.call.CallId;
import dev.pickup.core.call.CommandSender;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CarrierEvent;
import dev.pickup.core.carrier.CarrierEvent.CallAnswered;
import dev.pickup.core.carrier.CarrierEvent.CallEnded;
import dev.pickup.core.carrier.CarrierEvent.CallOffered;
import dev.pickup.core.carrier.CarrierEvent.StreamEnded;
import dev.pickup.core.carrier.WebhookCodec;
import dev.pickup.core.carrier.WebhookInbox;
import dev.pickup.core.carrier.WebhookRequest;
import dev.pickup.core.carrier.twilio.TwilioInstructions;
import dev.pickup.core.number.Did.CarrierName;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Twilio's webhooks about calls, from the raw request to the TwiML that answers it. Blocking; any thread.
///
/// Twilio asks what to do and does what the answer says. So a call that rings is answered by being told anything at
/// all, and whoever asks again, because the first answer got lost, has to be told again: with a stream of its own,
/// because a token opens one socket.
final class TwilioVoiceWebhook {
    /// One address that webhooks come to.
    ///
    /// @param codec  with the auth token that belongs to it
    /// @param key    what an event is remembered by, there
    /// @param take   takes an event in: `CallDesk.take`
    /// @param action the address itself, asked when a stream or a transfer is over
    record Entry(WebhookCodec codec, UnaryOperator<String> key, BiConsumer<CallId, CarrierEvent> take, URI action) {}

    private final WebhookInbox inbox;
    private final Function<Carrier, CommandSender> senders;

    /// @param senders makes one that gives all its commands to this carrier
    TwilioVoiceWebhook(WebhookInbox inbox, Function<Carrier, CommandSender> senders) {
        this.inbox = inbox;
        this.senders = senders;
    }

    /// What Twilio is told.
    sealed interface Answer {
        /// What the call does next.
        record Twiml(String xml) implements Answer {}

        /// Taken note of; nothing is asked.
        record Noted() implements Answer {}

        /// Somebody else is at this event: ask again.
        record RetryLater() implements Answer {}
    }

    /// Deals with one delivery. Repeat: harmless.
    ///
    /// @throws dev.pickup.core.carrier.WebhookRefusedException not to be acted on; nothing was written
    /// @throws RuntimeException a fault: the next delivery may succeed, and is let in at once
    Answer receive(WebhookRequest request, Entry entry, Instant now) {
        entry.codec().verify(request, now);
        CarrierEvent event = entry.codec().parse(request, now);
        if (event instanceof CarrierEvent.Irrelevant) {
            return new Answer.Noted();
        }
        String key = entry.key().apply(event.id());
        return switch (inbox.claim(key, now)) {
            case IN_PROGRESS -> new Answer.RetryLater();
            case FRESH -> work(event, entry, key, now);
            case DONE -> event instanceof CallEnded ? new Answer.Noted() : told(again(event, now), entry, now);
        };
    }

    private Answer work(CarrierEvent event, Entry entry, String key, Instant now) {
        try {
            Answer answer = told(event, entry, now);
            inbox.done(key);
            return answer;
        } catch (RuntimeException e) {
            inbox.release(key);
            throw e;
        }
    }

    /// Whoever asks again did not hear the answer: what it would have opened is lost.
    private static CarrierEvent again(CarrierEvent event, Instant now) {
        return new StreamEnded(event.id() + ":again", event.callerLegId(), now, Optional.empty());
    }

    private Answer told(CarrierEvent event, Entry entry, Instant now) {
        TwilioInstructions instructions = new TwilioInstructions(entry.action());
        CommandSender sender = senders.apply(instructions);
        CallId call = CallId.of(CarrierName.TWILIO, event.callerLegId());
        entry.take().accept(call, event);
        sender.deliver(call, now);
        if (event instanceof CallOffered offered) { // the TwiML below answers it
            entry.take().accept(call, new CallAnswered(event.id() + ":answered", now, offered.offer()));
            sender.deliver(call, now);
        }
        return event instanceof CallEnded ? new Answer.Noted() : new Answer.Twiml(instructions.toXml());
    }
}
