/// Stand-ins for engines that need an account: simulated services, and what thinks in their place.
@NullMarked
package dev.pickup.local.engine;

import org.jspecify.annotations.NullMarked;
