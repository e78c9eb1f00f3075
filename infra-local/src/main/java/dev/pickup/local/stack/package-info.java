/// The whole product in one JVM: what is started, in which order, and how it is stopped. Start at [LocalStack].
///
/// Data folder:
/// ```
/// .pickup-data            marker: this folder is ours
/// lock                    held while a stack runs on it
/// run.json                where the running stack is, see RunFile
/// state/dynamodb          the tables
/// state/journal           the call journal
/// state/issuer-key.json   signing key of the local token issuer, 0600
/// recordings/             recordings of calls
/// ```
/// May import everything; holds no business logic.
@NullMarked
package dev.pickup.local.stack;

import org.jspecify.annotations.NullMarked;
