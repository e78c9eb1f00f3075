package dev.pickup.simulators.telnyx.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All that goes wrong in one call, or with one account. Immutable; scripts compose with [#and].
public record FaultScript(List<Fault> faults) {
    private static final FaultScript NONE = new FaultScript(List.of());

    public FaultScript {
        faults = List.copyOf(faults);
    }

    /// Nothing goes wrong.
    public static FaultScript none() {
        return NONE;
    }

    public static FaultScript of(Fault... faults) {
        return new FaultScript(List.of(faults));
    }

    /// Reads the JSON form: an object whose names are those of the faults, each with the fault's own values, a list of
    /// them, or `true` for a fault without values: `{"streamDrops":{"afterMs":3000},"marksNeverReturn":true}`.
    ///
    /// @throws IllegalArgumentException an unknown fault, or a value out of range, in one sentence
    public static FaultScript fromJson(JsonNode json) {
        return FaultJson.read(json);
    }

    /// These faults and those of `other`.
    public FaultScript and(FaultScript other) {
        return new FaultScript(
                Stream.concat(faults.stream(), other.faults.stream()).toList());
    }

    public FaultScript and(Fault fault) {
        return and(of(fault));
    }

    /// What still goes wrong with the second and later media streams of a call.
    public FaultScript forLaterStreams() {
        return new FaultScript(
                faults.stream().filter(f -> !(f instanceof Fault.OfFirstStream)).toList());
    }

    public boolean has(Class<? extends Fault> kind) {
        return faults.stream().anyMatch(kind::isInstance);
    }

    /// The first fault of this kind.
    public <F extends Fault> Optional<F> find(Class<F> kind) {
        return all(kind).findFirst();
    }

    /// The first fault of this kind that is meant for this webhook event.
    public <F extends Fault.OfWebhook> Optional<F> find(Class<F> kind, String event) {
        return all(kind).filter(f -> matches(f.event(), event)).findFirst();
    }

    /// All faults that are meant for this command, in the order of the script.
    public List<Fault.OfCommand> ofCommand(String command) {
        return all(Fault.OfCommand.class)
                .filter(f -> matches(f.command(), command))
                .toList();
    }

    private <F extends Fault> Stream<F> all(Class<F> kind) {
        return faults.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static boolean matches(String wanted, String name) {
        return wanted.equals(Fault.ANY) || wanted.equals(name);
    }
}
