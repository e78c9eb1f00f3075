/// The words of a simulated caller, carried in the lowest bits of the very samples in which they are spoken. Start at
/// [dev.pickup.benchmarks.caption.Caption].
@NullMarked
package dev.pickup.benchmarks.caption;

import org.jspecify.annotations.NullMarked;
