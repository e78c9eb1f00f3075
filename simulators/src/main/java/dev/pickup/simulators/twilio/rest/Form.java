package dev.pickup.simulators.twilio.rest;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Decoded form parameters, of a body or a query, in their order. Immutable.
public final class Form {
    private static final Form EMPTY = new Form(Map.of());

    private final Map<String, List<String>> values;

    private Form(Map<String, List<String>> values) {
        this.values = values;
    }

    public static Form empty() {
        return EMPTY;
    }

    /// @throws TwilioProblem a per cent sign that is followed by no hex digits
    public static Form parse(String raw) {
        if (raw.isEmpty()) {
            return EMPTY;
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            values.computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>(1))
                    .add(parts.length == 2 ? decoded(parts[1]) : "");
        }
        return new Form(values);
    }

    public static Form of(Map<String, String> parameters) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        parameters.forEach((name, value) -> values.put(name, List.of(value)));
        return new Form(values);
    }

    public Set<String> names() {
        return values.keySet();
    }

    /// Present and perhaps empty; of a name that is repeated, the last one.
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getLast);
    }

    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /// As it goes over the wire.
    public String encoded() {
        return values.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(v -> encoded(e.getKey()) + "=" + encoded(v)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw new TwilioProblem(400, 20001, "The request is not well-formed form data.");
        }
    }
}
