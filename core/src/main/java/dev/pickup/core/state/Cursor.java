package dev.pickup.core.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.core.UnknownCursorException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Where a list goes on: the last key of a page, as opaque text. A cursor of another partition is refused.
final class Cursor {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private Cursor() {}

    static String encode(Map<String, AttributeValue> lastKey) {
        Map<String, String> texts = new TreeMap<>();
        lastKey.forEach((name, value) -> texts.put(name, value.s()));
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(texts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of texts can be written as JSON", e);
        }
    }

    /// Of a scan, which has no partition.
    ///
    /// @throws UnknownCursorException not from `encode`
    static Map<String, AttributeValue> decode(String cursor) {
        Map<String, AttributeValue> key = new HashMap<>();
        texts(cursor).forEach((name, text) -> key.put(name, AttributeValue.fromS(text)));
        return key;
    }

    /// @throws UnknownCursorException not from `encode`, or of another partition
    static Map<String, AttributeValue> decode(String cursor, Map.Entry<String, String> partition) {
        Map<String, AttributeValue> key = decode(cursor);
        AttributeValue found = key.get(partition.getKey());
        if (found == null || !found.s().equals(partition.getValue())) {
            throw new UnknownCursorException();
        }
        return key;
    }

    private static Map<String, String> texts(String cursor) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(cursor);
            Map<String, String> texts = JSON.readValue(new String(json, StandardCharsets.UTF_8), TEXTS);
            if (texts == null || texts.containsValue(null)) {
                throw new UnknownCursorException();
            }
            return texts;
        } catch (IllegalArgumentException | JsonProcessingException _) {
            throw new UnknownCursorException();
        }
    }
}
