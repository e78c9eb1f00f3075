package dev.pickup.functions.webhook;

import dev.pickup.core.call.CallDesk;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.CommandSender;
import dev.pickup.core.carrier.CarrierEvent;
import dev.pickup.core.carrier.WebhookCodec;
import dev.pickup.core.carrier.WebhookInbox;
import dev.pickup.core.carrier.WebhookRequest;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.functions.runtime.WebhookEntry.Answer;
import java.time.Instant;

/// One carrier's webhooks about calls, from the raw request to the commands it leads to. Blocking; any thread.
final class VoiceWebhook {
    private final CarrierName carrier;
    private final WebhookCodec codec;
    private final WebhookInbox inbox;
    private final CallDesk desk;
    private final CommandSender commands;

    VoiceWebhook(CarrierName carrier, WebhookCodec codec, WebhookInbox inbox, CallDesk desk, CommandSender commands) {
        this.carrier = carrier;
        this.codec = codec;
        this.inbox = inbox;
        this.desk = desk;
        this.commands = commands;
    }

    /// Deals with one delivery. Repeat: harmless.
    ///
    /// @throws dev.pickup.core.carrier.WebhookRefusedException not to be acted on; nothing was written
    /// @throws RuntimeException a fault: the next delivery of the event may succeed, and is let in at once
    Answer receive(WebhookRequest request, Instant now) {
        codec.verify(request, now); // raw body; not from the carrier: 401
        CarrierEvent event = codec.parse(request, now); // a shape we do not know: 400
        if (event instanceof CarrierEvent.Irrelevant) {
            return Answer.OK;
        }
        return switch (inbox.claim(event.id(), now)) { // carriers deliver more than once
            case DONE -> Answer.OK;
            case IN_PROGRESS -> Answer.RETRY_LATER;
            case FRESH -> work(event, now);
        };
    }

    private Answer work(CarrierEvent event, Instant now) {
        try {
            CallId call = desk.take(CallId.of(carrier, event.callerLegId()), event); // state, commands, facts: at once
            commands.deliver(call, now); // all that is pending, each under its own id
            inbox.done(event.id()); // a crash above: the claim expires, all repeats safely
            return Answer.OK;
        } catch (RuntimeException e) {
            inbox.release(event.id());
            throw e;
        }
    }
}
