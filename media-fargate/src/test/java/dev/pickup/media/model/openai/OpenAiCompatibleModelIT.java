package dev.pickup.media.model.openai;

import static dev.pickup.media.model.openai.AskedModel.GREETING;
import static dev.pickup.media.model.openai.AskedModel.KEY;
import static dev.pickup.media.model.openai.AskedModel.chunk;
import static dev.pickup.media.model.openai.AskedModel.inPieces;
import static dev.pickup.media.model.openai.AskedModel.model;
import static dev.pickup.media.model.openai.AskedModel.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pickup.media.model.Instructions;
import dev.pickup.media.model.ModelTimeouts;
import dev.pickup.media.replying.LanguageModel.Event;
import dev.pickup.media.replying.LanguageModel.Message;
import dev.pickup.media.replying.LanguageModel.Request;
import dev.pickup.media.replying.LanguageModel.StopReason;
import dev.pickup.media.replying.LanguageModel.Usage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes over the wire, and what is made of what comes back.
class OpenAiCompatibleModelIT {
    @AutoClose
    private final AskedModel asked = new AskedModel();

    @ParameterizedTest(name = "in pieces of {0} bytes")
    @ValueSource(ints = {1, 2, 3, 7, 50, 10_000})
    void readsAStreamHoweverItIsCut(int pieceBytes) throws Exception {
        asked.reply(inPieces(GREETING, pieceBytes));

        assertThat(asked.text()).isEqualTo("Hello Zoë 😀.");
        assertThat(asked.events.getLast()).isEqualTo(new Event.Completed(StopReason.END_OF_REPLY, new Usage(4, 4, 8)));
    }

    @Test
    void anAnswerThatBrokeOffIsAskedToGoOnByTheCallersSide() throws Exception {
        List<Message> broken = List.of(new Message.Caller("When are you open?"), new Message.Agent("On weekdays,"));
        asked.answers(inPieces(GREETING, 100));
        Request request = request();
        model(asked.endpoint().baseUrl(), ModelTimeouts.USUAL)
                .reply(
                        new Request(request.agent(), broken, request.tools(), request.temperature(), request.now()),
                        asked.events::add);

        String sent = asked.endpoint().requests.take();
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
        asked.answers(inPieces(GREETING, 100));
        Request request = request();
        model(asked.endpoint().baseUrl(), ModelTimeouts.USUAL)
                .reply(
                        new Request(
                                request.agent(),
                                request.messages(),
                                request.tools(),
                                request.temperature(),
                                request.now(),
                                Optional.of("es-US")),
                        asked.events::add);

        String sent = asked.endpoint().requests.take();
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
        asked.reply(inPieces(stream.replace("\n", "\r\n"), 5));

        assertThat(asked.text()).isEqualTo("two lines");
        assertThat(((Event.Completed) asked.events.getLast()).reason()).isEqualTo(StopReason.LENGTH);
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
        asked.reply(inPieces(
                chunk("{\"" + kind + "\":\"I cannot \"}")
                        + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"" + finishReason
                        + "\"}]}\n\ndata: [DONE]\n\n",
                64));

        assertThat(asked.text()).isEqualTo("I cannot ");
        assertThat(((Event.Completed) asked.events.getLast()).reason()).isEqualTo(expected);
    }

    @Test
    void putsSeveralToolCallsTogether() throws Exception {
        asked.reply(inPieces(
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

        assertThat(asked.events)
                .containsSubsequence(
                        new Event.Token("Let me check."),
                        new Event.ToolRequested("a", "check_availability", Map.of("date", "2026-12-01")),
                        new Event.ToolRequested("b", "end_call", Map.of()),
                        new Event.Completed(StopReason.TOOLS_REQUESTED, new Usage(0, 0, 0)));
    }

    @Test
    void sendsTheConversationAsTheProtocolWantsIt() throws Exception {
        asked.reply(inPieces(GREETING, 1000));
        String request = asked.endpoint().requests.poll(5, TimeUnit.SECONDS);

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
}
