package dev.pickup.simulators.telnyx.inventory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.telnyx.account.Pages;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.RestRequest;
import dev.pickup.simulators.telnyx.rest.Routes;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the law asks of the buyer, by country and type, and by number. Source: the API reference's pages "Retrieve
/// regulatory requirements" and "… for a list of phone numbers".
final class RequirementRoutes {
    private static final String NUMBER = "filter[phone_number]";
    private static final String COUNTRY = "filter[country_code]";
    private static final String TYPE = "filter[phone_number_type]";
    private static final String ACTION = "filter[action]";

    private final Catalogue catalogue;

    RequirementRoutes(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Routes routes() {
        return new Routes()
                .add("GET", "/regulatory_requirements", this::byOffer)
                .add("GET", "/phone_numbers_regulatory_requirements", this::byNumber);
    }

    private HttpReply byOffer(RestRequest request) {
        request.query().allowing(Set.of(NUMBER, COUNTRY, TYPE, ACTION)).allOf(ACTION, Set.of("ordering", "porting"));
        Optional<Offer> ofNumber =
                request.query().find(NUMBER).map(this::series).map(Series::offer);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode data = body.putArray("data");
        catalogue.offers().stream()
                .filter(o -> !o.type().isEmpty())
                .filter(o -> ofNumber.map(o::equals).orElse(true))
                .filter(o ->
                        request.query().find(COUNTRY).map(o.country()::equals).orElse(true))
                .filter(o -> request.query().find(TYPE).map(o.type()::equals).orElse(true))
                .forEach(o -> show(data.addObject(), o));
        return HttpReply.json(200, body);
    }

    private HttpReply byNumber(RestRequest request) {
        String numbers = request.query()
                .find(NUMBER)
                .orElseThrow(() -> new ApiProblem(
                        ErrorCode.MISSING_PARAMETER, "The 'filter[phone_number]' parameter is required.", NUMBER));
        return Pages.of(
                request,
                Set.of(NUMBER),
                Stream.of(numbers.split(",", -1)).map(this::show).toList());
    }

    private ObjectNode show(String phoneNumber) {
        Offer offer = series(phoneNumber).offer();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("phone_number", phoneNumber).put("phone_number_type", offer.type());
        json.put("record_type", "phone_number_regulatory_requirements");
        json.putArray("region_information")
                .addObject()
                .put("region_type", "country_code")
                .put("region_name", offer.country());
        ArrayNode all = json.putArray("regulatory_requirements");
        Requirement.of(offer).forEach(r -> all.add(r.show("label")));
        return json;
    }

    private static void show(ObjectNode json, Offer offer) {
        json.put("country_code", offer.country()).put("phone_number_type", offer.type());
        json.put("action", "ordering");
        ArrayNode all = json.putArray("regulatory_requirements");
        Requirement.of(offer).forEach(r -> all.add(r.show("name")));
    }

    private Series series(String phoneNumber) {
        return catalogue.of(phoneNumber).orElseThrow(ApiProblem::notFound);
    }
}
