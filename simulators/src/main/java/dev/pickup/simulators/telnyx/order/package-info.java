/// Orders of numbers: accepted now, settled later, told by `number_order.complete`. Start at [OrderDesk]. May import
/// `inventory`, `account`, `webhook`, `fault`, `line`, `rest` and JSON only.
@NullMarked
package dev.pickup.simulators.telnyx.order;

import org.jspecify.annotations.NullMarked;
