/// The `pickup` command. Start at [PickupCommand]; each subcommand is a class of its own.
///
/// Wiring: reads the environment, the terminal and the clock, and hands them on. Whatever a person gave wrongly is an
/// [InputException] and ends with one sentence and exit code 2; a call or a stack that failed ends with 1.
@NullMarked
package dev.pickup.local.cli;

import org.jspecify.annotations.NullMarked;
