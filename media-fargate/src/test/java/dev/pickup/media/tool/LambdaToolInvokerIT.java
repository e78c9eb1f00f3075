package dev.pickup.media.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.media.CloudUnderTest;
import dev.pickup.media.replying.ToolInvoker.ToolInvocation;
import dev.pickup.media.replying.ToolInvoker.ToolResult;
import dev.pickup.simulators.aws.AwsEndpoint;
import dev.pickup.simulators.aws.AwsFault;
import dev.pickup.simulators.aws.LambdaSimulator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.LambdaClient;

/// The real client against a function that answers and fails as functions do.
class LambdaToolInvokerIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOOKED = "{\"outcome\":\"ok\",\"result\":{\"booked\":true}}";

    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private volatile LambdaSimulator.Function function = _ -> JSON.readTree(BOOKED);
    private final AwsEndpoint endpoint = AwsEndpoint.start(new LambdaSimulator(Map.of("pickup-tool", event -> {
        events.add(event);
        return function.handle(event);
    })));
    private final LambdaClient client = CloudUnderTest.lambda(endpoint);
    private final LambdaToolInvoker tools = new LambdaToolInvoker(client, "pickup-tool");

    @AfterEach
    void stop() {
        client.close();
        endpoint.close();
    }

    @Test
    void theFunctionIsToldEverythingAndItsAnswerIsTheResult() {
        ToolResult result = tools.invoke(invocation());
        assertThat(result).isEqualTo(new ToolResult("ok", Map.of("booked", true)));
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.path("accountId").asText()).isEqualTo("acc_demo");
            assertThat(event.path("callId").asText()).isEqualTo("call_1");
            assertThat(event.path("agentId").asText()).isEqualTo("agt_desk");
            assertThat(event.path("agentVersion").asInt()).isEqualTo(3);
            assertThat(event.path("invocationId").asText()).isEqualTo("call_1-1-t1");
            assertThat(event.path("tool").asText()).isEqualTo("book_appointment");
            assertThat(event.at("/arguments/day").asText()).isEqualTo("2026-12-01");
        });
        assertThat(endpoint.refusals()).isEmpty();
    }

    @Test
    void anAnswerThatIsLostIsAskedForAgainUnderTheSameId() {
        endpoint.next(new AwsFault.LoseAnswer());
        assertThat(tools.invoke(invocation()).outcome()).isEqualTo("ok");
        assertThat(events)
                .hasSizeGreaterThan(1)
                .allSatisfy(
                        event -> assertThat(event.path("invocationId").asText()).isEqualTo("call_1-1-t1"));
    }

    @Test
    void aThrottledInvocationIsRepeated() {
        endpoint.next(new AwsFault.Refuse(429, "TooManyRequestsException"));
        assertThat(tools.invoke(invocation()).outcome()).isEqualTo("ok");
    }

    @Test
    void aFunctionThatFailsIsAskedOnceMore() {
        function = _ -> {
            throw new IllegalStateException();
        };
        assertThat(tools.invoke(invocation()).outcome()).isEqualTo("failed");
        assertThat(events).hasSize(2);
    }

    @Test
    void aFunctionOutOfTimeIsNotAskedAgain() {
        function = _ -> {
            throw new LambdaSimulator.TimedOut();
        };
        assertThat(tools.invoke(invocation()).outcome()).isEqualTo("timed-out");
        assertThat(events).hasSize(1);
    }

    @Test
    void aFunctionThatIsNotThereIsAFailedTool() {
        ToolResult result = new LambdaToolInvoker(client, "other").invoke(invocation());
        assertThat(result.outcome()).isEqualTo("failed");
        assertThat(events).isEmpty();
    }

    @Test
    void anAnswerOfAnotherShapeIsAFailedTool() {
        function = _ -> JSON.readTree("[1]");
        assertThat(tools.invoke(invocation()).outcome()).isEqualTo("failed");
    }

    private static ToolInvocation invocation() {
        return new ToolInvocation(
                "acc_demo", "call_1", "agt_desk", 3, "call_1-1-t1", "book_appointment", Map.of("day", "2026-12-01"));
    }
}
