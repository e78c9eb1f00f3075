package dev.pickup.media.model.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pickup.media.model.Instructions;
import dev.pickup.media.model.ModelTimeouts;
import dev.pickup.media.model.openai.ScriptedEndpoint.Script;
import dev.pickup.media.replying.LanguageModel.AgentBrief;
import dev.pickup.media.replying.LanguageModel.Event;
import dev.pickup.media.replying.LanguageModel.Message;
import dev.pickup.media.replying.LanguageModel.ModelRejectedException;
import dev.pickup.media.replying.LanguageModel.ModelUnavailableException;
import dev.pickup.media.replying.LanguageModel.Request;
import dev.pickup.media.replying.LanguageModel.StopReason;
import dev.pickup.media.replying.LanguageModel.ToolDefinition;
import dev.pickup.media.replying.LanguageModel.Usage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiCompatibleModelIT {
    private static final String KEY = "sk-very-secret";
    private static final String GREETING = chunk("{\"content\":\"Hello \"}") + chunk("{\"content\":\"Zoë 😀.\"}")
            + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
            + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":4,"
            + "\"prompt_tokens_details\":{\"cached_tokens\":8}}}\n\ndata: [DONE]\n\n";

    private final List<Event> events = new ArrayList<>();
    private ScriptedEndpoint endpoint;

    @AfterEach
    void close() throws Exception {
        endpoint.close();
    }

    @ParameterizedTest(name = "in pieces of {0} bytes")
    @ValueSource(ints = {1, 2, 3, 7, 50, 10_000})
    void readsAStreamHoweverItIsCut(int pieceBytes) throws Exception {
        reply(inPieces(GREETING, pieceBytes));

        assertThat(text()).isEqualTo("Hello Zoë 😀.");
        assertThat(events.getLast()).isEqualTo(new Event.Completed(StopReason.END_OF_REPLY, new Usage(4, 4, 8)));
    }

    @Test
    void anAnswerThatBrokeOffIsAskedToGoOnByTheCallersSide() throws Exception {
        List<Message> broken = List.of(new Message.Caller("When are you open?"), new Message.Agent("On weekdays,"));
        endpoint = new ScriptedEndpoint(inPieces(GREETING, 100));
        Request request = request();
        model(endpoint.baseUrl(), ModelTimeouts.USUAL)
                .reply(
                        new Request(request.agent(), broken, request.tools(), request.temperature(), request.now()),
                        events::add);

        String sent = endpoint.requests.take();
        JsonNode messages = new ObjectMapper()
                .readTree(sent.substring(sent.indexOf("\r\n\r\n")))
                .path("messages");
        assertThat(messages)
                .extracting(message -> message.path("role").asText())
                .containsExactly("system", "user", "assistant", "user");
        assertThat(messages.path(3).path("content").asText()).isEqualTo(Instructions.BROKE_OFF);
    }

    @Test
    void theLanguageToAnswerInStandsBehindWhatAllRequestsHaveInCommon() throws Exception {
        endpoint = new ScriptedEndpoint(inPieces(GREETING, 100));
        Request request = request();
        model(endpoint.baseUrl(), ModelTimeouts.USUAL)
                .reply(
                        new Request(
                                request.agent(),
                                request.messages(),
                                request.tools(),
                                request.temperature(),
                                request.now(),
                                Optional.of("es-US")),
                        events::add);

        String sent = endpoint.requests.take();
        String system = new ObjectMapper()
                .readTree(sent.substring(sent.indexOf("\r\n\r\n")))
                .at("/messages/0/content")
                .asText();
        assertThat(system)
                .startsWith(Instructions.lasting(request.agent()))
                .endsWith("The caller speaks Spanish (United States) (es-US): answer in that language, whatever was"
                        + " spoken before.\n");
    }

    @Test
    void readsCrLfCommentsOtherFieldsAndDataOfSeveralLines() throws Exception {
        String several = "data: {\"choices\":\ndata:[{\"delta\":{\"content\":\"two lines\"}}]}\n\n";
        String stream = ": keep-alive\n\nevent: message\nid: 7\nretry: 5\n" + several
                + "data: {\"choices\":[{\"delta\":{\"content\":null},\"finish_reason\":\"length\"}]}\n\n: bye\ndata: [DONE]\n\n";
        reply(inPieces(stream.replace("\n", "\r\n"), 5));

        assertThat(text()).isEqualTo("two lines");
        assertThat(((Event.Completed) events.getLast()).reason()).isEqualTo(StopReason.LENGTH);
    }

    @ParameterizedTest
    @CsvSource({
        "content, content_filter, FILTERED",
        "content, length, LENGTH",
        "content, stop, END_OF_REPLY",
        "refusal, stop, DECLINED",
        "refusal, content_filter, DECLINED",
        "refusal, length, LENGTH",
    })
    void saysWhyAnAnswerEnded(String kind, String finishReason, StopReason expected) throws Exception {
        reply(inPieces(
                chunk("{\"" + kind + "\":\"I cannot \"}")
                        + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"" + finishReason
                        + "\"}]}\n\ndata: [DONE]\n\n",
                64));

        assertThat(text()).isEqualTo("I cannot ");
        assertThat(((Event.Completed) events.getLast()).reason()).isEqualTo(expected);
    }

    @Test
    void putsSeveralToolCallsTogether() throws Exception {
        reply(inPieces(
                chunk("{\"content\":\"Let me check.\"}")
                        + chunk(
                                "{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"check_availability\",\"arguments\":\"\"}}]}")
                        + chunk("{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"date\\\":\"}}]}")
                        + chunk(
                                "{\"tool_calls\":[{\"index\":1,\"id\":\"b\",\"function\":{\"name\":\"end_call\",\"arguments\":\"\"}}]}")
                        + chunk(
                                "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"\\\"2026-12-01\\\",\\\"time\\\":null}\"}}]}")
                        + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"tool_calls\"}]}\n\ndata: [DONE]\n\n",
                64));

        assertThat(events)
                .containsSubsequence(
                        new Event.Token("Let me check."),
                        new Event.ToolRequested("a", "check_availability", Map.of("date", "2026-12-01")),
                        new Event.ToolRequested("b", "end_call", Map.of()),
                        new Event.Completed(StopReason.TOOLS_REQUESTED, new Usage(0, 0, 0)));
    }

    @Test
    void sendsTheConversationAsTheProtocolWantsIt() throws Exception {
        reply(inPieces(GREETING, 1000));
        String request = endpoint.requests.poll(5, TimeUnit.SECONDS);

        assertThat(request).startsWith("POST /v1/chat/completions HTTP/1.1").contains("Authorization: Bearer " + KEY);
        JsonNode body = new ObjectMapper().readTree(request.substring(request.indexOf("\r\n\r\n")));
        assertThat(body.path("model").asText()).isEqualTo("test-model");
        assertThat(body.path("stream_options").path("include_usage").asBoolean())
                .isTrue();
        assertThat(body.path("messages"))
                .extracting(message -> message.path("role").asText())
                .containsExactly("system", "assistant", "user", "assistant", "tool", "user");
        assertThat(body.path("messages").get(0).path("content").asText())
                .contains(
                        "You are the front desk.",
                        "- parking: behind the house",
                        "Monday 09:00-17:00",
                        "2026-11-23T10:15");
        assertThat(body.path("messages")
                        .get(3)
                        .path("tool_calls")
                        .get(0)
                        .path("id")
                        .asText())
                .isEqualTo("t1");
        assertThat(body.path("messages").get(3).path("tool_calls")).hasSize(1);
        assertThat(body.path("tools")
                        .get(0)
                        .path("function")
                        .path("parameters")
                        .path("type")
                        .asText())
                .isEqualTo("object");
    }

    @ParameterizedTest(name = "HTTP {0}: {1}")
    @CsvSource({"401,MODEL_API_KEY", "403,MODEL_API_KEY", "404,MODEL_NAME", "400,MODEL_NAME"})
    void refusalsSayWhatToSet(int status, String setting) {
        assertThatThrownBy(() -> reply(out -> out.write(
                        ("HTTP/1.1 " + status + " No\r\nContent-Length: 26\r\n\r\n{\"error\":\"" + KEY + "\"}")
                                .getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(ModelRejectedException.class)
                .hasMessageContaining(setting)
                .hasMessageNotContaining(KEY);
    }

    @ParameterizedTest(name = "HTTP {0}")
    @ValueSource(ints = {429, 500, 503})
    void overloadIsWorthRepeating(int status) {
        assertThatThrownBy(() -> reply(out -> out.write(
                        ("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n").getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("HTTP " + status);
    }

    @Test
    void anErrorInTheMiddleKeepsWhatCameBefore() {
        assertThatThrownBy(() -> reply(
                        inPieces(chunk("{\"content\":\"Hel\"}") + "data: {\"error\":{\"message\":\"x\"}}\n\n", 9)))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("broke off");
        assertThat(text()).isEqualTo("Hel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: {\"choices\":[{\"delta\":{\"content\":\"Hel\"}}]}\n\n",
                "data: {\"cho",
                "data: not json\n\n"
            })
    void anAnswerThatEndsOrIsGarbledIsWorthRepeating(String stream) {
        assertThatThrownBy(() -> reply(inPieces(stream, 100))).isInstanceOf(ModelUnavailableException.class);
        assertThat(events).noneMatch(Event.Completed.class::isInstance);
    }

    @Test
    void patienceEndsBeforeTheFirstTokenAndBetweenTokens() {
        CountDownLatch never = new CountDownLatch(1);
        assertThatThrownBy(() -> reply(_ -> never.await()))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("in time");
        assertThatThrownBy(() -> reply(out -> {
                    out.write((ScriptedEndpoint.SSE + chunk("{\"content\":\"Hel\"}")).getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    never.await();
                }))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("silent");
        never.countDown();
    }

    @Test
    void anInterruptClosesTheConnectionAtOnce() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        endpoint = new ScriptedEndpoint(out -> {
            out.write((ScriptedEndpoint.SSE + chunk("{\"content\":\"Hel\"}")).getBytes(StandardCharsets.UTF_8));
            out.flush();
            never.await();
        });
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        OpenAiCompatibleModel model = model(endpoint.baseUrl(), ModelTimeouts.USUAL);
        Thread reply = Thread.ofVirtual().start(() -> {
            try {
                model.reply(request(), _ -> begun.countDown());
            } catch (RuntimeException e) {
                ended.complete(e);
            }
        });
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        reply.interrupt();

        assertThat(ended.get(2, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
        assertThat(endpoint.clientLeft.await(2, TimeUnit.SECONDS)).isTrue();
        never.countDown();
    }

    @Test
    void anAddressWhereNobodyAnswersIsSaidSo() throws Exception {
        endpoint = new ScriptedEndpoint(_ -> {});
        URI gone = endpoint.baseUrl();
        endpoint.close();

        assertThatThrownBy(() -> model(gone, ModelTimeouts.USUAL).reply(request(), events::add))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("MODEL_BASE_URL");
    }

    @Test
    void aMalformedKeyIsRefusedWithoutShowingIt() throws Exception {
        endpoint = new ScriptedEndpoint(_ -> {});
        assertThatThrownBy(() -> new OpenAiCompatibleModel(endpoint.baseUrl(), KEY + "\n", "m", ModelTimeouts.USUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MODEL_API_KEY")
                .hasMessageNotContaining(KEY);
    }

    private void reply(Script script) throws Exception {
        if (endpoint != null) {
            endpoint.close();
        }
        endpoint = new ScriptedEndpoint(script);
        ModelTimeouts quick = new ModelTimeouts(
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(20));
        model(endpoint.baseUrl(), quick).reply(request(), events::add);
    }

    private static OpenAiCompatibleModel model(URI baseUrl, ModelTimeouts timeouts) {
        return new OpenAiCompatibleModel(baseUrl, KEY, "test-model", timeouts);
    }

    private static Script inPieces(String stream, int pieceBytes) {
        return out -> {
            out.write(ScriptedEndpoint.SSE.getBytes(StandardCharsets.UTF_8));
            byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
            for (int at = 0; at < bytes.length; at += pieceBytes) {
                out.write(bytes, at, Math.min(pieceBytes, bytes.length - at));
                out.flush();
            }
        };
    }

    private static String chunk(String delta) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":null}]}\n\n";
    }

    private String text() {
        return events.stream()
                .filter(Event.Token.class::isInstance)
                .map(event -> ((Event.Token) event).text())
                .collect(Collectors.joining());
    }

    private static Request request() {
        return new Request(
                new AgentBrief(
                        "You are the front desk.",
                        "Alder Dental Clinic",
                        Map.of("parking", "behind the house"),
                        List.of("Monday 09:00-17:00"),
                        "en-US",
                        ""),
                List.of(
                        new Message.Agent("How can I help?"),
                        new Message.Caller("Tuesday at three?"),
                        new Message.ToolCall("t1", "check_availability", Map.of("date", "2026-12-01")),
                        new Message.ToolResult("t1", "check_availability", Map.of("available", true)),
                        new Message.ToolCall("t2", "book_appointment", Map.of()),
                        new Message.Digits("1")),
                List.of(new ToolDefinition("check_availability", "Looks up times.", "{\"type\":\"object\"}")),
                0.3,
                "2026-11-23T10:15:00-05:00");
    }
}
