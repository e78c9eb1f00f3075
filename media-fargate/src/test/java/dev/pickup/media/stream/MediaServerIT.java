package dev.pickup.media.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.call.TaskId;
import dev.pickup.media.Engines;
import dev.pickup.media.MediaPorts;
import dev.pickup.media.MediaServer;
import dev.pickup.media.MediaSettings;
import dev.pickup.media.MediaTask;
import dev.pickup.media.audio.LocalRecordings;
import dev.pickup.media.replying.ToolInvoker.ToolResult;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaServerIT {
    @TempDir
    private Path folder;

    @Test
    void tellsItsHealthAndWhatHappened() throws Exception {
        ScriptedSpeech speech = new ScriptedSpeech();
        FakeClaims claims = new FakeClaims(TestAgent.SETTINGS);
        MediaTask task = new MediaTask(
                MediaSettings.of(new TaskId("task-1"), 2),
                new Engines(speech.voiceActivity(), speech.speechToText(), new EchoModel(), speech.textToSpeech()),
                new MediaPorts(
                        claims,
                        new FakeCarrier(),
                        _ -> new ToolResult("ok", Map.of()),
                        _ -> {},
                        new LocalRecordings(folder),
                        Clock.systemUTC()));
        try (MediaServer server = new MediaServer(task, "127.0.0.1", 0)) {
            server.start();
            assertThat(get(server, "/health")).isEqualTo("503 warming up\n");
            server.ready();
            assertThat(get(server, "/health")).isEqualTo("200 ok\n");
            assertThat(get(server, "/media/telnyx/forged")).startsWith("403");
            try (WireCaller caller = WireCaller.call(server.port(), claims.offer())) {
                caller.awaitAudible();
                assertThat(get(server, "/metrics"))
                        .contains("pickup_media_sockets_refused_token_total 1", "pickup_media_calls 1");
            }
            assertThat(get(server, "/else")).startsWith("404");
        }
    }

    private static String get(MediaServer server, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }
}
