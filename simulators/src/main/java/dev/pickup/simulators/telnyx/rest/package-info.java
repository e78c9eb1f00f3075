/// HTTP and JSON as the carrier's REST API has them: routes, error bodies, and shapes of request bodies that are
/// checked strictly. Start at [RestEntrance]. May import the JDK, JSON and `simulators.rest` only.
@NullMarked
package dev.pickup.simulators.telnyx.rest;

import org.jspecify.annotations.NullMarked;
