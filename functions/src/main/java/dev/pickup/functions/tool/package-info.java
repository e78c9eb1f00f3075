/// What a model may have done during a call: look up times, book, take a message. Start at [ToolDesk].
@NullMarked
package dev.pickup.functions.tool;

import org.jspecify.annotations.NullMarked;
