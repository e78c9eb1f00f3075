package dev.pickup.media.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.core.EventJson;
import dev.pickup.core.state.Database;
import dev.pickup.core.state.DatabaseClient;
import dev.pickup.core.state.TableSetup;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.events.journal.JournalEntry.SessionClosed;
import dev.pickup.events.journal.JournalEntry.TurnTaken;
import dev.pickup.media.CloudUnderTest;
import dev.pickup.media.MediaWiring;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import dev.pickup.simulators.aws.AwsEndpoint;
import dev.pickup.simulators.aws.DynamoDbLocal;
import dev.pickup.simulators.aws.KinesisSimulator;
import dev.pickup.simulators.aws.LambdaSimulator;
import dev.pickup.simulators.aws.S3Simulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The task as the cloud starts it: settings from an environment, real clients, simulated services.
class MediaWiringIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LONG = Duration.ofSeconds(40);

    @TempDir
    private Path spool;

    private final ScriptedSpeech speech = new ScriptedSpeech();
    private final KinesisSimulator kinesis = new KinesisSimulator("pickup-call-journal", 2);
    private final S3Simulator s3 = new S3Simulator("recordings", "key-1");
    private final List<JsonNode> toolCalls = new CopyOnWriteArrayList<>();
    private final AwsEndpoint journal = AwsEndpoint.start(kinesis);
    private final AwsEndpoint bucket = AwsEndpoint.start(s3);
    private final AwsEndpoint functions = AwsEndpoint.start(new LambdaSimulator(Map.of("pickup-tool", event -> {
        toolCalls.add(event);
        return JSON.readTree("{\"outcome\":\"ok\",\"result\":{\"taken\":true}}");
    })));
    private final DynamoDbLocal dynamoDb = DynamoDbLocal.inMemory();
    private final DynamoDbClient tables = DatabaseClient.local(dynamoDb.endpoint());
    private StandInTelnyx telnyx;
    private MediaWiring task;

    @BeforeEach
    void start() throws Exception {
        TableSetup.createMissing(tables);
        telnyx = new StandInTelnyx();
        task = MediaWiring.start(environment());
        await().atMost(LONG).until(() -> get("/health").equals("200 ok\n"));
    }

    @AfterEach
    void stop() {
        task.close();
        telnyx.close();
        tables.close();
        dynamoDb.close();
        journal.close();
        bucket.close();
        functions.close();
    }

    @Test
    void aCallLeavesItsJournalAndItsRecordingAndRunsItsTools() throws Exception {
        AnsweredCall call = AnsweredCall.in(new Database(tables), TestAgent.TAKES_MESSAGES);
        try (WireCaller caller = call(call)) {
            caller.awaitTurn("this is the clinic.", 1);
            caller.say(speech, "Leave a message, tell them that my tooth hurts, my name is John Smith");
            await().atMost(LONG).until(() -> !toolCalls.isEmpty());
            caller.awaitTurn(400);
            telnyx.over = true;
            caller.hangUp();
            await().atMost(LONG).until(() -> !entries(call, SessionClosed.class).isEmpty());
        }
        SessionClosed closed = entries(call, SessionClosed.class).getFirst();
        assertThat(closed.reason()).isEqualTo("caller-hung-up");
        assertThat(s3.keys()).containsExactly(closed.recording());
        assertThat(s3.object(closed.recording()).orElseThrow().length).isGreaterThan(100_000);
        assertThat(greeting(call).text()).isEqualTo("Hello, this is the clinic.");
        assertThat(toolCalls.getFirst().path("callId").asText())
                .isEqualTo(call.id().value());
        assertThat(List.of(journal.refusals(), bucket.refusals(), functions.refusals()))
                .containsOnly(List.of());
    }

    @Test
    void aTaskThatMustGoRefusesStreamsAndLeavesItsCallsAtASilence() throws Exception {
        AnsweredCall call = AnsweredCall.in(new Database(tables), TestAgent.TAKES_MESSAGES);
        AnsweredCall late = AnsweredCall.in(new Database(tables), TestAgent.TAKES_MESSAGES);
        try (WireCaller caller = call(call)) {
            caller.awaitAudible(); // in the middle of the greeting
            Thread stopping = Thread.ofVirtual().start(task::close);
            await().atMost(LONG)
                    .untilAsserted(() -> assertThatThrownBy(() -> call(late))
                            .isInstanceOfAny(ExecutionException.class, CompletionException.class));
            assertThat(stopping.join(LONG)).isTrue();
        }
        assertThat(entries(call, SessionClosed.class))
                .as("the call goes on elsewhere")
                .isEmpty();
        assertThat(greeting(call).text()).as("it was said to its end").isEqualTo("Hello, this is the clinic.");
        assertThat(greeting(call).unheard()).isEmpty();
        assertThat(telnyx.commands).as("nobody hung up").isEmpty();
    }

    /// As it stands in the end: a later record of a turn replaces the earlier one.
    private TurnTaken greeting(AnsweredCall call) {
        return entries(call, TurnTaken.class).stream()
                .filter(turn -> turn.turn() == 0)
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private WireCaller call(AnsweredCall call) throws Exception {
        return WireCaller.connect(
                        task.port(),
                        call.token(),
                        call.stream().authToken(),
                        call.leg().controlId())
                .start("{\"event\":\"connected\",\"version\":\"1.0.0\"}");
    }

    private <T extends JournalEntry> List<T> entries(AnsweredCall call, Class<T> kind) {
        return kinesis.records().stream()
                .map(EventJson::journalRecord)
                .filter(record -> record.callId().equals(call.id().value()))
                .map(record -> record.entry())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private Map<String, String> environment() {
        Map<String, String> environment = CloudUnderTest.environment();
        environment.put("MEDIA_PORT", "0");
        environment.put("MEDIA_SPOOL", spool.toString());
        environment.put("TELNYX_API_BASE", telnyx.base());
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.endpoint().toString());
        environment.put("AWS_ENDPOINT_URL_KINESIS", journal.uri().toString());
        environment.put("AWS_ENDPOINT_URL_S3", bucket.uri().toString());
        environment.put("AWS_ENDPOINT_URL_LAMBDA", functions.uri().toString());
        return environment;
    }

    private String get(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI uri = URI.create("http://127.0.0.1:" + task.port() + path);
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }
}
