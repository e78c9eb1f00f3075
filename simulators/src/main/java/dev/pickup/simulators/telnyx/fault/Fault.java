package dev.pickup.simulators.telnyx.fault;

/// One thing that goes wrong. Each has happened on a real line, or is what an attacker would try.
///
/// `event` names a webhook event such as `call.hangup`, `command` an action such as `answer`; `*` means every one.
public sealed interface Fault {
    /// Every webhook, or every command.
    String ANY = "*";

    /// Goes wrong between the exchange and the webhook's receiver.
    sealed interface OfWebhook extends Fault {
        String event();
    }

    /// The event is delivered twice: same id, `meta.attempt` 1 then 2, though the first was acknowledged.
    record WebhookTwice(String event) implements OfWebhook {}

    /// The event is delivered this much later than it occurred, so that others overtake it.
    record WebhookDelayed(String event, long ms) implements OfWebhook {
        public WebhookDelayed {
            checkRange("ms", ms, 0, 600_000);
        }
    }

    /// Events that occur within `windowMs` of the first are held and delivered one after the other, the last one first.
    /// `call.initiated` is not held: nothing happens before it is answered.
    record WebhooksReversed(long windowMs) implements Fault {
        public WebhooksReversed {
            checkRange("windowMs", windowMs, 1, 600_000);
        }
    }

    /// The event is signed with a key that is not the account's.
    record WebhookWrongKey(String event) implements OfWebhook {}

    /// The event is signed properly, for a time this far from now (negative: in the past).
    record WebhookSkewed(String event, long seconds) implements OfWebhook {}

    /// One byte of the body is changed after it was signed.
    record WebhookAltered(String event) implements OfWebhook {}

    /// The event is never delivered.
    record WebhookNever(String event) implements OfWebhook {}

    /// Happens the first `times` times, then never again.
    sealed interface Counted extends Fault {
        int times();
    }

    /// Goes wrong between a command and its answer, for the first `times` of them.
    sealed interface OfCommand extends Counted {
        String command();
    }

    /// The command is carried out, but its answer never comes: the connection is closed after `holdMs`.
    record CommandAnswerLost(String command, int times, long holdMs) implements OfCommand {
        public CommandAnswerLost {
            checkRange("times", times, 1, 1000);
            checkRange("holdMs", holdMs, 0, 60_000);
        }
    }

    /// The command is not carried out; the answer is 500 with code `10007`.
    record CommandFails(String command, int times) implements OfCommand {
        public CommandFails {
            checkRange("times", times, 1, 1000);
        }
    }

    /// The command is not carried out; the answer is 429 with code `10011` and the rate limit's headers.
    record CommandRateLimited(String command, int times, int resetSeconds) implements OfCommand {
        public CommandRateLimited {
            checkRange("times", times, 1, 1000);
            checkRange("resetSeconds", resetSeconds, 0, 3600);
        }
    }

    /// Goes wrong between a request about the account and its answer. `request` is a method and a route, such as
    /// `POST /number_orders` or `PATCH /phone_numbers/{id}`; these are faults of an account, not of a call.
    sealed interface OfRequest extends Counted {
        String request();
    }

    /// The request is carried out, but its answer never comes: the connection is closed after `holdMs`.
    record RequestAnswerLost(String request, int times, long holdMs) implements OfRequest {
        public RequestAnswerLost {
            checkRange("times", times, 1, 1000);
            checkRange("holdMs", holdMs, 0, 60_000);
        }
    }

    /// The request is not carried out; the answer is this 5xx with code `10007`.
    record RequestFails(String request, int times, int status) implements OfRequest {
        public RequestFails {
            checkRange("times", times, 1, 1000);
            checkRange("status", status, 500, 599);
        }
    }

    /// The request is carried out, and answered with this 5xx all the same.
    record RequestDoneButFails(String request, int times, int status) implements OfRequest {
        public RequestDoneButFails {
            checkRange("times", times, 1, 1000);
            checkRange("status", status, 500, 599);
        }
    }

    /// The request is carried out after `ms`.
    record RequestSlow(String request, int times, long ms) implements OfRequest {
        public RequestSlow {
            checkRange("times", times, 1, 1000);
            checkRange("ms", ms, 0, 60_000);
        }
    }

    /// The request is not carried out; the answer is 429 with code `10011` and the rate limit's headers.
    record RequestRateLimited(String request, int times, int resetSeconds) implements OfRequest {
        public RequestRateLimited {
            checkRange("times", times, 1, 1000);
            checkRange("resetSeconds", resetSeconds, 0, 3600);
        }
    }

    /// The request is not carried out: the resource is still being processed, code `10036`.
    record RequestTooEarly(String request, int times) implements OfRequest {
        public RequestTooEarly {
            checkRange("times", times, 1, 1000);
        }
    }

    /// Goes wrong with an order of numbers.
    sealed interface OfOrder extends Counted {}

    /// Somebody else buys the number between search and order: refused with `85001`.
    record NumberTaken(int times) implements OfOrder {
        public NumberTaken {
            checkRange("times", times, 1, 1000);
        }
    }

    /// The order is accepted and becomes `failure` later, with no text that says why.
    record OrderFails(int times) implements OfOrder {
        public OrderFails {
            checkRange("times", times, 1, 1000);
        }
    }

    /// The order takes this much longer than usual.
    record OrderDelayed(int times, long ms) implements OfOrder {
        public OrderDelayed {
            checkRange("times", times, 1, 1000);
            checkRange("ms", ms, 0, 3_600_000);
        }
    }

    /// The order is accepted and stays `pending`.
    record OrderStaysPending(int times) implements OfOrder {
        public OrderStaysPending {
            checkRange("times", times, 1, 1000);
        }
    }

    /// The order is accepted and then waits for papers that no look-up has named: the rules changed in between.
    record OrderWantsPapers(int times) implements OfOrder {
        public OrderWantsPapers {
            checkRange("times", times, 1, 1000);
        }
    }

    /// A text that was accepted is not delivered.
    ///
    /// @param status `delivery_failed`, `sending_failed`, `delivery_unconfirmed` or `expired`
    /// @param code   such as `40010`; empty for none
    record TextFails(int times, String status, String code) implements Counted {
        public TextFails {
            checkRange("times", times, 1, 1000);
            if (!status.matches("delivery_failed|sending_failed|delivery_unconfirmed|expired")) {
                throw new IllegalArgumentException("A text does not end like that.");
            }
        }
    }

    /// Happens to the first media stream of a call only; the next one is whole.
    sealed interface OfFirstStream extends Fault {}

    /// The media socket is opened twice with the same URL and token; the second one carries the same call.
    record StreamConnectsTwice() implements OfFirstStream {}

    /// The media socket is opened with another token than the one that was given.
    record StreamTokenWrong() implements OfFirstStream {}

    /// The media socket is opened without the token that was given.
    record StreamTokenMissing() implements OfFirstStream {}

    /// `connected` is sent, `start` and media never are.
    record StreamNeverStarts() implements OfFirstStream {}

    /// The media socket breaks without a close frame, this long after `start`.
    record StreamDrops(long afterMs) implements OfFirstStream {
        public StreamDrops {
            checkRange("afterMs", afterMs, 0, 3_600_000);
        }
    }

    /// The media socket goes dead, this long after `start`: nothing is sent or read any more, and nobody closes it.
    record StreamHalfOpen(long afterMs) implements OfFirstStream {
        public StreamHalfOpen {
            checkRange("afterMs", afterMs, 0, 3_600_000);
        }
    }

    /// L16 goes big-endian, both ways.
    record StreamBigEndian() implements Fault {}

    /// The stream uses `encoding` at 8 kHz in both directions, whatever was asked for: `PCMU`, `PCMA` or `L16`.
    record StreamCodecFallback(String encoding) implements Fault {
        public StreamCodecFallback {
            if (!encoding.matches("PCMU|PCMA|L16")) {
                throw new IllegalArgumentException("A stream falls back to PCMU, PCMA or L16, at 8 kHz.");
            }
        }
    }

    /// Media frames come up to `maxMs` late, each by its own amount.
    record FrameJitter(long maxMs) implements Fault {
        public FrameJitter {
            checkRange("maxMs", maxMs, 0, 5_000);
        }
    }

    /// This share of media frames changes places with the next one.
    record FramesReordered(double share) implements Fault {
        public FramesReordered {
            checkShare(share);
        }
    }

    /// This share of media frames is lost: their `chunk` never comes.
    record FramesLost(double share) implements Fault {
        public FramesLost {
            checkShare(share);
        }
    }

    /// `atMs` after `start`, nothing is sent for `forMs`; then all that was due comes at once.
    record FramesStalled(long atMs, long forMs) implements OfFirstStream {
        public FramesStalled {
            checkRange("atMs", atMs, 0, 3_600_000);
            checkRange("forMs", forMs, 0, 10_000);
        }
    }

    /// The level of the line's noise while the caller is silent, instead of the usual one.
    record ComfortNoise(double dbfs) implements Fault {
        public ComfortNoise {
            if (!(dbfs >= -90 && dbfs <= -20)) {
                throw new IllegalArgumentException("Comfort noise lies between -90 and -20 dBFS.");
            }
        }
    }

    /// What the caller hears comes back over their microphone, this much later and softer: `db` is negative.
    record Echo(long delayMs, double db) implements Fault {
        public Echo {
            checkRange("delayMs", delayMs, 20, 2_000);
            if (!(db >= -80 && db <= 0)) {
                throw new IllegalArgumentException("An echo is between -80 dB and 0 dB.");
            }
        }
    }

    /// Something goes on around the caller all the time, also while they speak: `noise`, or `babble` of six people.
    record Background(String sound, double dbfs) implements Fault {
        public Background {
            if (!sound.matches("noise|babble")) {
                throw new IllegalArgumentException("What goes on around a caller is noise or babble.");
            }
            if (!(dbfs >= -90 && dbfs <= -10)) {
                throw new IllegalArgumentException("A background lies between -90 and -10 dBFS.");
            }
        }
    }

    /// Marks are taken and never returned.
    record MarksNeverReturn() implements Fault {}

    private static void checkRange(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " lies between " + least + " and " + most + ".");
        }
    }

    private static void checkShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("A share lies between 0 and 1.");
        }
    }
}
