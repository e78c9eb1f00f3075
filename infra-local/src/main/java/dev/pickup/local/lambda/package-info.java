/// Hosts Lambda handlers as Lambda would: context, deadline, isolation, retries of asynchronous events. Start at
/// [LambdaHost].
///
/// May import the JDK and the Lambda interfaces only.
@NullMarked
package dev.pickup.local.lambda;

import org.jspecify.annotations.NullMarked;
