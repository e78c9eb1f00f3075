/// Monthly totals from `call.finalized`. Start at [BillingHandler].
@NullMarked
package dev.pickup.functions.billing;

import org.jspecify.annotations.NullMarked;
