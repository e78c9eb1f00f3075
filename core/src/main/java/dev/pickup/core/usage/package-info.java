/// What calls cost: rate card, usage records, monthly totals. Start at [RateCard].
@NullMarked
package dev.pickup.core.usage;

import org.jspecify.annotations.NullMarked;
