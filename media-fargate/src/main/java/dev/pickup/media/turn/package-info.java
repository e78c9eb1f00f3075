/// Turn taking: one pure state machine. Facts with times go in, commands come out; no clock, no threads, no
/// I/O.
///
/// Start at [Conversation]: it routes each [Fact] to one of three concerns and lets them meet: [Listening]
/// (what the
/// caller says and when their turn is over), [Replying] (the model and its tools), [Speaking] (what is being
/// heard, and
/// what was). What follows from the state alone (silence, limits, dead air) is in [Presence].
/// May import the JDK, `core.call` and `core.agent` only.
@NullMarked
package dev.pickup.media.turn;

import org.jspecify.annotations.NullMarked;
