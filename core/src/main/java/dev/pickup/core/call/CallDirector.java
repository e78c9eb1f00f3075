package dev.pickup.core.call;

import static dev.pickup.core.call.CallState.ANSWERED;
import static dev.pickup.core.call.CallState.ENDED;
import static dev.pickup.core.call.CallState.IN_PROGRESS;
import static dev.pickup.core.call.CallState.RINGING;
import static dev.pickup.core.call.CallState.TRANSFERRED;
import static dev.pickup.core.call.CallState.TRANSFERRING;

import dev.pickup.core.carrier.CarrierCommand;
import dev.pickup.core.carrier.CarrierCommand.Answer;
import dev.pickup.core.carrier.CarrierCommand.HangUp;
import dev.pickup.core.carrier.CarrierCommand.Speak;
import dev.pickup.core.carrier.CarrierCommand.StartStream;
import dev.pickup.core.carrier.CarrierCommand.Transfer;
import dev.pickup.core.carrier.CarrierEvent;
import dev.pickup.core.carrier.CarrierEvent.CallAnswered;
import dev.pickup.core.carrier.CarrierEvent.CallBridged;
import dev.pickup.core.carrier.CarrierEvent.CallEnded;
import dev.pickup.core.carrier.CarrierEvent.CallOffered;
import dev.pickup.core.carrier.CarrierEvent.Irrelevant;
import dev.pickup.core.carrier.CarrierEvent.OfCaller;
import dev.pickup.core.carrier.CarrierEvent.Offer;
import dev.pickup.core.carrier.CarrierEvent.SpeechEnded;
import dev.pickup.core.carrier.CarrierEvent.StreamEnded;
import dev.pickup.core.carrier.CarrierEvent.StreamStarted;
import dev.pickup.core.carrier.CarrierEvent.TransferLegEnded;
import dev.pickup.core.carrier.CarrierRejectedException.Reason;
import dev.pickup.core.carrier.HangupCause;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Decides what a carrier's event means for a call. Pure: the same inputs give the same transition; no clock, no
/// I/O.
///
/// Events come twice, late, in any order, or not at all; whichever of a leg's own events comes first makes the call. A
/// call that is over takes late facts in and gives no more commands.
public final class CallDirector {
    /// A stream that breaks is replaced this often; after that the line is given up. Chosen: a task that dies
    /// takes one.
    static final int MAX_STREAMS = 5;

    private CallDirector() {}

    /// The first we hear of a call.
    public static Transition first(Resolution resolution, OfCaller event) {
        Decision decision = Decision.onNew(ringing(resolution, event.offer(), event.occurredAt()));
        if (resolution.answering() instanceof Answering.ByAgent by) {
            decision.tell(CallFacts.started(decision.call(), by));
        }
        return switch (event) {
            case CallOffered _ -> decision.give(new Answer()).done();
            case CallAnswered answered -> answered(decision, answered.occurredAt());
            case CallEnded ended -> ended(decision, ended.occurredAt(), ended.cause());
        };
    }

    /// What comes after. Nothing changes when the event says nothing new.
    public static Transition next(Call call, CarrierEvent event) {
        Decision decision = Decision.on(call);
        return switch (event) {
            case CallOffered _, StreamStarted _, Irrelevant _ -> Transition.none(call);
            case CallAnswered answered -> answered(decision, answered.occurredAt());
            case CallEnded ended -> ended(decision, ended.occurredAt(), ended.cause());
            case CallBridged bridged -> bridged(decision, bridged.occurredAt());
            case TransferLegEnded _ -> transferLegEnded(decision);
            case SpeechEnded _ ->
                call.commands().contains(Speak.NAME)
                        ? decision.give(new HangUp()).done()
                        : Transition.none(call);
            case StreamEnded stream -> streamEnded(decision, stream);
        };
    }

    /// The carrier will not do what the call decided. A leg that is gone needs nothing: its end is told by
    /// itself.
    public static Transition rejected(Call call, CarrierCommand command, Reason reason) {
        boolean over = !call.isLive() || call.state() == TRANSFERRED;
        if (over || reason == Reason.LEG_GONE || reason == Reason.STREAM_IN_USE) {
            return Transition.none(call);
        }
        Decision decision = Decision.on(call);
        return switch (command) {
            case Answer _, HangUp _ -> Transition.none(call);
            case StartStream _, Transfer _ -> LastResort.take(decision).done();
            case Speak _ -> decision.give(new HangUp()).done();
        };
    }

    /// The media task that held the call has fallen silent while the carrier's leg is up.
    public static Transition taskLost(Call call, Instant now) {
        return streamLost(Decision.on(call), now);
    }

    /// The carrier took our answer and says that the leg is up; its webhook of it never reached us. Charged from `now`:
    /// from when we knew.
    public static Transition answerMissed(Call call, Instant now) {
        return answered(Decision.on(call), now);
    }

    /// The call is up though it must be over by now.
    public static Transition overdue(Call call) {
        return Decision.on(call).give(new HangUp()).done();
    }

    /// The carrier, asked, says that the leg is gone. Where it does not say since when, the call ended at its last sign
    /// of life: nobody is charged for the time in which we did not know.
    public static Transition legGone(Call call, Optional<Instant> endedAt, Instant now) {
        Instant lastSign = Stream.of(call.owner().heartbeatAt(), call.closing().bridgedAt(), call.answeredAt())
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(call.startedAt());
        Instant end = endedAt.orElse(lastSign);
        return ended(Decision.on(call), end.isAfter(now) ? now : end, HangupCause.UNKNOWN);
    }

    private static Call ringing(Resolution resolution, Offer offer, Instant at) {
        return new Call(
                CallId.of(offer.leg().carrier(), offer.leg().legId()),
                resolution.account(),
                offer.leg(),
                offer.caller(),
                offer.called(),
                resolution.answering(),
                RINGING,
                at,
                Optional.empty(),
                CallStream.none(),
                Ownership.none(),
                Closing.open(),
                Set.of(),
                Optional.empty(),
                0);
    }

    private static Transition answered(Decision decision, Instant at) {
        Call call = decision.call();
        if (call.answeredAt().isPresent() || call.state() == CallState.FINALIZED) {
            return decision.done();
        }
        decision.become(call.answered(at)).tell(CallFacts.answered(call, at));
        if (call.state() != RINGING) {
            return decision.done();
        }
        decision.advance(ANSWERED);
        return switch (call.answering()) {
            case Answering.ByAgent _ -> startStream(decision, at).done();
            case Answering.Refused _ -> LastResort.take(decision).done();
        };
    }

    private static Decision startStream(Decision decision, Instant at) {
        CallStream next = decision.call().stream().next(at);
        return decision.become(decision.call().with(next)).give(new StartStream(next.number()));
    }

    private static Transition ended(Decision decision, Instant at, HangupCause cause) {
        Call call = decision.call();
        if (!call.isLive()) {
            return decision.done();
        }
        return decision.become(call.with(call.closing().carrierEnded(at, cause)))
                .advance(ENDED)
                .tell(CallFacts.ended(call, at, cause))
                .done();
    }

    private static Transition bridged(Decision decision, Instant at) {
        if (decision.call().closing().bridgedAt().isPresent() || decision.call().state() == CallState.FINALIZED) {
            return decision.done();
        }
        if (decision.call().state() == RINGING) { // the answer is still under way to us
            decision.become(decision.call().answered(at))
                    .tell(CallFacts.answered(decision.call(), at))
                    .advance(ANSWERED);
        }
        Call call = decision.call();
        decision.become(call.with(call.closing().bridged(at)).with(call.stream().unwanted()));
        return call.isLive() ? decision.advance(TRANSFERRED).done() : decision.done();
    }

    private static Transition transferLegEnded(Decision decision) {
        Call call = decision.call();
        return switch (call.state()) {
            case TRANSFERRING -> LastResort.take(decision).done();
            case ANSWERED, IN_PROGRESS -> // the media task asked for it, and left
                call.stream().wanted()
                        ? decision.done()
                        : LastResort.apologize(decision).done();
            case RINGING, TRANSFERRED, ENDED, FINALIZED -> decision.done();
        };
    }

    private static Transition streamEnded(Decision decision, StreamEnded event) {
        CallStream stream = decision.call().stream();
        boolean present =
                event.path().map(stream::isPresent).orElse(!stream.tokenHashes().isEmpty());
        return present ? streamLost(decision, event.occurredAt()) : decision.done();
    }

    private static Transition streamLost(Decision decision, Instant at) {
        Call call = decision.call();
        boolean talking = call.state() == ANSWERED || call.state() == IN_PROGRESS;
        if (!talking || !call.stream().wanted()) {
            return decision.done();
        }
        return call.stream().number() < MAX_STREAMS
                ? startStream(decision, at).done()
                : LastResort.take(decision).done();
    }
}
