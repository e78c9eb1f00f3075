package dev.pickup.functions.runtime;

import dev.pickup.events.DomainEvent;
import java.util.List;

/// Tells other parts what happened. Blocking; any thread.
///
/// Repeat: harmless, consumers drop repeats by event id. Ends: returns when the bus has all of them;
/// [BusUnavailableException] when it may lack some: repeat all.
public interface EventBus {
    /// @param events any number; the adapter cuts them to what its bus takes at once
    void publish(List<DomainEvent> events);

    /// The bus did not take everything after a bounded number of attempts.
    final class BusUnavailableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /// @param code the bus's own, e.g. `ThrottlingException`
        public BusUnavailableException(String code) {
            super("event bus unavailable: " + code);
        }
    }
}
