package dev.pickup.core.carrier.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.carrier.CarrierRejectedException;
import java.util.ArrayList;
import java.util.List;

/// Reads lists to their end.
final class TelnyxLists {
    private static final int PAGE_SIZE = 250; // the most that these lists give
    private static final int MOST_PAGES = 40; // ten thousand of a kind: a list that does not end is not read on

    private final TelnyxWire wire;

    TelnyxLists(TelnyxWire wire) {
        this.wire = wire;
    }

    /// All items of a list.
    ///
    /// @param path such as `/connections`, or `/connections?filter…`
    /// @throws CarrierRejectedException refused
    List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonNode body = wire.get(paged(path, page, PAGE_SIZE)).orRejected().body();
            body.path("data").forEach(items::add);
            if (page >= body.path("meta").path("total_pages").asInt(1)) {
                break;
            }
        }
        return items;
    }

    static String paged(String path, int number, int size) {
        return path + (path.contains("?") ? "&" : "?") + parameter("page[number]", Integer.toString(number)) + "&"
                + parameter("page[size]", Integer.toString(size));
    }

    static String parameter(String name, String value) {
        return TelnyxQuery.encoded(name) + "=" + TelnyxQuery.encoded(value);
    }
}
