package dev.pickup.functions.webhook;

import dev.pickup.core.call.CallDesk;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.CommandSender;
import dev.pickup.core.carrier.CarrierEvent;
import dev.pickup.core.carrier.WebhookInbox;
import dev.pickup.core.carrier.WebhookRequest;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.functions.runtime.WebhookEntry.Answer;
import java.time.Instant;

/// One carrier's webhooks about calls, from the raw request to the commands it leads to. Blocking; any thread.
final class VoiceWebhook {
    private final CarrierName carrier;
    private final WebhookInbox inbox;
    private final CallDesk desk;
    private final CommandSender commands;

    VoiceWebhook(CarrierName carrier, WebhookInbox inbox, CallDesk desk, CommandSender commands) {
        this.carrier = carrier;
        this.inbox = inbox;
        this.desk = desk;
        this.commands = commands;
    }

    /// Deals with one delivery. Repeat: harmless.
    ///
    /// @param door the address it came to, with its key
    ///
    /// @throws dev.pickup.core.carrier.WebhookRefusedException not to be acted on; nothing was written
    /// @throws RuntimeException a fault: the next delivery of the event may succeed, and is let in at once
    Answer receive(WebhookRequest request, WebhookDoor door, Instant now) {
        door.codec().verify(request, now); // raw body; not from the carrier: 401
        CarrierEvent event = door.codec().parse(request, now); // a shape we do not know: 400
        if (event instanceof CarrierEvent.Irrelevant) {
            return Answer.OK;
        }
        return switch (inbox.claim(door.eventKey(event.id()), now)) { // carriers deliver more than once
            case DONE -> Answer.OK;
            case IN_PROGRESS -> Answer.RETRY_LATER;
            case FRESH -> work(event, door, now);
        };
    }

    private Answer work(CarrierEvent event, WebhookDoor door, Instant now) {
        String key = door.eventKey(event.id());
        try {
            CallId id = CallId.of(carrier, event.callerLegId());
            CallId call = desk.take(id, event, door.through()); // state, commands, facts: at once
            commands.deliver(call, now); // all that is pending, each under its own id
            inbox.done(key); // a crash above: the claim expires, all repeats safely
            return Answer.OK;
        } catch (RuntimeException e) {
            inbox.release(key);
            throw e;
        }
    }
}
