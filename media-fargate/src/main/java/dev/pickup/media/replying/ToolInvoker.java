package dev.pickup.media.replying;

import java.util.Map;

/// Runs a tool outside of the media task (the tools function), which alone knows settings and credentials.
///
/// Blocks until the tool answered, at most its limit (10 s); call it on a reply thread. Repeat: harmless with the same
/// `invocationId`, the tool runs once. Ends: every outcome is a [ToolResult]; interrupting gives up waiting, not the
/// tool.
public interface ToolInvoker {
    ToolResult invoke(ToolInvocation invocation);

    /// @param invocationId our idempotency key
    record ToolInvocation(
            String accountId,
            String callId,
            String agentId,
            int agentVersion,
            String invocationId,
            String tool,
            Map<String, Object> arguments) {
        public ToolInvocation {
            arguments = Map.copyOf(arguments);
        }
    }

    /// @param outcome `ok`, `refused`, `failed`, `timed-out`
    /// @param result  what the model may see
    record ToolResult(String outcome, Map<String, Object> result) {
        public ToolResult {
            result = Map.copyOf(result);
        }
    }
}
