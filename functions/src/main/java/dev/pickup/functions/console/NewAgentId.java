package dev.pickup.functions.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/// Names a new agent. With an Idempotency-Key the name follows from it: a repeat meets the agent that it made before,
/// however much later.
final class NewAgentId {
    private static final int LENGTH = 26;

    private NewAgentId() {}

    static AgentId of(AccountId account, Optional<String> idempotencyKey) {
        String name = idempotencyKey
                .map(key -> hash(account + "\n" + key))
                .orElseGet(() -> hash(UUID.randomUUID().toString()));
        return new AgentId("agt_" + name.substring(0, LENGTH));
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
