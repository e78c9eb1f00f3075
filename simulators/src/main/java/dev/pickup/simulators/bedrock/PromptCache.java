package dev.pickup.simulators.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/// Which prompt prefixes were seen before. Tokens are counted as a quarter of the characters. Any thread.
final class PromptCache {
    private static final int CHARACTERS_PER_TOKEN = 4;

    private final int leastTokens;
    private final Set<String> prefixes = new HashSet<>();

    PromptCache(int leastTokens) {
        this.leastTokens = leastTokens;
    }

    /// What a request is charged for.
    record Count(int input, int read, int written) {}

    synchronized Count count(JsonNode request) {
        int all = tokens(request.path("messages").toString() + request.path("toolConfig") + request.path("system"));
        StringBuilder prefix = new StringBuilder(request.path("toolConfig").toString());
        boolean marked = false;
        for (JsonNode block : request.path("system")) {
            if (block.has("cachePoint")) {
                marked = true;
                break;
            }
            prefix.append(block);
        }
        int cached = tokens(prefix.toString());
        if (!marked || cached < leastTokens) {
            return new Count(all, 0, 0);
        }
        boolean fresh = prefixes.add(prefix.toString());
        return new Count(all - cached, fresh ? 0 : cached, fresh ? cached : 0);
    }

    static int tokens(String text) {
        return Math.ceilDiv(text.length(), CHARACTERS_PER_TOKEN);
    }
}
