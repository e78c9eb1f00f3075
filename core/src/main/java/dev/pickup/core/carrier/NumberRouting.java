package dev.pickup.core.carrier;

import dev.pickup.core.number.PhoneNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// All that decides where a number's calls and texts go, as it stood at one moment.
///
/// Shape: names are the carrier's own, with the resource in front (`voice.call_forwarding`,
/// `number.connection_id`; `voice_url`). Values are compact JSON: `null`, `true`, `"https://…"`,
/// `{"a":1}` with its keys in the order of the alphabet. **Values that mean the same to the carrier are
/// the same text**: where `null` and `""` are one, the adapter writes `null`. So two readings are equal
/// exactly when the carrier would treat the number the same.
///
/// @param numberId how the carrier names the number
/// @param fields   what can be written back, in the carrier's order; the rollback compares and restores
///                 these
/// @param context  what cannot or need not be written back but explains: status, region, the names and
///                 URLs of what the fields point to, membership in a messaging service. Shown, never
///                 compared
public record NumberRouting(
        PhoneNumber number, String numberId, Map<String, String> fields, Map<String, String> context) {
    public NumberRouting {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        context = Collections.unmodifiableMap(new LinkedHashMap<>(context));
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("A number without a field has no routing.");
        }
    }

    /// What of `wanted` is not so: by field, what stands there instead. Empty when all of it is so. A
    /// field that this routing does not have counts as `null`.
    public List<Difference> against(Map<String, String> wanted) {
        List<Difference> differences = new ArrayList<>();
        wanted.forEach((name, value) -> {
            String found = fields.getOrDefault(name, "null");
            if (!Objects.equals(found, value)) {
                differences.add(new Difference(name, value, found));
            }
        });
        return List.copyOf(differences);
    }

    /// Values may hold what a customer hides in a URL.
    @Override
    public String toString() {
        return "NumberRouting[" + number + ", " + fields.keySet() + "]";
    }

    /// @param field    its name
    /// @param expected compact JSON
    /// @param found    compact JSON
    public record Difference(String field, String expected, String found) {}
}
