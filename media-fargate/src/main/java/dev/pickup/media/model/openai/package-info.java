/// Any endpoint that speaks the OpenAI chat completions protocol, as model: a cloud's, or a server of one's own
/// (llama.cpp, vLLM, Ollama). Start at [OpenAiCompatibleModel]. Nothing of the wire format leaves this package.
@NullMarked
package dev.pickup.media.model.openai;

import org.jspecify.annotations.NullMarked;
