package dev.pickup.core.number;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.carrier.NumberPrice;
import dev.pickup.core.number.Did.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The life of one number that we buy: from the request to buy it until it was given back and charged for the last
/// time. What happens next is decided by [NumberSaga].
///
/// @param version grows with every write; the condition of the next one
public record NumberOrder(
        AccountId account,
        NumberOrderId id,
        Wish wish,
        Progress progress,
        AtCarrier carrier,
        Milestones times,
        Work work,
        int version) {

    /// What was asked for; never changes.
    ///
    /// @param agent that the number shall drive in the end
    public record Wish(PhoneNumber number, String label, Optional<AgentId> agent) {}

    /// How far it is.
    ///
    /// @param steps   those begun so far, in the order in which they began
    /// @param problem what stands in the way, or why it failed
    public record Progress(Stage stage, List<OrderStep> steps, Optional<NumberProblem> problem) {
        public Progress {
            steps = List.copyOf(steps);
        }
    }

    /// What we know from the carrier.
    ///
    /// @param orderId     its name of the order
    /// @param numberId    its name of the number; known once it is ours
    /// @param price       as it was when we looked before ordering
    /// @param hasMessages whether the number can send and receive messages
    /// @param believeFrom there is an attempt to order whose outcome we do not know; a look-up from then on that
    ///                    finds nothing allows another attempt
    /// @param lost        attempts that no look-up has explained; empty when there are none
    public record AtCarrier(
            Optional<String> orderId,
            Optional<String> numberId,
            Optional<NumberPrice> price,
            boolean hasMessages,
            Optional<Instant> believeFrom,
            Optional<Lost> lost) {
        static final AtCarrier UNKNOWN = new AtCarrier(
                Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());

        AtCarrier withOrder(Optional<String> id) {
            return new AtCarrier(id, numberId, price, hasMessages, believeFrom, lost);
        }

        AtCarrier withNumber(Optional<String> id) {
            return new AtCarrier(orderId, id, price, hasMessages, believeFrom, lost);
        }

        AtCarrier withOffer(NumberPrice offered, boolean canText) {
            return new AtCarrier(orderId, numberId, Optional.of(offered), canText, believeFrom, lost);
        }

        AtCarrier believing(Optional<Instant> from) {
            return new AtCarrier(orderId, numberId, price, hasMessages, from, lost);
        }

        AtCarrier with(Lost value) {
            return new AtCarrier(orderId, numberId, price, hasMessages, believeFrom, Optional.of(value));
        }
    }

    /// Attempts to order that were given up, though the carrier may still carry one out. See [LateOrders].
    ///
    /// @param since    when the last of them was given up
    /// @param returned the carrier's names of orders that came of them late, and whose numbers were given back
    public record Lost(Instant since, List<String> returned) {
        public Lost {
            returned = List.copyOf(returned);
        }
    }

    /// When what happened.
    ///
    /// @param purchasedAt it was seen to be ours: charged from that day on
    /// @param releasedAt  when somebody asked for its release: charged until that day
    /// @param chargedTo   everything before this is in the ledger
    public record Milestones(
            Instant createdAt,
            Optional<Instant> purchasedAt,
            Optional<Instant> releasedAt,
            Optional<Instant> chargedTo) {}

    /// Who works on it, and when to go on.
    ///
    /// @param heldUntil until then it is somebody's, unless they give it back; a crash leaves it to time
    /// @param dueAt     when the next step may be tried
    /// @param misses    how often in a row the carrier did not help
    public record Work(Optional<Instant> heldUntil, Instant dueAt, int misses) {}

    /// What is to be done next, or how it ended.
    public enum Stage {
        CHECK(Status.ORDERED, "check"),
        PLACE(Status.ORDERED, "order"),
        /// An attempt to order is under way, or was when its process died.
        SENT(Status.ORDERED, "order"),
        CONFIRM(Status.ORDERED, "confirm"),
        CANCEL(Status.ORDERED, "cancel"),
        /// All looks lost; make sure before saying so.
        DOUBT(Status.ORDERED, "verify"),
        LOCATE(Status.CONFIGURING, "locate"),
        VOICE(Status.CONFIGURING, "voice"),
        MESSAGES(Status.CONFIGURING, "messages"),
        ATTACH(Status.CONFIGURING, "agent"),
        ACTIVE(Status.ACTIVE, ""),
        FAILED(Status.FAILED, ""),
        /// Failed, but an attempt was lost: does the carrier carry it out after all?
        WATCH(Status.FAILED, "watch"),
        /// It did, and waits for papers that nobody will bring.
        CALL_OFF(Status.FAILED, "cancel"),
        /// It did, and the number is ours, though nobody wants it any more.
        GIVE_BACK(Status.FAILED, "give-back"),
        RELEASE(Status.RELEASING, "release"),
        RELEASED(Status.RELEASING, "");

        private final Status status;
        private final String step;

        Stage(Status status, String step) {
            this.status = status;
            this.step = step;
        }

        /// What the number's owner is shown.
        public Status status() {
            return status;
        }

        /// The step's name in answers; empty when nothing is to be done.
        public String step() {
            return step;
        }

        /// Whether nothing is to be done.
        public boolean isAtRest() {
            return step.isEmpty();
        }

        /// Whether the number was not bought, and will not be; something may be left to tidy up at the carrier.
        public boolean isFailed() {
            return status == Status.FAILED;
        }
    }

    /// A new order, in the hands of whoever writes it.
    public static NumberOrder begun(AccountId account, NumberOrderId id, Wish wish, Instant now) {
        return new NumberOrder(
                account,
                id,
                wish,
                new Progress(Stage.CHECK, List.of(OrderStep.begun(Stage.CHECK.step(), now)), Optional.empty()),
                AtCarrier.UNKNOWN,
                new Milestones(now, Optional.empty(), Optional.empty(), Optional.empty()),
                new Work(Optional.of(now.plus(NumberSaga.HOLD)), now, 0),
                1);
    }

    /// A number that was there before orders were kept, about to be released. It costs nothing more.
    public static NumberOrder ofOld(Did did, Instant now) {
        return new NumberOrder(
                did.account(),
                NumberOrderId.of(did.account(), did.number().e164() + "@" + did.createdAt()),
                new Wish(did.number(), did.label(), Optional.empty()),
                new Progress(Stage.ACTIVE, List.of(), Optional.empty()),
                new AtCarrier(
                        Optional.empty(),
                        Optional.of(did.carrierNumberId()),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty()),
                new Milestones(did.createdAt(), Optional.empty(), Optional.empty(), Optional.empty()),
                new Work(Optional.empty(), now, 0),
                1);
    }

    public Stage stage() {
        return progress.stage();
    }

    public OrderReference reference() {
        return new OrderReference(account, id);
    }

    /// Whether a number that its order brought too late was given back since.
    public boolean hasReturnedMoreThan(NumberOrder before) {
        return returned() > before.returned();
    }

    /// How many numbers that came too late were given back.
    public int returned() {
        return carrier.lost().map(lost -> lost.returned().size()).orElse(0);
    }

    /// Whether somebody is at it.
    public boolean isHeld(Instant now) {
        return work.heldUntil().filter(until -> until.isAfter(now)).isPresent();
    }

    NumberOrder with(Progress value) {
        return new NumberOrder(account, id, wish, value, carrier, times, work, version);
    }

    NumberOrder with(AtCarrier value) {
        return new NumberOrder(account, id, wish, progress, value, times, work, version);
    }

    NumberOrder with(Milestones value) {
        return new NumberOrder(account, id, wish, progress, carrier, value, work, version);
    }

    NumberOrder with(Work value) {
        return new NumberOrder(account, id, wish, progress, carrier, times, value, version);
    }

    /// As it is once written on top of this one.
    public NumberOrder next() {
        return new NumberOrder(account, id, wish, progress, carrier, times, work, version + 1);
    }
}
