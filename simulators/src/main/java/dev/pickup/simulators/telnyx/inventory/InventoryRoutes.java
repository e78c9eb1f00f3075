package dev.pickup.simulators.telnyx.inventory;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.telnyx.account.Accounts;
import dev.pickup.simulators.telnyx.account.CarrierAccount;
import dev.pickup.simulators.telnyx.account.Standing;
import dev.pickup.simulators.telnyx.inventory.Inventory.Found;
import dev.pickup.simulators.telnyx.rest.RestRequest;
import dev.pickup.simulators.telnyx.rest.Routes;
import java.util.List;
import java.util.Locale;

/// `GET /available_phone_numbers`. The other resources about what can be bought are beside it.
public final class InventoryRoutes {
    /// Where all accounts were opened.
    private static final String ORIGIN = "US";

    /// How much of a number a trial account does not see.
    private static final int REDACTED = 7;

    private final Accounts accounts;
    private final Inventory inventory;

    public InventoryRoutes(Accounts accounts, Inventory inventory) {
        this.accounts = accounts;
        this.inventory = inventory;
    }

    public Routes routes() {
        return new Routes()
                .add("GET", "/available_phone_numbers", this::search)
                .addAll(new CoverageRoutes(inventory.catalogue()).routes())
                .addAll(new RequirementRoutes(inventory.catalogue()).routes())
                .addAll(new ReservationRoutes(accounts, inventory).routes());
    }

    private HttpReply search(RestRequest request) {
        CarrierAccount account = accounts.authenticate(request);
        List<Found> found = inventory.search(SearchFilter.of(request.query()), account);
        boolean trial = account.standing() == Standing.TRIAL;
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode data = body.putArray("data");
        found.forEach(f -> data.add(show(f, trial, trial && !isLocal(f.series().offer()))));
        ObjectNode meta = JsonNodeFactory.instance
                .objectNode()
                .put("total_results", found.size())
                .put(
                        "best_effort_results",
                        found.stream().filter(Found::bestEffort).count());
        body.set("meta", meta);
        body.set("metadata", meta);
        return HttpReply.json(200, body);
    }

    private static boolean isLocal(Offer offer) {
        return offer.country().equals(ORIGIN) && offer.type().equals("local");
    }

    private static ObjectNode show(Found found, boolean trial, boolean redacted) {
        Offer offer = found.series().offer();
        String number = found.phoneNumber();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("record_type", "available_phone_number");
        json.put(
                "phone_number",
                redacted ? number.substring(0, number.length() - REDACTED) + "x".repeat(REDACTED) : number);
        json.put("best_effort", found.bestEffort()).put("quickship", offer.quickship());
        json.put("reservable", offer.reservable() && !trial).putNull("vanity_format");
        ArrayNode features = json.putArray("features");
        offer.features().forEach(f -> features.addObject().put("name", f));
        json.putObject("cost_information")
                .put("monthly_cost", offer.monthly().toPlainString())
                .put("upfront_cost", offer.upfront().toPlainString())
                .put("currency", "USD");
        ArrayNode regions = json.putArray("region_information");
        region(regions, "country_code", offer.country());
        region(regions, "state", found.series().administrativeArea());
        region(regions, "location", found.series().locality());
        if (offer.northAmerican()) {
            region(regions, "rate_center", found.series().locality().toUpperCase(Locale.ROOT));
        }
        return json;
    }

    private static void region(ArrayNode regions, String type, String name) {
        if (!name.isEmpty()) {
            regions.addObject().put("region_type", type).put("region_name", name);
        }
    }
}
