/// Managed numbers: search, buy, give back; the carrier's word on orders. Start at [ProvisioningApi].
@NullMarked
package dev.pickup.functions.provisioning;

import org.jspecify.annotations.NullMarked;
