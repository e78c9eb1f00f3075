package dev.pickup.simulators.telnyx.inventory;

import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.Query;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What somebody who searches wants. All filters are `filter[…]`; the ones on the number itself are nested, as the
/// OpenAPI has them, and know no wildcards.
///
/// @param digits what the number begins with, ends with and contains; empty strings for anything
record SearchFilter(
        String country,
        Optional<String> type,
        Place place,
        Digits digits,
        List<String> features,
        Flags flags,
        int limit) {
    /// Where the number is; each empty for anywhere.
    record Place(Optional<String> code, Optional<String> locality, Optional<String> area, Optional<String> centre) {
        boolean anywhere() {
            return Stream.of(code, locality, area, centre).allMatch(Optional::isEmpty);
        }

        boolean has(Series series) {
            return code.map(series.destinationCode()::equals).orElse(true)
                    && locality.map(series.locality()::equalsIgnoreCase).orElse(true)
                    && area.map(series.administrativeArea()::equalsIgnoreCase).orElse(true)
                    && centre.map(series.locality()::equalsIgnoreCase).orElse(true);
        }
    }

    /// What the digits are.
    record Digits(String begin, String end, String middle) {
        boolean fit(String phoneNumber) {
            String digits = phoneNumber.substring(1);
            return (digits.startsWith(begin) || phoneNumber.startsWith(begin))
                    && digits.endsWith(end)
                    && digits.contains(middle);
        }
    }

    /// @param bestEffort also numbers elsewhere, when there are too few where they were asked for
    /// @param quickship  empty: either
    /// @param reservable empty: either
    record Flags(boolean bestEffort, Optional<Boolean> quickship, Optional<Boolean> reservable, boolean excludeHeld) {}

    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 250;
    private static final String COUNTRY = "filter[country_code]";
    private static final String TYPE = "filter[phone_number_type]";
    private static final String LIMIT = "filter[limit]";
    private static final String FEATURES = "filter[features]";
    private static final Set<String> TYPES = Set.of("local", "toll_free", "mobile", "national", "shared_cost");
    private static final Set<String> KNOWN_FEATURES =
            Set.of("sms", "mms", "voice", "fax", "emergency", "hd_voice", "international_sms", "local_calling");
    private static final Set<String> PARAMETERS = Set.of(
            COUNTRY,
            TYPE,
            LIMIT,
            FEATURES,
            FEATURES + "[]",
            "filter[national_destination_code]",
            "filter[locality]",
            "filter[administrative_area]",
            "filter[rate_center]",
            "filter[phone_number][starts_with]",
            "filter[phone_number][ends_with]",
            "filter[phone_number][contains]",
            "filter[best_effort]",
            "filter[quickship]",
            "filter[reservable]",
            "filter[exclude_held_numbers]");

    static SearchFilter of(Query query) {
        query.allowing(PARAMETERS);
        String country = query.find(COUNTRY).orElse("US");
        if (!country.matches("[A-Z]{2}")) {
            throw new ApiProblem(ErrorCode.NOT_IN_ENUM, "The country code is not ISO 3166-1 alpha-2.", COUNTRY);
        }
        List<String> types = query.allOf(TYPE, TYPES);
        List<String> features = Stream.of(FEATURES, FEATURES + "[]")
                .flatMap(name -> query.allOf(name, KNOWN_FEATURES).stream())
                .toList();
        return new SearchFilter(
                country,
                types.isEmpty() ? Optional.empty() : Optional.of(types.getLast()),
                place(query),
                new Digits(digits(query, "starts_with"), digits(query, "ends_with"), digits(query, "contains")),
                features,
                flags(query, country),
                query.integer(LIMIT, USUAL_LIMIT, 1, LARGEST_LIMIT));
    }

    /// Whether all but the place fits.
    boolean fits(Series series) {
        Offer offer = series.offer();
        return offer.country().equals(country)
                && type.map(offer.type()::equals).orElse(true)
                && offer.features().containsAll(features)
                && flags.quickship().map(q -> q == offer.quickship()).orElse(true)
                && flags.reservable().map(r -> r == offer.reservable()).orElse(true);
    }

    private static Place place(Query query) {
        Optional<String> code = query.find("filter[national_destination_code]");
        if (code.filter(c -> !c.matches("[0-9]{1,6}")).isPresent()) {
            throw new ApiProblem(
                    ErrorCode.BAD_REQUEST,
                    "The national destination code consists of digits.",
                    "filter[national_destination_code]");
        }
        return new Place(
                code,
                query.find("filter[locality]"),
                query.find("filter[administrative_area]"),
                query.find("filter[rate_center]"));
    }

    private static Flags flags(Query query, String country) {
        boolean bestEffort = query.flag("filter[best_effort]").orElse(false);
        if (bestEffort && !Set.of("US", "CA").contains(country.toUpperCase(Locale.ROOT))) {
            throw new ApiProblem(
                    ErrorCode.BAD_REQUEST, "Best effort is for the US and Canada only.", "filter[best_effort]");
        }
        return new Flags(
                bestEffort,
                query.flag("filter[quickship]"),
                query.flag("filter[reservable]"),
                query.flag("filter[exclude_held_numbers]").orElse(false));
    }

    private static String digits(Query query, String kind) {
        String name = "filter[phone_number][" + kind + "]";
        String value = query.find(name).orElse("");
        if (!value.matches("\\+?[0-9]*")) {
            throw new ApiProblem(ErrorCode.BAD_REQUEST, "The query parameter '" + name + "' takes digits only.", name);
        }
        return value;
    }
}
