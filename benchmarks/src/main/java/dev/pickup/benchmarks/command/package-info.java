/// `./pickup bench`. Start at [dev.pickup.benchmarks.command.BenchCommand].
@NullMarked
package dev.pickup.benchmarks.command;

import org.jspecify.annotations.NullMarked;
