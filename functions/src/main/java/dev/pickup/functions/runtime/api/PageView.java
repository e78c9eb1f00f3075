package dev.pickup.functions.runtime.api;

import dev.pickup.core.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A page of a list as JSON.
public record PageView(List<?> items, Optional<String> next) {
    public static <T> PageView of(Page<T> page, Function<T, ?> view) {
        return new PageView(page.items().stream().map(view).toList(), page.next());
    }
}
