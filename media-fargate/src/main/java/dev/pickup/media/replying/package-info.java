/// From words to a reply: the ports [LanguageModel] and [ToolInvoker].
@NullMarked
package dev.pickup.media.replying;

import org.jspecify.annotations.NullMarked;
