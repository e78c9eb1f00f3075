/// HTTP and JSON as the carrier's REST API has them: routes, error bodies, and shapes of request bodies that are
/// checked strictly. Start at [RestServer]. May import the JDK and JSON only.
@NullMarked
package dev.pickup.simulators.telnyx.rest;

import org.jspecify.annotations.NullMarked;
