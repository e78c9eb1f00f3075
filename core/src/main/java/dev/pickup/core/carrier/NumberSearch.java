package dev.pickup.core.carrier;

import java.util.Optional;
import java.util.Set;

/// Which numbers are looked for. All of it must hold.
///
/// @param country  ISO 3166, two letters
/// @param areaCode the national destination code
/// @param contains digits in a row
/// @param features all of them, as carriers name them: `sms`, `voice`, `mms`, `fax`
/// @param limit    1 to 100
public record NumberSearch(
        String country,
        Optional<String> areaCode,
        Optional<String> locality,
        Optional<String> contains,
        Set<String> features,
        int limit) {
    public NumberSearch {
        features = Set.copyOf(features);
        if (!country.matches("[A-Z]{2}") || limit < 1 || limit > 100) {
            throw new IllegalArgumentException("A search is in one country and for 1 to 100 numbers.");
        }
        if (areaCode.filter(digits -> !digits.matches("[0-9]{1,8}")).isPresent()
                || contains.filter(digits -> !digits.matches("[0-9]{1,15}")).isPresent()) {
            throw new IllegalArgumentException("Area code and contained digits are digits.");
        }
    }
}
