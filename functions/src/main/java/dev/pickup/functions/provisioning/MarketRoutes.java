package dev.pickup.functions.provisioning;

import dev.pickup.core.carrier.AvailableNumber;
import dev.pickup.core.carrier.NumberCountry;
import dev.pickup.core.carrier.NumberMarket;
import dev.pickup.core.carrier.NumberSearch;
import dev.pickup.functions.runtime.api.ApiRequest;
import dev.pickup.functions.runtime.api.ApiResponse;
import dev.pickup.functions.runtime.api.NumberView.Money;
import dev.pickup.functions.runtime.api.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What can be bought: asked from the carrier each time, never kept.
record MarketRoutes(NumberMarket market) {
    private static final Set<String> FEATURES = Set.of("sms", "mms", "voice", "fax");
    private static final int USUAL = 20;

    ApiResponse countries(ApiRequest request) {
        List<CountryView> items = CarrierAnswers.of(market::countries).stream()
                .map(CountryView::of)
                .toList();
        return ApiResponse.ok(Map.of("items", items));
    }

    ApiResponse search(ApiRequest request) {
        NumberSearch search = new NumberSearch(
                text(request, "country", "[A-Z]{2}", "Use two capital letters, like US.")
                        .orElse("US"),
                text(request, "areaCode", "[0-9]{1,8}", "Use digits, like 415."),
                text(request, "locality", ".{1,80}", "Use the name of a town."),
                text(request, "contains", "[0-9]{1,15}", "Use digits, like 2766."),
                features(request),
                request.query("limit").isEmpty() ? USUAL : request.limit());
        List<RowView> items = CarrierAnswers.of(() -> market.search(search)).stream()
                .map(RowView::of)
                .toList();
        return ApiResponse.ok(Map.of("items", items));
    }

    /// Empty text is no wish.
    private static Optional<String> text(ApiRequest request, String name, String form, String advice) {
        Optional<String> text = request.query(name).filter(value -> !value.isBlank());
        if (text.filter(value -> !value.matches(form)).isPresent()) {
            throw ProblemException.invalid(name, advice);
        }
        return text;
    }

    private static Set<String> features(ApiRequest request) {
        Set<String> features = new TreeSet<>();
        for (String feature : request.query("features").orElse("").split(",", -1)) {
            if (!feature.isBlank()) {
                features.add(feature.trim());
            }
        }
        if (!FEATURES.containsAll(features)) {
            throw ProblemException.invalid("features", "Use sms, mms, voice and fax, with commas between them.");
        }
        return features;
    }

    private record CountryView(String code, String name, List<String> types, List<String> features) {
        static CountryView of(NumberCountry country) {
            return new CountryView(country.code(), country.name(), country.types(), country.features());
        }
    }

    private record RowView(
            String phoneNumber,
            String country,
            Optional<String> locality,
            Optional<String> region,
            Set<String> features,
            Money monthlyPrice,
            Money upfrontPrice,
            boolean matches) {
        static RowView of(AvailableNumber number) {
            String currency = number.price().currency();
            return new RowView(
                    number.number().e164(),
                    number.country(),
                    number.locality(),
                    number.region(),
                    new TreeSet<>(number.features()),
                    new Money(number.price().monthlyMicros(), currency),
                    new Money(number.price().upfrontMicros(), currency),
                    number.matches());
        }
    }
}
