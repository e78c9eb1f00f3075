package dev.pickup.simulators.twilio.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// Which form parameters a resource takes, what each may be, and how it changes the resource. Immutable.
///
/// A parameter that is not among them is refused with `20001`: the real API ignores it and writes a warning, but a
/// misspelt parameter that is silently ignored is the worst bug to find on a live line. An empty value clears; what a
/// cleared field looks like, `""`, `null` or a default, is the field's own.
public final class Parameters {
    /// One parameter.
    ///
    /// @param name  CamelCase; the field is the same in snake_case
    /// @param empty what the field is when cleared
    private record Parameter(String name, boolean required, BiConsumer<String, String> check, Empty empty) {
        String field() {
            return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        }
    }

    private enum Empty {
        NULL,
        TEXT,
        POST,
        FALSE,
        /// The field is somebody else's to write; any value, any number of times.
        UNWRITTEN
    }

    private final Map<String, Parameter> parameters = new LinkedHashMap<>();

    /// An absolute `http` or `https` URL.
    public Parameters url(String... names) {
        return each(names, Empty.TEXT, (name, value) -> {
            if (!isUrl(value)) {
                throw new TwilioProblem(400, 21402, name + " is not a valid URL: " + value);
            }
        });
    }

    /// `GET` or `POST`; cleared it is `POST`.
    public Parameters method(String... names) {
        return each(names, Empty.POST, oneOf(21403, List.of("GET", "POST")));
    }

    public Parameters flag(String... names) {
        return each(names, Empty.FALSE, oneOf(20001, List.of("true", "false")));
    }

    public Parameters choice(String name, String... values) {
        return each(new String[] {name}, Empty.TEXT, oneOf(20001, List.of(values)));
    }

    public Parameters text(int longest, String... names) {
        return each(names, Empty.TEXT, (name, value) -> {
            if (value.length() > longest) {
                throw new TwilioProblem(400, 21400, name + " is too long: at most " + longest + " characters");
            }
        });
    }

    /// A resource id whose field is `""` when there is none.
    public Parameters sid(String name, String prefix) {
        return each(new String[] {name}, Empty.TEXT, sidOf(prefix));
    }

    /// A resource id whose field is `null` when there is none.
    public Parameters nullableSid(String name, String prefix) {
        return each(new String[] {name}, Empty.NULL, sidOf(prefix));
    }

    /// Taken, and looked at by others.
    public Parameters other(String... names) {
        return each(names, Empty.UNWRITTEN, (_, _) -> {});
    }

    /// These parameters, with one of them required.
    public Parameters requiring(String name) {
        Parameters copy = new Parameters();
        parameters.forEach((key, p) ->
                copy.parameters.put(key, new Parameter(key, p.required() || key.equals(name), p.check(), p.empty())));
        return copy;
    }

    /// @return `form`
    /// @throws TwilioProblem for the first parameter that is wrong
    public Form check(Form form) {
        Set<String> names = form.names();
        for (String name : names) {
            Parameter parameter = parameters.get(name);
            if (parameter == null) {
                throw new TwilioProblem(400, 20001, "Unknown parameters: " + name);
            }
            String value = form.value(name).orElse("");
            if (form.all(name).size() > 1 && parameter.empty() != Empty.UNWRITTEN) {
                throw new TwilioProblem(400, 20001, "Parameter given more than once: " + name);
            }
            if (!value.isEmpty()) {
                parameter.check().accept(name, value);
            }
        }
        for (Parameter parameter : parameters.values()) {
            if (parameter.required() && form.value(parameter.name()).orElse("").isEmpty()) {
                throw new TwilioProblem(
                        400, 20001, "Missing required parameter " + parameter.name() + " in the post body");
            }
        }
        return form;
    }

    /// Writes what a checked form says into `resource`; what it does not name stays.
    public void apply(Form form, ObjectNode resource) {
        for (String name : form.names()) {
            Parameter parameter = parameters.get(name);
            if (parameter != null) {
                String value = form.value(name).orElse("");
                set(resource, parameter, value);
            }
        }
    }

    private static void set(ObjectNode resource, Parameter parameter, String value) {
        String field = parameter.field();
        switch (parameter.empty()) {
            case FALSE -> resource.put(field, value.equals("true"));
            case POST -> resource.put(field, value.isEmpty() ? "POST" : value);
            case TEXT -> resource.put(field, value);
            case NULL -> resource.put(field, value.isEmpty() ? null : value);
            case UNWRITTEN -> {}
        }
    }

    /// Whether a field is cleared: `""` and `null` are the same.
    public static boolean isClear(JsonNode field) {
        return field.asText("").isEmpty() || field.isNull();
    }

    private static BiConsumer<String, String> oneOf(int code, List<String> values) {
        return (name, value) -> {
            if (!values.contains(value)) {
                throw new TwilioProblem(400, code, name + " is not valid: " + value);
            }
        };
    }

    private static BiConsumer<String, String> sidOf(String prefix) {
        return (name, value) -> {
            if (!value.matches(prefix + "[0-9a-f]{32}")) {
                throw new TwilioProblem(400, 20001, name + " is not valid: " + value);
            }
        };
    }

    private static boolean isUrl(String value) {
        try {
            URI uri = URI.create(value);
            return Optional.ofNullable(uri.getHost()).isPresent()
                    && List.of("http", "https").contains(uri.getScheme());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private Parameters each(String[] names, Empty empty, BiConsumer<String, String> check) {
        for (String name : names) {
            parameters.put(name, new Parameter(name, false, check, empty));
        }
        return this;
    }
}
