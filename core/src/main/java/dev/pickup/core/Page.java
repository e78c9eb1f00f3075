package dev.pickup.core;

import java.util.List;
import java.util.Optional;

/// One page of a list. `next` is opaque; give it back to get the following page; empty at the end.
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }
}
