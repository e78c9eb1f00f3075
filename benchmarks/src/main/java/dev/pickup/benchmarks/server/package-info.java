/// The process that is measured: a media task with simulated engines and a world of its own. Start at
/// [dev.pickup.benchmarks.server.ServerMain]; it is told what to do by lines on standard input.
@NullMarked
package dev.pickup.benchmarks.server;

import org.jspecify.annotations.NullMarked;
