package dev.pickup.functions.runtime;

import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import java.util.Optional;

/// Calls a number as a stranger would, at the carrier that it is with, to find out whether the caller hears the agent.
/// Blocking, at most half a minute; any thread. Repeat: another call.
public interface TestCalls {
    /// Where nobody can place one without costs: in the cloud.
    TestCalls NONE = (_, _) -> Optional.empty();

    /// Empty when no call can be placed from here.
    Optional<Outcome> call(CarrierName carrier, PhoneNumber number);

    /// @param answered whether it was answered
    /// @param heard    whether the caller heard anything said
    /// @param detail   one sentence for a person
    record Outcome(boolean answered, boolean heard, String detail) {}
}
