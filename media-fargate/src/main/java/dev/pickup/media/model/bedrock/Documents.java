package dev.pickup.media.model.bedrock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.document.Document;

/// JSON values as the SDK's documents.
final class Documents {
    private Documents() {}

    static Document of(@Nullable Object value) {
        return switch (value) {
            case null -> Document.fromNull();
            case Map<?, ?> map -> {
                Map<String, Document> fields = new LinkedHashMap<>();
                map.forEach((name, field) -> fields.put(String.valueOf(name), of(field)));
                yield Document.fromMap(fields);
            }
            case List<?> list -> {
                List<Document> elements = new ArrayList<>();
                list.forEach(element -> elements.add(of(element)));
                yield Document.fromList(elements);
            }
            case Boolean flag -> Document.fromBoolean(flag);
            case Integer number -> Document.fromNumber(number);
            case Long number -> Document.fromNumber(number);
            case Number number -> Document.fromNumber(number.toString());
            default -> Document.fromString(value.toString());
        };
    }
}
