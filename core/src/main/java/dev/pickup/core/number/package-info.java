/// Numbers one can dial, and which agent each drives. Start at [Did].
@NullMarked
package dev.pickup.core.number;

import org.jspecify.annotations.NullMarked;
