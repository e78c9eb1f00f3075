package dev.pickup.simulators.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OpenAiSimulatorIT {
    private static final String ASKED = "{\"role\":\"user\",\"content\":\"Are you open?\"}";

    private final OpenAiSimulator endpoint =
            OpenAiSimulator.start(ChatTerms.immediate(), _ -> List.of("We ", "are ", "open."));
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        endpoint.close();
    }

    @Test
    void itStreamsChunksWithAReasonTheUsageAndDone() throws Exception {
        String body = post(OpenAiSimulator.KEY, request(ASKED)).body();

        assertThat(body)
                .containsSubsequence(
                        "\"role\":\"assistant\"",
                        "\"content\":\"We \"",
                        "\"content\":\"open.\"",
                        "\"finish_reason\":\"stop\"",
                        "\"completion_tokens\":3",
                        "data: [DONE]");
        assertThat(endpoint.requests())
                .singleElement()
                .satisfies(asked -> assertThat(asked.path("model").asText()).isEqualTo("small"));
    }

    @Test
    void itWantsItsKey() throws Exception {
        assertThat(post("sk-other", request(ASKED)).statusCode()).isEqualTo(401);
        assertThat(endpoint.requests()).isEmpty();
    }

    static Stream<Arguments> malformed() {
        String call = "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"a\"}]}";
        return Stream.of(
                Arguments.of("no message", request(""), "empty array"),
                Arguments.of("a call without its result", request(call + "," + ASKED), "must be followed"),
                Arguments.of("a call at the end", request(call), "without their results"),
                Arguments.of(
                        "a result without its call",
                        request("{\"role\":\"tool\",\"tool_call_id\":\"a\",\"content\":\"\"}"),
                        "must be a response"),
                Arguments.of("an unknown role", request("{\"role\":\"caller\",\"content\":\"\"}"), "caller"),
                Arguments.of("no content", request("{\"role\":\"user\"}"), "expected a string"),
                Arguments.of("not streamed", "{\"messages\":[" + ASKED + "]}", "Only streaming"),
                Arguments.of("no JSON", "{", "Only streaming"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void itRefusesWhatTheServiceRefuses(String what, String request, String why) throws Exception {
        HttpResponse<String> refusal = post(OpenAiSimulator.KEY, request);

        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(refusal.body()).contains("invalid_request_error").contains(why);
        assertThat(endpoint.requests()).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new ChatFault.ErrorEvent(2), "\"error\":", "\"finish_reason\""),
                Arguments.of(new ChatFault.EndEarly(2), "\"content\":\"are \"", "[DONE]"),
                Arguments.of(new ChatFault.Filter(1), "\"finish_reason\":\"content_filter\"", "\"content\":\"are \""),
                Arguments.of(new ChatFault.TooLong(1), "\"finish_reason\":\"length\"", "\"content\":\"are \""),
                Arguments.of(new ChatFault.Decline("I must not."), "\"refusal\":\"must \"", "\"content\""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void anAnswerGoesWrongAsItsScriptSays(ChatFault fault, String present, String absent) throws Exception {
        endpoint.next(fault);

        assertThat(post(OpenAiSimulator.KEY, request(ASKED)).body())
                .contains(present)
                .doesNotContain(absent);
        assertThat(post(OpenAiSimulator.KEY, request(ASKED)).body()).contains("[DONE]");
    }

    @Test
    void aConnectionThatIsCutIsNoEnd() {
        endpoint.next(new ChatFault.Cut(2));

        assertThatThrownBy(() -> post(OpenAiSimulator.KEY, request(ASKED))).isInstanceOf(IOException.class);
    }

    @Test
    void aRefusalHasItsStatusAndCode() throws Exception {
        endpoint.next(new ChatFault.Refuse(429, "rate_limit_exceeded"));
        HttpResponse<String> refusal = post(OpenAiSimulator.KEY, request(ASKED));

        assertThat(refusal.statusCode()).isEqualTo(429);
        assertThat(refusal.body()).contains("rate_limit_exceeded");
    }

    private static String request(String messages) {
        return "{\"model\":\"small\",\"stream\":true,\"stream_options\":{\"include_usage\":true},\"messages\":["
                + messages + "]}";
    }

    private HttpResponse<String> post(String key, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(endpoint.baseUrl() + "/chat/completions"))
                        .header("Authorization", "Bearer " + key)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
