/// Parts of a run that have a JVM of their own, so that what each uses can be told apart. Start at
/// [dev.pickup.benchmarks.process.ChildProcess].
@NullMarked
package dev.pickup.benchmarks.process;

import org.jspecify.annotations.NullMarked;
