package dev.pickup.simulators.telnyx.inventory;

import java.math.BigDecimal;
import java.util.List;

/// One type of numbers of one country.
///
/// @param country      ISO 3166-1 alpha-2
/// @param type         `local`, `toll_free` or `mobile`; empty when the country has no numbers
/// @param monthly      US dollars
/// @param upfront      US dollars
/// @param requirements what the law asks of the buyer: `address`, `document`; empty for nothing
record Offer(
        String country,
        String name,
        String region,
        String type,
        BigDecimal monthly,
        BigDecimal upfront,
        List<String> features,
        List<String> requirements) {
    Offer {
        features = List.copyOf(features);
        requirements = List.copyOf(requirements);
    }

    /// Numbers that need papers cannot be held meanwhile.
    boolean reservable() {
        return requirements.isEmpty();
    }

    /// Toll-free numbers of North America that are live at once.
    boolean quickship() {
        return type.equals("toll_free") && northAmerican();
    }

    boolean northAmerican() {
        return country.equals("US") || country.equals("CA");
    }
}
