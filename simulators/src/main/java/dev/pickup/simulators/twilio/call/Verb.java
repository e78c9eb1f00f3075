package dev.pickup.simulators.twilio.call;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// One thing that TwiML asks for.
sealed interface Verb {
    /// `<Connect><Stream>`.
    ///
    /// @param action asked what to do when the stream has ended; empty: the next verb
    record Connect(String url, String name, Map<String, String> parameters, String action, String method)
            implements Verb {
        public Connect {
            parameters = Map.copyOf(parameters);
        }
    }

    record Say(String sentence) implements Verb {}

    record Pause(Duration length) implements Verb {}

    record Redirect(String url, String method) implements Verb {}

    /// Nobody answers: dialling out is not simulated.
    record Dial(String action, String method) implements Verb {}

    record Hangup() implements Verb {}

    /// The call is not answered.
    record Reject(boolean busy) implements Verb {}

    /// What a document says, in order.
    record Document(List<Verb> verbs) {
        public Document {
            verbs = List.copyOf(verbs);
        }
    }
}
