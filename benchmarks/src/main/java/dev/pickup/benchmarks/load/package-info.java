/// The load generator: many callers at the carrier's end of media sockets, each at the pace of a real call. Start at
/// [dev.pickup.benchmarks.load.LoadRun].
@NullMarked
package dev.pickup.benchmarks.load;

import org.jspecify.annotations.NullMarked;
