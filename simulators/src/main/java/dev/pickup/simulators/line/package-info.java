/// What simulated exchanges have in common, whoever's they are: the one thread that owns all calls, the person at the
/// far end, sound on a line, and the socket that carries it. Start at [ExchangeLoop].
/// May import the caller end and the JDK only.
@NullMarked
package dev.pickup.simulators.line;

import org.jspecify.annotations.NullMarked;
