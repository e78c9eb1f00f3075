package dev.pickup.media.failover;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// The providers of one port in the order in which they are wanted, each with its breaker. Any thread.
final class Providers<E> {
    private final List<Provider<E>> order;

    Providers(List<E> engines, Function<E, String> name, LongSupplier nanoTime) {
        if (engines.isEmpty()) {
            throw new IllegalArgumentException("A port needs a provider.");
        }
        this.order = engines.stream()
                .map(engine -> new Provider<>(engine, name.apply(engine), new Breaker(nanoTime)))
                .toList();
    }

    /// Whom to ask now, one after the other: those whose breaker is closed, then the others, who are better than
    /// nobody.
    List<Provider<E>> now() {
        List<Provider<E>> now = new ArrayList<>();
        order.stream().filter(each -> each.breaker().allows()).forEach(now::add);
        order.stream().filter(each -> !now.contains(each)).forEach(now::add);
        return now;
    }

    /// The one that is wanted.
    Provider<E> first() {
        return order.getFirst();
    }
}
