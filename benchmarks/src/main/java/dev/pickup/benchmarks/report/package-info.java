/// What a run of the load generator found, as numbers, a table, a drawing. Start at
/// [dev.pickup.benchmarks.report.BenchResult].
@NullMarked
package dev.pickup.benchmarks.report;

import org.jspecify.annotations.NullMarked;
