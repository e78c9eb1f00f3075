package dev.pickup.local.stack;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.local.lambda.FunctionException;
import dev.pickup.local.lambda.FunctionException.Kind;
import dev.pickup.local.lambda.LocalFunction;
import dev.pickup.media.replying.ToolInvoker;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The media task's way to the tools function: what crosses is JSON, as in the cloud. Any thread.
record ToolCalls(LocalFunction<Map<String, Object>, Map<String, Object>> function) implements ToolInvoker {
    private static final Logger LOG = LoggerFactory.getLogger(ToolCalls.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    @Override
    public ToolResult invoke(ToolInvocation invocation) {
        try {
            return JSON.convertValue(function.invoke(JSON.convertValue(invocation, MAP)), ToolResult.class);
        } catch (FunctionException e) {
            LOG.error("The tool {} of {} brought no answer", invocation.tool(), invocation.callId(), e);
            return new ToolResult(e.kind() == Kind.TIMED_OUT ? "timed-out" : "failed", Map.of());
        }
    }
}
