/// The carrier port: events in, commands out. A carrier's wire shapes never leave its own package below.
@NullMarked
package dev.pickup.core.carrier;

import org.jspecify.annotations.NullMarked;
