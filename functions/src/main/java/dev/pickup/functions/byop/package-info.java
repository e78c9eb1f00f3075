/// Numbers that customers bring from their own carrier: credentials, import, rollback, and the test of
/// any number. Start at [ByopHandler].
@NullMarked
package dev.pickup.functions.byop;

import org.jspecify.annotations.NullMarked;
