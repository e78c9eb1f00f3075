/// Other people's systems, faithfully: servers that speak the real protocols on real sockets and refuse what the real
/// ones refuse. Used by tests and by the local run. May import the JDK, JSON and `events`; never the rest of Pickup.
@NullMarked
package dev.pickup.simulators;

import org.jspecify.annotations.NullMarked;
