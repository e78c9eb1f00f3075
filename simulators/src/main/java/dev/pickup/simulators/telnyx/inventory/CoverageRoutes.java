package dev.pickup.simulators.telnyx.inventory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.DataReply;
import dev.pickup.simulators.telnyx.rest.RestRequest;
import dev.pickup.simulators.telnyx.rest.Routes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// `GET /country_coverage`: every country by its English name, also those without numbers. Source: the API reference's
/// page "Get country coverage".
final class CoverageRoutes {
    private static final List<String> TYPES = List.of("local", "toll_free", "mobile", "national", "shared_cost");

    private final Map<String, List<Offer>> byName;

    CoverageRoutes(Catalogue catalogue) {
        byName = catalogue.offers().stream()
                .collect(Collectors.groupingBy(Offer::name, LinkedHashMap::new, Collectors.toList()));
    }

    Routes routes() {
        return new Routes()
                .add("GET", "/country_coverage", this::all)
                .add("GET", "/country_coverage/countries/{code}", this::one);
    }

    private HttpReply all(RestRequest request) {
        request.query().allowing(Set.of());
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        byName.forEach((name, offers) -> data.set(name, country(offers)));
        return DataReply.of(200, data);
    }

    private HttpReply one(RestRequest request) {
        request.query().allowing(Set.of());
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        byName.forEach((name, offers) -> {
            if (offers.getFirst().country().equals(request.segment("code"))) {
                data.set(name, country(offers));
            }
        });
        if (data.isEmpty()) {
            throw ApiProblem.notFound();
        }
        return DataReply.of(200, data);
    }

    private static ObjectNode country(List<Offer> all) {
        List<Offer> sold = all.stream().filter(o -> !o.type().isEmpty()).toList();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("code", all.getFirst().country()).put("numbers", !sold.isEmpty());
        ArrayNode features = json.putArray("features");
        sold.stream().flatMap(o -> o.features().stream()).distinct().forEach(features::add);
        ArrayNode types = json.putArray("phone_number_type");
        sold.forEach(o -> types.add(o.type()));
        json.put("reservable", sold.stream().anyMatch(Offer::reservable));
        json.put("quickship", sold.stream().anyMatch(Offer::quickship));
        json.put("international_sms", sold.stream().anyMatch(CoverageRoutes::textsAbroad))
                .put("p2p", false);
        for (String type : TYPES) {
            ObjectNode one = json.putObject(type);
            sold.stream().filter(o -> o.type().equals(type)).forEach(o -> fill(one, o));
        }
        json.put("region", all.getFirst().region());
        return json.put("inventory_coverage", !sold.isEmpty());
    }

    private static void fill(ObjectNode json, Offer offer) {
        ArrayNode features = json.putArray("features");
        offer.features().forEach(features::add);
        json.put("reservable", offer.reservable()).put("full_pstn_replacement", false);
        json.put("quickship", offer.quickship())
                .put("international_sms", textsAbroad(offer))
                .put("p2p", false);
    }

    private static boolean textsAbroad(Offer offer) {
        return offer.features().contains("international_sms");
    }
}
