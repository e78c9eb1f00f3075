package dev.pickup.core.carrier.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.carrier.AvailableNumber;
import dev.pickup.core.carrier.CarrierOrder;
import dev.pickup.core.carrier.CarrierOrder.State;
import dev.pickup.core.carrier.NumberCountry;
import dev.pickup.core.carrier.NumberMarket.Why;
import dev.pickup.core.carrier.NumberPrice;
import dev.pickup.core.number.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Telnyx' JSON about numbers, as our values. Pure.
///
/// Source: OpenAPI `team-telnyx/openapi` `spec3.yml` (2026), `AvailablePhoneNumber`, `NumberOrder`; "API errors".
final class TelnyxNumbers {
    private static final Set<String> OPEN = Set.of("pending", "");

    private TelnyxNumbers() {}

    static NumberCountry country(String name, JsonNode country) {
        return new NumberCountry(
                country.path("code").asText(),
                name,
                distinct(country.path("phone_number_type")),
                distinct(country.path("features")));
    }

    /// Empty for a number that is shown redacted, as trial accounts see them, or without a price: neither can be
    /// bought.
    static Optional<AvailableNumber> available(JsonNode row, String country) {
        String number = row.path("phone_number").asText();
        JsonNode cost = row.path("cost_information");
        if (!PhoneNumber.isE164(number) || !cost.hasNonNull("monthly_cost")) {
            return Optional.empty();
        }
        Set<String> features = new TreeSet<>();
        row.path("features")
                .forEach(feature -> features.add(feature.path("name").asText()));
        return Optional.of(new AvailableNumber(
                new PhoneNumber(number),
                region(row, "country_code").orElse(country),
                region(row, "location").or(() -> region(row, "rate_center")),
                region(row, "state"),
                features,
                NumberPrice.of(
                        cost.path("monthly_cost").asText(),
                        cost.path("upfront_cost").asText("0"),
                        cost.path("currency").asText("USD")),
                Set.of(),
                !row.path("best_effort").asBoolean()));
    }

    /// @param law an item of `phone_numbers_regulatory_requirements`
    static AvailableNumber withPapers(AvailableNumber number, JsonNode law) {
        Set<String> papers = new TreeSet<>();
        law.path("regulatory_requirements")
                .forEach(paper -> papers.add(paper.path("field_type").asText("document")));
        return new AvailableNumber(
                number.number(),
                number.country(),
                number.locality(),
                number.region(),
                number.features(),
                number.price(),
                papers,
                number.matches());
    }

    static Optional<String> region(JsonNode row, String type) {
        for (JsonNode region : row.path("region_information")) {
            if (region.path("region_type").asText().equals(type)) {
                return Optional.of(region.path("region_name").asText()).filter(name -> !name.isEmpty());
            }
        }
        return Optional.empty();
    }

    /// The guide adds `cancelled` and `deleted` to the OpenAPI's states: both are an end without a number.
    static CarrierOrder order(JsonNode order, String requestId) {
        String status = order.path("status").asText();
        State state;
        if (status.equals("success")) {
            state = State.SUCCEEDED;
        } else if (OPEN.contains(status)) {
            state = order.path("requirements_met").asBoolean(true) ? State.PENDING : State.NEEDS_DOCUMENTS;
        } else {
            state = State.FAILED;
        }
        return new CarrierOrder(
                order.path("id").asText(), order.path("customer_reference").asText(), state, requestId);
    }

    /// Branches on the code: the HTTP status of these is not published.
    static Why why(String code) {
        return switch (code) {
            case "85000", "85001", "85006" -> Why.TAKEN;
            case "20100", "20012" -> Why.NO_FUNDS;
            case "10038", "10039", "20014", "20016", "20017" -> Why.ACCOUNT_LIMIT;
            default -> Why.OTHER;
        };
    }

    private static List<String> distinct(JsonNode texts) {
        Set<String> all = new TreeSet<>();
        texts.forEach(text -> all.add(text.asText()));
        return List.copyOf(all);
    }
}
