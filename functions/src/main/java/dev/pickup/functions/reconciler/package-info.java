/// Finishes what a crash, a lost webhook or a silent media task left undone. Start at [Reconciler].
@NullMarked
package dev.pickup.functions.reconciler;

import org.jspecify.annotations.NullMarked;
