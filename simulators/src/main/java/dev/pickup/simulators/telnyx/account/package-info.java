/// The carrier's accounts: their keys, numbers and applications, and the REST resources that read and change them.
/// Start at [SeededAccount] for what an account has at first, at [CarrierAccount] for what it has now.
/// May import `rest` and JSON only.
@NullMarked
package dev.pickup.simulators.telnyx.account;

import org.jspecify.annotations.NullMarked;
