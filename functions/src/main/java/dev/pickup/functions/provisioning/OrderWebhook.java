package dev.pickup.functions.provisioning;

import dev.pickup.core.carrier.OrderNews;
import dev.pickup.core.carrier.OrderNewsCodec;
import dev.pickup.core.carrier.WebhookInbox;
import dev.pickup.core.carrier.WebhookRequest;
import dev.pickup.core.number.NumberDesk;
import dev.pickup.core.number.OrderReference;
import dev.pickup.functions.runtime.WebhookEntry.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A carrier's webhooks about number orders: a hint to look now, no more. What the order came to is asked from the
/// carrier. Blocking; any thread.
record OrderWebhook(OrderNewsCodec codec, WebhookInbox inbox, NumberDesk desk) {
    /// Carriers wait some seconds for an answer; what is not done by then is the reconciler's.
    private static final Duration BUDGET = Duration.ofMillis(1_500);

    /// Deals with one delivery. Repeat: harmless.
    Answer receive(WebhookRequest request, Instant now) {
        codec.verify(request, now); // raw body; not from the carrier: 401
        OrderNews news = codec.parse(request); // a shape we do not know: 400
        Optional<OrderReference> order = news.reference().flatMap(OrderReference::parse);
        if (order.isEmpty()) {
            return Answer.OK; // ordered by somebody else on this carrier account
        }
        return switch (inbox.claim(news.id(), now)) {
            case DONE -> Answer.OK;
            case IN_PROGRESS -> Answer.RETRY_LATER;
            case FRESH -> look(news.id(), order.get());
        };
    }

    private Answer look(String eventId, OrderReference order) {
        try {
            desk.hint(order, BUDGET);
            inbox.done(eventId);
            return Answer.OK;
        } catch (RuntimeException e) {
            inbox.release(eventId);
            throw e;
        }
    }
}
