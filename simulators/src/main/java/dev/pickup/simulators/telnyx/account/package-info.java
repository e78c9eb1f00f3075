/// The carrier's accounts: their keys, money, numbers and applications, and the REST resources that read and change
/// them. Start at [SeededAccount] for what an account has at first, at [CarrierAccount] for what it has now, at
/// [AccountGate] for what every request passes. May import `rest`, `webhook`, `fault`, `line` and JSON only.
@NullMarked
package dev.pickup.simulators.telnyx.account;

import org.jspecify.annotations.NullMarked;
