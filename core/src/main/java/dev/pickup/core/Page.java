package dev.pickup.core;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// One page of a list. `next` is opaque; give it back to get the following page; empty at the end.
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }

    /// The same page, of what each item reads as.
    public <R> Page<R> map(Function<? super T, ? extends R> read) {
        return new Page<>(items.stream().<R>map(read).toList(), next);
    }
}
