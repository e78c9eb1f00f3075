/// How fast the parts on the way of an audio frame are, by JMH. Start at [Benchmarks].
///
/// A call has 50 frames a second each way: what costs a microsecond a frame costs 0.01 % of a core per call.
@NullMarked
package dev.pickup.benchmarks;

import org.jspecify.annotations.NullMarked;
