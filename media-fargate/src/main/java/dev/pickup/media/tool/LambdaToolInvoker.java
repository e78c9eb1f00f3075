package dev.pickup.media.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.media.replying.ToolInvoker;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/// Runs tools in the tools function, by a synchronous invocation.
///
/// The client's retries repeat what got no answer: the function runs a tool once per invocation id and answers a repeat
/// as it did before. A function that failed is asked once more for the same reason; one that was out of time is not.
/// Source: Lambda API reference, "Invoke"; Developer Guide, "Using Lambda with the AWS SDK: error handling", 2026-11.
public final class LambdaToolInvoker implements ToolInvoker {
    private static final Logger LOG = LoggerFactory.getLogger(LambdaToolInvoker.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
    private static final int TRIES = 2;

    private final LambdaClient client;
    private final String function;

    /// @param client   with a time-out over all attempts: the longest that a caller waits
    /// @param function name or ARN of an alias
    public LambdaToolInvoker(LambdaClient client, String function) {
        this.client = client;
        this.function = function;
    }

    @Override
    public ToolResult invoke(ToolInvocation invocation) {
        try {
            SdkBytes event = SdkBytes.fromUtf8String(JSON.writeValueAsString(invocation));
            for (int attempt = 1; attempt < TRIES; attempt++) {
                InvokeResponse answer = ask(event);
                if (answer.functionError() == null || outOfTime(answer)) {
                    return result(invocation, answer);
                }
            }
            return result(invocation, ask(event));
        } catch (ApiCallTimeoutException | ApiCallAttemptTimeoutException e) {
            LOG.warn("tool-timed-out {} {}", invocation.callId(), invocation.tool());
            return timedOut();
        } catch (SdkException e) {
            LOG.error(
                    "tool-unreachable {} {}: {}",
                    invocation.callId(),
                    invocation.tool(),
                    e.getClass().getSimpleName());
            return failed();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The arguments of a tool came as JSON and are none any more.", e);
        }
    }

    private InvokeResponse ask(SdkBytes event) {
        return client.invoke(r -> r.functionName(function).payload(event));
    }

    private static ToolResult result(ToolInvocation invocation, InvokeResponse answer) {
        if (answer.functionError() != null) {
            LOG.error("tool-function-failed {} {}", invocation.callId(), invocation.tool());
            return outOfTime(answer) ? timedOut() : failed();
        }
        try {
            JsonNode json = JSON.readTree(answer.payload().asByteArray());
            if (json.path("outcome").isTextual() && json.path("result").isObject()) {
                return new ToolResult(json.path("outcome").asText(), JSON.convertValue(json.path("result"), MAP));
            }
        } catch (IOException _) { // as below: it is no answer of ours
        }
        LOG.error("tool-answer-unreadable {} {}", invocation.callId(), invocation.tool());
        return failed();
    }

    /// Lambda says so in the error's text only.
    private static boolean outOfTime(InvokeResponse answer) {
        return answer.payload() != null && answer.payload().asUtf8String().contains("Task timed out after");
    }

    private static ToolResult failed() {
        return new ToolResult("failed", Map.of("reason", "The tool does not work right now."));
    }

    private static ToolResult timedOut() {
        return new ToolResult("timed-out", Map.of("reason", "The tool took too long."));
    }
}
