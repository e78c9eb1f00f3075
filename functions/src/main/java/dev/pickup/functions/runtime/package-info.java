/// What functions share: the parts they are made of, read once from the environment or given; the bus and its
/// outbox.
/// Start at [FunctionsWiring]. The only place in `functions` that reads the environment and the clock. Each function
/// makes its worker from these parts; this package knows none of them.
@NullMarked
package dev.pickup.functions.runtime;

import org.jspecify.annotations.NullMarked;
