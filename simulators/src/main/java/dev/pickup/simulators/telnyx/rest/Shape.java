package dev.pickup.simulators.telnyx.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the body of a request may contain. Immutable.
///
/// A field that is not in the shape is refused: the real API is more lenient with some, but a misspelt field that is
/// silently ignored is the worst bug to find on a live line.
public final class Shape {
    /// A value that is wrong: the code, why, and where in the value; an empty `where` is the value itself.
    private record Wrong(ErrorCode code, String why, String where) {
        Wrong(ErrorCode code, String why) {
            this(code, why, "");
        }

        Wrong under(String name) {
            return new Wrong(code, why, "/" + name + where);
        }
    }

    /// One field. Optional unless [#required].
    public static final class Field {
        private final String name;
        private final boolean required;
        private final Function<JsonNode, Stream<Wrong>> check;

        private Field(String name, boolean required, Function<JsonNode, Stream<Wrong>> check) {
            this.name = name;
            this.required = required;
            this.check = check;
        }

        public Field required() {
            return new Field(name, true, check);
        }
    }

    private final Map<String, Field> fields;

    private Shape(Map<String, Field> fields) {
        this.fields = fields;
    }

    public static Shape of(Field... fields) {
        return new Shape(Stream.of(fields).collect(Collectors.toMap(f -> f.name, f -> f)));
    }

    /// These fields and those of `other`.
    public Shape and(Shape other) {
        return new Shape(Stream.concat(fields.values().stream(), other.fields.values().stream())
                .collect(Collectors.toMap(f -> f.name, f -> f)));
    }

    /// This shape, with one of its fields required.
    public Shape requiring(String name) {
        return new Shape(fields.values().stream()
                .map(f -> f.name.equals(name) ? f.required() : f)
                .collect(Collectors.toMap(f -> f.name, f -> f)));
    }

    /// @return `body`
    /// @throws ApiProblem with one entry for each field that is wrong
    public ObjectNode check(ObjectNode body) {
        List<ApiProblem.Entry> wrong = wrong(body)
                .map(w -> {
                    String name = w.where().substring(1).replace('/', '.');
                    return new ApiProblem.Entry(w.code(), "The '" + name + "' parameter " + w.why() + ".", w.where());
                })
                .toList();
        if (!wrong.isEmpty()) {
            throw new ApiProblem(wrong, Map.of());
        }
        return body;
    }

    private Stream<Wrong> wrong(JsonNode body) {
        Stream<Wrong> known = fields.values().stream().flatMap(f -> wrong(f, body.path(f.name)));
        Stream<Wrong> unknown = body.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !fields.containsKey(name))
                .map(name -> new Wrong(ErrorCode.BAD_REQUEST, "is not a parameter of this request").under(name));
        return Stream.concat(known, unknown);
    }

    private static Stream<Wrong> wrong(Field field, JsonNode value) {
        boolean absent = value.isMissingNode() || value.isNull();
        Stream<Wrong> wrong = !absent
                ? field.check.apply(value)
                : field.required ? Stream.of(new Wrong(ErrorCode.MISSING_PARAMETER, "is required")) : Stream.empty();
        return wrong.map(w -> w.under(field.name));
    }

    public static Field text(String name, int longest) {
        return field(
                name,
                JsonNode::isTextual,
                "must be a string",
                v -> v.textValue().length() > longest
                        ? Stream.of(new Wrong(ErrorCode.OUT_OF_RANGE, "has more than " + longest + " characters"))
                        : Stream.empty());
    }

    public static Field text(String name) {
        return text(name, 4096);
    }

    public static Field matching(String name, String pattern, ErrorCode code, String why) {
        return field(
                name,
                JsonNode::isTextual,
                "must be a string",
                v -> v.textValue().matches(pattern) ? Stream.empty() : Stream.of(new Wrong(code, why)));
    }

    public static Field base64(String name) {
        return matching(
                name,
                "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?",
                ErrorCode.BAD_REQUEST,
                "must be a valid Base64 string");
    }

    public static Field oneOf(String name, String... values) {
        Set<String> known = Set.of(values);
        return field(
                name,
                JsonNode::isTextual,
                "must be a string",
                v -> known.contains(v.textValue())
                        ? Stream.empty()
                        : Stream.of(new Wrong(ErrorCode.NOT_IN_ENUM, "must be one of " + String.join(", ", values))));
    }

    public static Field integer(String name, int least, int most) {
        return field(
                name,
                JsonNode::isInt,
                "must be an integer",
                v -> v.intValue() < least || v.intValue() > most
                        ? Stream.of(new Wrong(ErrorCode.OUT_OF_RANGE, "must lie between " + least + " and " + most))
                        : Stream.empty());
    }

    public static Field integerOf(String name, Integer... values) {
        Set<Integer> known = Set.of(values);
        return field(
                name,
                JsonNode::isInt,
                "must be an integer",
                v -> known.contains(v.intValue())
                        ? Stream.empty()
                        : Stream.of(new Wrong(ErrorCode.NOT_IN_ENUM, "must be one of " + List.of(values))));
    }

    public static Field bool(String name) {
        return field(name, JsonNode::isBoolean, "must be a boolean", _ -> Stream.empty());
    }

    public static Field array(String name) {
        return field(name, JsonNode::isArray, "must be an array", _ -> Stream.empty());
    }

    public static Field object(String name) {
        return field(name, JsonNode::isObject, "must be an object", _ -> Stream.empty());
    }

    /// An object of this shape.
    public static Field object(String name, Shape shape) {
        return field(name, JsonNode::isObject, "must be an object", shape::wrong);
    }

    /// An array of objects of this shape.
    public static Field arrayOf(String name, Shape shape) {
        return field(
                name,
                JsonNode::isArray,
                "must be an array",
                v -> elements(
                        v,
                        element -> element.isObject()
                                ? shape.wrong(element)
                                : Stream.of(new Wrong(ErrorCode.BAD_REQUEST, "must be an object"))));
    }

    /// An array of strings.
    public static Field texts(String name) {
        return field(
                name,
                JsonNode::isArray,
                "must be an array",
                v -> elements(
                        v,
                        element -> element.isTextual()
                                ? Stream.empty()
                                : Stream.of(new Wrong(ErrorCode.BAD_REQUEST, "must be a string"))));
    }

    private static Stream<Wrong> elements(JsonNode array, Function<JsonNode, Stream<Wrong>> check) {
        return IntStream.range(0, array.size())
                .boxed()
                .flatMap(i -> check.apply(array.get(i)).map(w -> w.under(Integer.toString(i))));
    }

    /// Any JSON.
    public static Field any(String name) {
        return new Field(name, false, _ -> Stream.empty());
    }

    private static Field field(
            String name, Predicate<JsonNode> type, String why, Function<JsonNode, Stream<Wrong>> check) {
        return new Field(
                name, false, v -> type.test(v) ? check.apply(v) : Stream.of(new Wrong(ErrorCode.BAD_REQUEST, why)));
    }
}
