/// What functions that answer the API share: requests with their account and role, answers, problem documents, and
/// the way from a route to its action. Start at [ApiRoutes]. Knows no route itself.
@NullMarked
package dev.pickup.functions.runtime.api;

import org.jspecify.annotations.NullMarked;
