package dev.pickup.media.model.openai;

import dev.pickup.media.model.ModelTimeouts;
import dev.pickup.media.model.openai.ScriptedEndpoint.Script;
import dev.pickup.media.replying.LanguageModel.AgentBrief;
import dev.pickup.media.replying.LanguageModel.Event;
import dev.pickup.media.replying.LanguageModel.Message;
import dev.pickup.media.replying.LanguageModel.Request;
import dev.pickup.media.replying.LanguageModel.ToolDefinition;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The real client and an endpoint that answers what a test says.
final class AskedModel implements AutoCloseable {
    static final String KEY = "sk-very-secret";
    static final String GREETING = chunk("{\"content\":\"Hello \"}") + chunk("{\"content\":\"Zoë 😀.\"}")
            + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
            + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":4,"
            + "\"prompt_tokens_details\":{\"cached_tokens\":8}}}\n\ndata: [DONE]\n\n";

    final List<Event> events = new ArrayList<>();
    private Optional<ScriptedEndpoint> endpoint = Optional.empty();

    /// From now on the endpoint answers this.
    void answers(Script script) throws Exception {
        close();
        endpoint = Optional.of(new ScriptedEndpoint(script));
    }

    /// Asks for a reply to [#request] with little patience.
    void reply(Script script) throws Exception {
        ModelTimeouts quick = new ModelTimeouts(
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                Duration.ofSeconds(20));
        answers(script);
        model(endpoint().baseUrl(), quick).reply(request(), events::add);
    }

    ScriptedEndpoint endpoint() {
        return endpoint.orElseThrow();
    }

    @Override
    public void close() throws IOException {
        if (endpoint.isPresent()) {
            endpoint.get().close();
        }
    }

    static OpenAiCompatibleModel model(URI baseUrl, ModelTimeouts timeouts) {
        return new OpenAiCompatibleModel(baseUrl, KEY, "test-model", timeouts);
    }

    static Script inPieces(String stream, int pieceBytes) {
        return out -> {
            out.write(ScriptedEndpoint.SSE.getBytes(StandardCharsets.UTF_8));
            byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
            for (int at = 0; at < bytes.length; at += pieceBytes) {
                out.write(bytes, at, Math.min(pieceBytes, bytes.length - at));
                out.flush();
            }
        };
    }

    static String chunk(String delta) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":null}]}\n\n";
    }

    String text() {
        return events.stream()
                .filter(Event.Token.class::isInstance)
                .map(event -> ((Event.Token) event).text())
                .collect(Collectors.joining());
    }

    static Request request() {
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
