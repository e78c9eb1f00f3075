package dev.pickup.core.carrier;

import dev.pickup.core.number.PhoneNumber;
import java.util.Optional;
import java.util.Set;

/// A number that can be bought now.
///
/// @param country   ISO 3166, two letters
/// @param locality  the town, when the carrier says
/// @param region    the state or province, when the carrier says
/// @param features  as in [NumberSearch]
/// @param papers    what its country wants of the buyer: `address`, `document`; empty for nothing, or when it was not
///                  asked
/// @param matches   false when it is near to what was looked for, but not it
public record AvailableNumber(
        PhoneNumber number,
        String country,
        Optional<String> locality,
        Optional<String> region,
        Set<String> features,
        NumberPrice price,
        Set<String> papers,
        boolean matches) {
    public AvailableNumber {
        features = Set.copyOf(features);
        papers = Set.copyOf(papers);
    }
}
