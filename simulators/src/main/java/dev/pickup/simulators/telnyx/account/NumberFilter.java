package dev.pickup.simulators.telnyx.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.rest.Query;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Which owned numbers a list shows, and in which order.
///
/// @param digits a part of the number; matches on digits only, as the carrier does
/// @param equal  fields and the value that each must have
record NumberFilter(String digits, Map<String, String> equal, Optional<String> tag, String sort) {
    private static final String BY_NUMBER = "filter[phone_number]";
    private static final String BY_TAG = "filter[tag]";
    private static final String SORT = "sort";
    private static final int FEWEST_DIGITS = 3;
    private static final Set<String> ORDERS = Set.of("purchased_at", "phone_number", "connection_name");
    private static final Map<String, String> FIELDS = Map.of(
            "filter[connection_id]", "connection_id",
            "filter[status]", "status",
            "filter[customer_reference]", "customer_reference",
            "filter[billing_group_id]", "billing_group_id",
            "filter[country_iso_alpha2]", "country_iso_alpha2",
            "filter[number_type][eq]", "phone_number_type");

    static final Set<String> PARAMETERS = Stream.concat(Stream.of(BY_NUMBER, BY_TAG, SORT), FIELDS.keySet().stream())
            .collect(Collectors.toUnmodifiableSet());

    static NumberFilter of(Query query) {
        Optional<String> number = query.find(BY_NUMBER).map(n -> n.replaceAll("[^0-9]", ""));
        if (number.filter(n -> n.length() < FEWEST_DIGITS).isPresent()) {
            throw new ApiProblem(ErrorCode.BAD_REQUEST, "filter[phone_number] needs at least 3 digits.", BY_NUMBER);
        }
        Map<String, String> equal = FIELDS.entrySet().stream()
                .filter(f -> query.find(f.getKey()).isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getValue, f -> query.find(f.getKey()).orElseThrow()));
        List<String> sort = query.allOf(SORT, ORDERS);
        return new NumberFilter(
                number.orElse(""), equal, query.find(BY_TAG), sort.isEmpty() ? "purchased_at" : sort.getLast());
    }

    List<ObjectNode> apply(Stream<ObjectNode> numbers) {
        return numbers.filter(this::fits)
                .sorted(Comparator.comparing(n -> n.path(sort).asText("")))
                .toList();
    }

    private boolean fits(ObjectNode number) {
        return number.path("phone_number").asText().contains(digits)
                && equal.entrySet().stream()
                        .allMatch(e -> number.path(e.getKey()).asText("").equals(e.getValue()))
                && tag.map(t -> tagged(number, t)).orElse(true);
    }

    private static boolean tagged(ObjectNode number, String tag) {
        return StreamSupport.stream(number.path("tags").spliterator(), false)
                .anyMatch(t -> t.asText().equals(tag));
    }
}
