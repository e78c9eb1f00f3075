package dev.pickup.core.number;

import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.ManagedNumbers;
import dev.pickup.core.carrier.NumberMarket;
import dev.pickup.core.carrier.NumberMarket.Why;
import dev.pickup.core.number.Did.Status;
import dev.pickup.core.number.NumberStore.AttachOutcome;
import dev.pickup.core.number.SagaMove.Question;
import dev.pickup.core.number.SagaMove.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Asks the carrier, or our own stores, and turns every end into a reply. Blocking; any thread.
record SagaAsker(NumberMarket market, ManagedNumbers managed, NumberStore numbers) {
    /// Codes of the client itself for requests that the carrier may still be working on.
    private static final Set<String> UNDER_WAY = Set.of("timeout", "connection", "interrupted");

    Reply ask(Question question, OrderReference order, Instant now) {
        try {
            return answer(question, order, now);
        } catch (CarrierUnavailableException e) {
            return new Reply.Unavailable(!UNDER_WAY.contains(e.code()), e.code(), e.requestId());
        } catch (CarrierRejectedException e) {
            return new Reply.Refused(Why.OTHER, e.code(), e.requestId());
        }
    }

    private Reply answer(Question question, OrderReference order, Instant now) {
        return switch (question) {
            case Question.Offer offer -> new Reply.Offered(market.offer(offer.number()));
            case Question.Place place -> placed(market.place(place.number(), place.reference()));
            case Question.Placed placed -> new Reply.Found(market.placed(placed.reference()));
            case Question.Order one ->
                new Reply.Found(market.order(one.orderId()).map(List::of).orElse(List.of()));
            case Question.Cancel cancel -> done(() -> market.cancel(cancel.orderId()));
            case Question.Locate locate -> new Reply.Located(managed.find(locate.number()));
            case Question.Voice voice -> done(() -> managed.connectVoice(voice.numberId()));
            case Question.Messages messages -> done(() -> managed.enableMessages(messages.numberId()));
            case Question.Attach attach ->
                numbers.attach(order.account(), attach.number(), attach.agent(), now) == AttachOutcome.DONE
                        ? new Reply.Done()
                        : new Reply.AgentGone();
            case Question.Release release -> new Reply.Released(managed.release(release.numberId()));
            case Question.GiveBack back ->
                numbers.resolve(back.number())
                        .<Reply>map(did -> new Reply.Wanted(did.status() != Status.ORDERED))
                        .orElseGet(() -> new Reply.Released(managed.release(back.numberId())));
        };
    }

    private static Reply placed(NumberMarket.PlaceOutcome outcome) {
        return switch (outcome) {
            case NumberMarket.PlaceOutcome.Placed placed -> new Reply.Accepted(placed.order());
            case NumberMarket.PlaceOutcome.Refused refused ->
                new Reply.Refused(refused.why(), refused.code(), refused.requestId());
        };
    }

    private static Reply done(Runnable action) {
        action.run();
        return new Reply.Done();
    }
}
