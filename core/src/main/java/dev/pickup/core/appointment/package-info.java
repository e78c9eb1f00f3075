/// The built-in calendar: which times can be booked, and who booked which. Start at [Schedule].
@NullMarked
package dev.pickup.core.appointment;

import org.jspecify.annotations.NullMarked;
