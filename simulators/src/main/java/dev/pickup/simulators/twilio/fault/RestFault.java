package dev.pickup.simulators.twilio.fault;

/// One thing that goes wrong with a request. Each has happened to real customers.
public sealed interface RestFault {
    /// The request is carried out, but its answer never comes: the connection is closed after `holdMs`.
    record AnswerLost(long holdMs) implements RestFault {
        public AnswerLost {
            checkRange("holdMs", holdMs, 0, 60_000);
        }
    }

    /// The request is not carried out; the answer is this 5xx.
    record Fails(int status) implements RestFault {
        public Fails {
            checkRange("status", status, 500, 599);
        }
    }

    /// The request is carried out, and the answer is this 5xx all the same.
    record FailsAfterwards(int status) implements RestFault {
        public FailsAfterwards {
            checkRange("status", status, 500, 599);
        }
    }

    /// The request is carried out at once, and its answer comes this much later.
    record Slow(long ms) implements RestFault {
        public Slow {
            checkRange("ms", ms, 0, 120_000);
        }
    }

    /// The request is not carried out; the answer is 429 with code `20429`.
    record RateLimited() implements RestFault {}

    private static void checkRange(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " lies between " + least + " and " + most + ".");
        }
    }
}
