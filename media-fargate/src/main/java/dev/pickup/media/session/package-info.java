/// One live call in memory: a mailbox, one loop that owns all of its state, and the threads around it.
///
/// Start at [CallSession]. The loop's step is [dev.pickup.media.turn.Conversation]; this package carries out what it
/// says. May import `core`, `events` and the media task's own ports; never an engine or the AWS SDK.
@NullMarked
package dev.pickup.media.session;

import org.jspecify.annotations.NullMarked;
