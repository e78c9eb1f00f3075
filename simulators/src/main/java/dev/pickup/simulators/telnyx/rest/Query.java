package dev.pickup.simulators.telnyx.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The parameters behind the question mark, decoded. Immutable.
///
/// A parameter that no list understands is refused: the real API ignores some, but a filter that is silently ignored
/// shows numbers that nobody asked for.
public final class Query {
    private final Map<String, List<String>> values;

    private Query(Map<String, List<String>> values) {
        this.values = values;
    }

    /// @param raw what follows the question mark, percent-encoded; may be empty
    public static Query parse(String raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            values.computeIfAbsent(decoded(parts[0]), _ -> new ArrayList<>())
                    .add(parts.length == 2 ? decoded(parts[1]) : "");
        }
        return new Query(values);
    }

    /// Of a parameter that is repeated, the last one.
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(List::getLast);
    }

    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /// @throws ApiProblem 400 `10015`: there is a parameter that is not among `known`
    public Query allowing(Set<String> known) {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new ApiProblem(ErrorCode.BAD_REQUEST, "The query parameter '" + name + "' is not known.", name);
            }
        }
        return this;
    }

    /// @throws ApiProblem 400 `10033`: not a whole number between `least` and `most`
    public int integer(String name, int usual, int least, int most) {
        String value = find(name).orElse(Integer.toString(usual));
        if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw new ApiProblem(ErrorCode.OUT_OF_RANGE, "The query parameter '" + name + "' is out of range.", name);
        }
        return Integer.parseInt(value);
    }

    /// @throws ApiProblem 400 `10015`: neither `true` nor `false`
    public Optional<Boolean> flag(String name) {
        return find(name).map(value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new ApiProblem(
                        ErrorCode.BAD_REQUEST, "The query parameter '" + name + "' must be true or false.", name);
        });
    }

    /// @throws ApiProblem 400 `10032`: there is a value that is not among `known`
    public List<String> allOf(String name, Set<String> known) {
        for (String value : all(name)) {
            if (!known.contains(value)) {
                throw new ApiProblem(
                        ErrorCode.NOT_IN_ENUM,
                        "The query parameter '" + name + "' must be one of "
                                + String.join(", ", known.stream().sorted().toList()) + ".",
                        name);
            }
        }
        return all(name);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
