package dev.pickup.core.carrier.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.core.carrier.AvailableNumber;
import dev.pickup.core.carrier.CarrierOrder;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.NumberCountry;
import dev.pickup.core.carrier.NumberMarket;
import dev.pickup.core.carrier.NumberSearch;
import dev.pickup.core.number.PhoneNumber;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Telnyx' numbers: country coverage, search, orders. See [NumberMarket].
public final class TelnyxNumberMarket implements NumberMarket {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ORDERS = "/number_orders";
    private static final String NOT_FOUND = "10005";

    private final TelnyxHttp http;

    /// @param settings see [TelnyxSettings#forNumbers]
    public TelnyxNumberMarket(TelnyxSettings settings, HttpClient client) {
        this.http = new TelnyxHttp(settings, client);
    }

    @Override
    public List<NumberCountry> countries() {
        return http.get("/country_coverage").path("data").properties().stream()
                .filter(country -> country.getValue().path("numbers").asBoolean())
                .map(country -> TelnyxNumbers.country(country.getKey(), country.getValue()))
                .sorted(Comparator.comparing(NumberCountry::name))
                .toList();
    }

    @Override
    public List<AvailableNumber> search(NumberSearch search) {
        TelnyxQuery query = new TelnyxQuery("/available_phone_numbers")
                .with("filter[country_code]", search.country())
                .with("filter[national_destination_code]", search.areaCode())
                .with("filter[locality]", search.locality())
                .with("filter[phone_number][contains]", search.contains())
                .with("filter[limit]", Integer.toString(search.limit()));
        search.features().stream().sorted().forEach(feature -> query.with("filter[features][]", feature));
        return found(query, search.country());
    }

    /// Which country it belongs to is asked with what the country wants of the buyer: a search needs to know it.
    @Override
    public Optional<AvailableNumber> offer(PhoneNumber number) {
        Optional<JsonNode> law = law(number);
        if (law.isEmpty()) {
            return Optional.empty();
        }
        String country = TelnyxNumbers.region(law.get(), "country_code").orElse("US");
        TelnyxQuery query = new TelnyxQuery("/available_phone_numbers")
                .with("filter[country_code]", country)
                .with("filter[phone_number][contains]", number.e164().substring(1))
                .with("filter[limit]", "1");
        return found(query, country).stream()
                .filter(available -> available.number().equals(number))
                .findFirst()
                .map(available -> TelnyxNumbers.withPapers(available, law.get()));
    }

    @Override
    public PlaceOutcome place(PhoneNumber number, String reference) {
        ObjectNode body = JSON.createObjectNode().put("customer_reference", reference);
        body.putArray("phone_numbers").addObject().put("phone_number", number.e164());
        try {
            TelnyxReply answer = http.postOnce(ORDERS, body);
            return new PlaceOutcome.Placed(TelnyxNumbers.order(answer.body().path("data"), answer.requestId()));
        } catch (CarrierRejectedException e) {
            return new PlaceOutcome.Refused(TelnyxNumbers.why(e.code()), e.code(), e.requestId());
        }
    }

    @Override
    public List<CarrierOrder> placed(String reference) {
        String query = new TelnyxQuery(ORDERS)
                .with("filter[customer_reference]", reference)
                .with("page[size]", "50")
                .toString();
        List<CarrierOrder> orders = new ArrayList<>();
        for (JsonNode order : http.get(query).path("data")) {
            if (order.path("customer_reference").asText().equals(reference)) {
                orders.add(TelnyxNumbers.order(order, ""));
            }
        }
        return orders;
    }

    @Override
    public Optional<CarrierOrder> order(String orderId) {
        return find(ORDERS + "/" + TelnyxQuery.encoded(orderId)).map(order -> TelnyxNumbers.order(order, ""));
    }

    /// An order is cancelled by its sub orders, of which ours have one.
    @Override
    public void cancel(String orderId) {
        JsonNode order = find(ORDERS + "/" + TelnyxQuery.encoded(orderId)).orElse(JSON.createObjectNode());
        for (JsonNode id : order.path("sub_number_orders_ids")) {
            http.patch("/sub_number_orders/" + TelnyxQuery.encoded(id.asText()) + "/cancel", JSON.createObjectNode());
        }
    }

    private List<AvailableNumber> found(TelnyxQuery query, String country) {
        List<AvailableNumber> found = new ArrayList<>();
        for (JsonNode row : http.get(query.toString()).path("data")) {
            TelnyxNumbers.available(row, country).ifPresent(found::add);
        }
        found.sort(Comparator.comparing(AvailableNumber::matches).reversed());
        return found;
    }

    private Optional<JsonNode> law(PhoneNumber number) {
        String query = new TelnyxQuery("/phone_numbers_regulatory_requirements")
                .with("filter[phone_number]", number.e164())
                .toString();
        try {
            for (JsonNode row : http.get(query).path("data")) {
                if (row.path("phone_number").asText().equals(number.e164())) {
                    return Optional.of(row);
                }
            }
            return Optional.of(JSON.createObjectNode());
        } catch (CarrierRejectedException e) {
            return absentOr(e);
        }
    }

    private Optional<JsonNode> find(String path) {
        try {
            return Optional.of(http.get(path).path("data"));
        } catch (CarrierRejectedException e) {
            return absentOr(e);
        }
    }

    private static Optional<JsonNode> absentOr(CarrierRejectedException e) {
        if (e.code().equals(NOT_FOUND)) {
            return Optional.empty();
        }
        throw e;
    }
}
