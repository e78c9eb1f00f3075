package dev.pickup.local.gateway.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A path with names in braces, such as `/api/agents/{agentId}`; a name stands for one whole segment.
public record PathTemplate(String text) {
    /// The values of the names when `path` (raw, still percent-encoded) fits; they are decoded.
    Optional<Map<String, String>> match(String path) {
        List<String> wanted = segments(text);
        List<String> given = segments(path);
        if (wanted.size() != given.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (isName(wanted.get(i)) && !given.get(i).isEmpty()) {
                values.put(nameOf(wanted.get(i)), decode(given.get(i)));
            } else if (!wanted.get(i).equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /// How many segments are fixed: of two templates that fit, the one with more is meant.
    int fixedSegments() {
        return (int) segments(text).stream().filter(segment -> !isName(segment)).count();
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    private static boolean isName(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static String nameOf(String segment) {
        return segment.substring(1, segment.length() - 1);
    }

    /// A plus sign in a path is a plus sign: numbers are written `+1…` there.
    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }
}
