/// A carrier's media socket: who may open one, its frames in order, and what ends it. Start at
/// [StreamEndpoint].
/// May import `core.call`, `core.carrier`, `audio`, `session` and Jetty.
@NullMarked
package dev.pickup.media.stream;

import org.jspecify.annotations.NullMarked;
