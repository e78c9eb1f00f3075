/// Keys that accounts have given us for systems of others, and how they are kept. Start at [Secret].
@NullMarked
package dev.pickup.core.credential;

import org.jspecify.annotations.NullMarked;
