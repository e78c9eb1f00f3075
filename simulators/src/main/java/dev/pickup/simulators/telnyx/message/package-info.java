/// Texts: sent by customers, told by `message.sent` and `message.finalized`; received from outside, told by
/// `message.received`. Start at [MessageDesk]. May import `account`, `webhook`, `fault`, `rest`, `line` and JSON only.
///
/// Not simulated: pictures, number pools, alphanumeric senders, scheduled texts, money.
@NullMarked
package dev.pickup.simulators.telnyx.message;

import org.jspecify.annotations.NullMarked;
