/// The numbers that the carrier sells: what there is, what it costs, what the law asks, and who holds which for how
/// long. Start at [Inventory]. May import `account`, `rest` and JSON only.
@NullMarked
package dev.pickup.simulators.telnyx.inventory;

import org.jspecify.annotations.NullMarked;
