/// What the REST APIs of simulated exchanges have in common: the socket they listen at, and answers. What a carrier
/// asks for and refuses is its own. Start at [LoopbackServer]. May import the JDK and JSON only.
@NullMarked
package dev.pickup.simulators.rest;

import org.jspecify.annotations.NullMarked;
