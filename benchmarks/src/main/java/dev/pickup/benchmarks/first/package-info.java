/// How long the first exchange of a fresh JVM takes with each service of Amazon, and the hundredth, with and without
/// warm-up. Start at [dev.pickup.benchmarks.first.FirstExchanges].
@NullMarked
package dev.pickup.benchmarks.first;

import org.jspecify.annotations.NullMarked;
