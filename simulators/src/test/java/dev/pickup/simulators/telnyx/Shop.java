package dev.pickup.simulators.telnyx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A customer who searches and orders numbers.
record Shop(Customer customer) {
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// @param filters such as `country_code=US&locality=Chicago`; each name is put into `filter[…]`
    Customer.Answer search(String filters) {
        List<String> pairs = new ArrayList<>();
        for (String pair : filters.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String name = parts[0].startsWith("[") ? "filter" + parts[0] : "filter[" + parts[0] + "]";
            pairs.add(encoded(name) + "=" + encoded(parts[1]));
        }
        return customer.get("/available_phone_numbers?" + String.join("&", pairs));
    }

    List<String> numbers(String filters) {
        return search(filters).data().findValuesAsText("phone_number");
    }

    /// One number in the US that the customer has just seen.
    String number() {
        return numbers("country_code=US&national_destination_code=415&limit=1").getFirst();
    }

    /// @param more further JSON members, each after a comma
    Customer.Answer order(String number, String more) {
        return customer.post(
                "/number_orders", "{\"phone_numbers\":[{\"phone_number\":\"" + number + "\"}]" + more + "}");
    }

    JsonNode orderWith(String status, String orderId) {
        await().until(() -> customer.get("/number_orders/" + orderId)
                .data()
                .path("status")
                .asText()
                .equals(status));
        return customer.get("/number_orders/" + orderId).data();
    }

    /// Buys a number and waits until it is there.
    ///
    /// @return the owned number's resource
    JsonNode bought(String number, String more) {
        Customer.Answer placed = order(number, more);
        assertThat(placed.status()).as(placed.body().toString()).isEqualTo(200);
        orderWith("success", placed.data().path("id").asText());
        return owned(number);
    }

    JsonNode owned(String number) {
        JsonNode found = customer.get("/phone_numbers?" + encoded("filter[phone_number]") + "=" + encoded(number))
                .data();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    String balance() {
        return customer.get("/balance").data().path("balance").asText();
    }
}
