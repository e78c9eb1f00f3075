/// What is done with a call's journal and its end. Start at [ProjectorHandler] and [FinalizationHandler].
@NullMarked
package dev.pickup.functions.finalization;

import org.jspecify.annotations.NullMarked;
