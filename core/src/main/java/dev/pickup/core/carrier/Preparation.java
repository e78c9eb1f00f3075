package dev.pickup.core.carrier;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What [CarrierAccount#prepare] came to.
public sealed interface Preparation {
    /// All that the number shall point to is there.
    ///
    /// @param fields what to write to point the number at us: names and values as in
    ///               [NumberRouting#fields], no other names, for else they could not be put back; every field
    ///               that writing these changes is among them
    /// @param notes  what will not work and why, one sentence each: texts that stay with a messaging
    ///               service, a missing profile to dial out with
    record Ready(Map<String, String> fields, List<String> notes) implements Preparation {
        public Ready {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
            notes = List.copyOf(notes);
        }
    }

    /// This number cannot be pointed at us, and trying would break what works now. Nothing was made.
    ///
    /// @param code   stable, such as `wrong-region`, `number-inactive`, `no-voice`
    /// @param detail one sentence that says what to do
    record Impossible(String code, String detail) implements Preparation {}
}
