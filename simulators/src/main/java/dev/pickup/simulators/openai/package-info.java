/// A model behind OpenAI's "Create chat completion" with streaming, on the wire. Start at [OpenAiSimulator].
@NullMarked
package dev.pickup.simulators.openai;

import org.jspecify.annotations.NullMarked;
