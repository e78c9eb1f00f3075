package dev.pickup.core.carrier;

import dev.pickup.core.number.PhoneNumber;

/// What we ask the carrier to do with a caller's leg: decided with the call's state, stored with it, sent
/// afterwards.
public sealed interface CarrierCommand {
    /// Unique within its call: a call gives each command at most once.
    String name();

    record Answer() implements CarrierCommand {
        @Override
        public String name() {
            return "answer";
        }
    }

    /// The call's `number`-th stream, from 1. Its token is made when it is sent.
    record StartStream(int number) implements CarrierCommand {
        @Override
        public String name() {
            return "start-stream-" + number;
        }
    }

    record Speak(String sentence, String language) implements CarrierCommand {
        public static final String NAME = "speak";

        @Override
        public String name() {
            return NAME;
        }
    }

    record Transfer(PhoneNumber to) implements CarrierCommand {
        public static final String NAME = "transfer";

        @Override
        public String name() {
            return NAME;
        }
    }

    record HangUp() implements CarrierCommand {
        @Override
        public String name() {
            return "hang-up";
        }
    }
}
