/// A call from ring to finalization. Start at [Call] and [CallState].
@NullMarked
package dev.pickup.core.call;

import org.jspecify.annotations.NullMarked;
