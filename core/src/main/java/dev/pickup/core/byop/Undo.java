package dev.pickup.core.byop;

import dev.pickup.core.carrier.NumberRouting;
import dev.pickup.core.carrier.NumberRouting.Difference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What it takes to put a number back: a comparison of what was, what we wrote and what is. Pure.
///
/// @param safely  fields that can be written without overwriting anybody, with their values from before:
///                those that we changed, whatever stands there as far as it is ours or as it was. A read
///                may lag behind a write whose answer was lost, so these are written once even when they
///                look as they were
/// @param toWrite fields that still have to be written
/// @param foreign fields that are neither as they were nor as we left them: somebody else changed them
record Undo(Map<String, String> safely, Map<String, String> toWrite, List<Difference> foreign) {
    /// For a number that has left the account.
    static final Undo NOTHING = new Undo(Map.of(), Map.of(), List.of());

    Undo {
        safely = Collections.unmodifiableMap(new LinkedHashMap<>(safely));
        toWrite = Collections.unmodifiableMap(new LinkedHashMap<>(toWrite));
        foreign = List.copyOf(foreign);
    }

    /// @param force whether foreign changes are overwritten too
    static Undo of(ByopImport taken, NumberRouting now, boolean force) {
        Map<String, String> safely = new LinkedHashMap<>();
        Map<String, String> toWrite = new LinkedHashMap<>();
        List<Difference> foreign = new ArrayList<>();
        taken.before().fields().forEach((field, was) -> {
            String is = now.fields().getOrDefault(field, "null");
            String wanted = taken.plan().fields().getOrDefault(field, was);
            boolean isForeign = !is.equals(was) && !is.equals(wanted);
            if (isForeign) {
                foreign.add(new Difference(field, was, is));
            }
            if (!is.equals(was) && (!isForeign || force)) {
                toWrite.put(field, was);
            }
            if (!wanted.equals(was) && (!isForeign || force)) {
                safely.put(field, was);
            }
        });
        return new Undo(safely, toWrite, foreign);
    }

    /// Whether nothing is left to put back.
    boolean isDone() {
        return toWrite.isEmpty();
    }
}
