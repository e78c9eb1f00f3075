/// The caller-end control API: place a call, watch it, fetch its recording, hang up. JSON, no authentication, loopback
/// only. Start at [ControlRoutes].
@NullMarked
package dev.pickup.simulators.telnyx.control;

import org.jspecify.annotations.NullMarked;
