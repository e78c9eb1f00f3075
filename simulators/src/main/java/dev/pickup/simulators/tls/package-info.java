/// What simulated services prove themselves with to clients that check.
@NullMarked
package dev.pickup.simulators.tls;

import org.jspecify.annotations.NullMarked;
