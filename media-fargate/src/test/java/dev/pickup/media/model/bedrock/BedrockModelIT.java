package dev.pickup.media.model.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.media.CloudUnderTest;
import dev.pickup.media.model.ModelTimeouts;
import dev.pickup.media.replying.LanguageModel.AgentBrief;
import dev.pickup.media.replying.LanguageModel.Event;
import dev.pickup.media.replying.LanguageModel.Message;
import dev.pickup.media.replying.LanguageModel.ModelRejectedException;
import dev.pickup.media.replying.LanguageModel.ModelUnavailableException;
import dev.pickup.media.replying.LanguageModel.Request;
import dev.pickup.media.replying.LanguageModel.StopReason;
import dev.pickup.media.replying.LanguageModel.ToolDefinition;
import dev.pickup.media.speech.aws.StreamingClient;
import dev.pickup.simulators.aws.AwsEndpoint;
import dev.pickup.simulators.aws.AwsFault;
import dev.pickup.simulators.bedrock.BedrockFault;
import dev.pickup.simulators.bedrock.BedrockSimulator;
import dev.pickup.simulators.bedrock.BedrockTerms;
import dev.pickup.simulators.bedrock.Brain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;

/// The real client against a service that checks signatures and shapes and streams as Bedrock does.
class BedrockModelIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MODEL = BedrockSettings.DEFAULT_MODEL;

    private volatile Brain brain = Brain.saying("Hello, this is Zoë.");
    private final BedrockSimulator bedrock = new BedrockSimulator(
            Set.of(MODEL), BedrockTerms.immediate().withLeastCached(20), request -> brain.answer(request));
    private final AwsEndpoint endpoint = AwsEndpoint.start(bedrock);
    private final StreamingClient<BedrockRuntimeAsyncClient> client = CloudUnderTest.bedrock(endpoint);
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private BedrockSettings settings = BedrockSettings.of(MODEL);

    @AfterEach
    void stop() {
        client.close();
        endpoint.close();
    }

    @Test
    void tokensComeAndAreCounted() {
        reply(caller("Hi"));
        assertThat(text()).isEqualTo("Hello, this is Zoë.");
        assertThat(events.size()).as("word by word").isGreaterThan(3);
        assertThat(events.getLast()).isInstanceOfSatisfying(Event.Completed.class, completed -> {
            assertThat(completed.reason()).isEqualTo(StopReason.END_OF_REPLY);
            assertThat(completed.usage().inputTokens()).isPositive();
            assertThat(completed.usage().outputTokens()).isPositive();
        });
        assertThat(endpoint.refusals()).isEmpty();
    }

    @Test
    void whatAllRepliesHaveInCommonIsReadFromTheCacheTheSecondTime() {
        reply(caller("Hi"));
        reply(caller("Hi again"));
        List<Event.Completed> completed = events.stream()
                .filter(Event.Completed.class::isInstance)
                .map(Event.Completed.class::cast)
                .toList();
        assertThat(completed.getFirst().usage().cachedInputTokens()).isZero();
        assertThat(completed.getLast().usage().cachedInputTokens()).isPositive();
        assertThat(completed.getFirst().usage().cacheWriteTokens())
                .as("written once, and counted apart from the input")
                .isEqualTo(completed.getLast().usage().cachedInputTokens());
        assertThat(completed.getLast().usage().cacheWriteTokens()).isZero();
    }

    @Test
    void theLanguageToAnswerInStandsBehindWhatIsCached() {
        reply(caller("Hi"), Optional.of("en-US"));
        reply(caller("Hola"), Optional.of("es-US"));

        assertThat(bedrock.requests().getFirst().at("/system/2/text").asText())
                .contains("The caller speaks English (United States) (en-US): answer in that language");
        JsonNode spanish = bedrock.requests().getLast();
        assertThat(spanish.at("/system/2/text").asText())
                .contains("The caller speaks Spanish (United States) (es-US): answer in that language");
        assertThat(spanish.at("/system/0/text").asText()).doesNotContain("Spanish");
        Event.Completed completed = (Event.Completed) events.getLast();
        assertThat(completed.usage().cachedInputTokens())
                .as("read from the cache that another language wrote")
                .isPositive();
    }

    @Test
    void anAgentOfOneLanguageIsToldOfNone() {
        reply(caller("Hi"));

        assertThat(bedrock.requests().getFirst().toString()).doesNotContain("The caller speaks");
    }

    @Test
    void severalToolsAtOnceComeWhole() {
        brain = _ -> List.of(
                new Brain.Part.Text(List.of("One ", "moment.")),
                new Brain.Part.ToolUse(
                        "t1",
                        "check_availability",
                        JSON.createObjectNode().put("day", "2026-12-01").put("slots", 3)),
                new Brain.Part.ToolUse("t2", "search_knowledge", JSON.createObjectNode()));
        reply(caller("Tuesday?"));
        assertThat(text()).isEqualTo("One moment.");
        assertThat(events)
                .contains(
                        new Event.ToolRequested("t1", "check_availability", Map.of("day", "2026-12-01", "slots", 3)),
                        new Event.ToolRequested("t2", "search_knowledge", Map.of()));
        assertThat(((Event.Completed) events.getLast()).reason()).isEqualTo(StopReason.TOOLS_REQUESTED);
    }

    @Test
    void aWholeConversationHasTheShapeThatBedrockWants() {
        settings = BedrockSettings.of(MODEL)
                .withGuardrail(new BedrockSettings.Guardrail("gr-1", "2"))
                .withLatencyOptimized(true);
        reply(List.of(
                new Message.Agent("Hello, this is the clinic."),
                new Message.Caller("Hi."),
                new Message.Caller("Tuesday?"),
                new Message.ToolCall("t0", "check_availability", Map.of("day", "cut off")),
                new Message.Agent("One moment."),
                new Message.ToolCall("t1", "check_availability", Map.of("day", "2026-12-01")),
                new Message.ToolResult("t1", "check_availability", Map.of("free", List.of("09:00"))),
                new Message.Digits("1")));
        JsonNode sent = bedrock.requests().getFirst();
        assertThat(sent.at("/messages/0/content/0/text").asText()).isEqualTo("(The caller is connected.)");
        assertThat(sent.at("/messages/2/content")).hasSize(2);
        assertThat(sent.at("/messages/3/content/1/toolUse/input/day").asText()).isEqualTo("2026-12-01");
        assertThat(sent.at("/messages/4/content/0/toolResult/content/0/json/free/0")
                        .asText())
                .isEqualTo("09:00");
        assertThat(sent.toString()).doesNotContain("cut off");
        assertThat(sent.at("/system/1/cachePoint/type").asText()).isEqualTo("default");
        assertThat(sent.at("/system/2/text").asText()).contains("2026-11-26");
        assertThat(sent.at("/guardrailConfig/guardrailIdentifier").asText()).isEqualTo("gr-1");
        assertThat(sent.at("/performanceConfig/latency").asText()).isEqualTo("optimized");
        assertThat(sent.at("/toolConfig/tools/0/toolSpec/inputSchema/json/properties/day/type")
                        .asText())
                .isEqualTo("string");
    }

    @Test
    void anAnswerThatBrokeOffAfterWordsWereSpokenIsAskedForOnceMore() {
        reply(List.of(new Message.Caller("When are you open?"), new Message.Agent("We are open from")));
        JsonNode sent = bedrock.requests().getFirst();
        assertThat(sent.at("/messages")).hasSize(3);
        assertThat(sent.at("/messages/2/role").asText()).as("or it is refused").isEqualTo("user");
        assertThat(text()).isEqualTo("Hello, this is Zoë.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ThrottlingException", "ServiceUnavailableException", "ModelTimeoutException"})
    void overloadIsWorthRepeatingAndIsNotRepeatedHere(String code) {
        endpoint.next(new AwsFault.Refuse(code.startsWith("Thr") ? 429 : 503, code));
        assertThatThrownBy(() -> reply(caller("Hi"))).isInstanceOf(ModelUnavailableException.class);
        assertThat(endpoint.requests()).isEqualTo(1);
        assertThat(events).isEmpty();
    }

    @Test
    void aRefusalForGoodSaysWhatToCheckAndNothingOfTheCall() {
        endpoint.next(new AwsFault.Refuse(403, "AccessDeniedException"));
        assertThatThrownBy(() -> reply(caller("my secret")))
                .isInstanceOf(ModelRejectedException.class)
                .hasMessageContainingAll("AccessDeniedException", "role")
                .hasMessageNotContaining("secret");
    }

    @Test
    void whateverBreaksInTheMiddleKeepsWhatCameBefore() {
        List<BedrockFault> faults = List.of(
                new BedrockFault.StreamException(2, "modelStreamErrorException"),
                new BedrockFault.StreamException(2, "throttlingException"),
                new BedrockFault.EndEarly(2),
                new BedrockFault.Break(2));
        for (BedrockFault fault : faults) {
            events.clear();
            bedrock.next(fault);
            assertThatThrownBy(() -> reply(caller("Hi")))
                    .as(fault.toString())
                    .isInstanceOf(ModelUnavailableException.class);
            assertThat(text()).as(fault.toString()).startsWith("Hello,").doesNotEndWith("Zoë.");
        }
    }

    @Test
    void anAnswerThatIsCutSaysWhy() {
        cut("content_filtered", StopReason.FILTERED, "");
        cut("max_tokens", StopReason.LENGTH, "");
        cut("model_context_window_exceeded", StopReason.LENGTH, "");
        cut("guardrail_intervened", StopReason.DECLINED, "I cannot talk about that");
    }

    private void cut(String reason, StopReason expected, String words) {
        events.clear();
        bedrock.next(new BedrockFault.Stop(2, reason, words));
        reply(caller("Hi"));
        assertThat(text()).as(reason).isEqualTo("Hello, " + words);
        assertThat(events.getLast()).isInstanceOfSatisfying(Event.Completed.class, completed -> {
            assertThat(completed.reason()).as(reason).isEqualTo(expected);
            assertThat(completed.usage().inputTokens()).as("it is paid for").isPositive();
        });
    }

    @Test
    void aModelThatFallsSilentIsGivenUp() {
        settings = settings.withTimeouts(new ModelTimeouts(
                Duration.ofSeconds(1),
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofMillis(200),
                Duration.ofSeconds(30)));
        bedrock.next(new BedrockFault.Stall(2, Duration.ofSeconds(60))); // longer than any patience
        assertThatThrownBy(() -> reply(caller("Hi"))).isInstanceOf(ModelUnavailableException.class);
        assertThat(text()).startsWith("Hello,");
    }

    @Test
    void anInterruptEndsTheRequestAndTheServiceNotices() throws Exception {
        brain = Brain.saying("word ".repeat(20_000)); // more than buffers on the way can hide
        bedrock.next(new BedrockFault.Stall(2, Duration.ofSeconds(2)));
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread replying = Thread.ofVirtual().start(() -> {
            try {
                reply(caller("Hi"));
            } catch (RuntimeException e) {
                ended.complete(e);
            }
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> !events.isEmpty());
        replying.interrupt();
        assertThat(ended.get(20, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        await().atMost(Duration.ofSeconds(20)).until(() -> bedrock.abandoned() == 1);
    }

    @Test
    void theFirstReplyAndTheHundredth() {
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            long began = System.nanoTime();
            reply(caller("Hi"));
            micros.add((System.nanoTime() - began) / 1_000);
        }
        System.out.println("bedrock: first reply " + micros.getFirst() + " us, hundredth " + micros.getLast()
                + " us, of a service that takes no time");
        assertThat(bedrock.finished()).isEqualTo(100);
    }

    private void reply(List<Message> messages) {
        reply(messages, Optional.empty());
    }

    private void reply(List<Message> messages, Optional<String> answerIn) {
        AgentBrief brief = new AgentBrief(
                "Be brief. ".repeat(20),
                "the clinic",
                Map.of("parking", "behind the house"),
                List.of("Monday 09:00-17:00"),
                "en-US",
                "");
        ToolDefinition tool = new ToolDefinition(
                "check_availability",
                "Free times of a day",
                "{\"type\":\"object\",\"properties\":{\"day\":{\"type\":\"string\"}},\"required\":[\"day\"]}");
        new BedrockModel(client.get(), settings)
                .reply(
                        new Request(brief, messages, List.of(tool), 0.3, "2026-11-26T10:00:00-05:00", answerIn),
                        events::add);
    }

    private static List<Message> caller(String text) {
        return List.of(new Message.Caller(text));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (Event event : events) {
            if (event instanceof Event.Token(String piece)) {
                text.append(piece);
            }
        }
        return text.toString();
    }
}
