package dev.pickup.core.carrier;

import java.util.List;

/// A country that the carrier has numbers in.
///
/// @param code     ISO 3166, two letters
/// @param name     in English
/// @param types    of its numbers: `local`, `toll_free`, `mobile`, `national`
/// @param features of its numbers: `voice`, `sms`, …
public record NumberCountry(String code, String name, List<String> types, List<String> features) {
    public NumberCountry {
        types = List.copyOf(types);
        features = List.copyOf(features);
    }
}
