/// Turn taking: one pure state machine. Facts with times go in, commands come out; no clock, no threads, no I/O.
///
/// Start at [Conversation]: it routes each [Fact] to one of three concerns and lets them meet: [Listening] (what the
/// caller says and when their turn is over: [TurnEnd], of [Thought] and [Pace]), [Replying] (the model, begun ahead
/// as a [Speculation], and its tools), [Speaking] (what is being heard, and what was). Who has the floor is decided in
/// [BargeIn]; what follows from the state alone (silence, limits, dead air) in [Presence]; how it ends in [Departure].
/// May import the JDK, `core.call` and `core.agent` only.
@NullMarked
package dev.pickup.media.turn;

import org.jspecify.annotations.NullMarked;
