/// Customers' own accounts at every carrier there is: the one place that knows which adapter a credential opens, and
/// where carriers reach us for it. Start at `CustomerCarriers`. May import `core.carrier` with its adapters,
/// `core.credential`, `core.number` and the JDK's HTTP client; whoever wires a process imports it.
@NullMarked
package dev.pickup.core.customer;

import org.jspecify.annotations.NullMarked;
