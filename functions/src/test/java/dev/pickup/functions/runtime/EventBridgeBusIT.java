package dev.pickup.functions.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pickup.core.EventJson;
import dev.pickup.events.CallEvent.CallAnswered;
import dev.pickup.events.DomainEvent;
import dev.pickup.functions.runtime.EventBus.BusUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/// The real client against an endpoint that answers as PutEvents does (API reference "PutEvents").
class EventBridgeBusIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private Predicate<String> refuses = id -> false;
    private int status = 200;
    private HttpServer server;
    private EventBridgeClient client;
    private EventBridgeBus bus;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
        client = EventBridgeClient.builder()
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
        bus = new EventBridgeBus(client, "pickup");
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void anEventIsWrittenAsItsSchemaSays() throws Exception {
        DomainEvent event = event(1);
        bus.publish(List.of(event));
        JsonNode entry = requests.getFirst().at("/Entries/0");
        assertThat(entry.path("EventBusName").asText()).isEqualTo("pickup");
        assertThat(entry.path("Source").asText()).isEqualTo("pickup");
        assertThat(entry.path("DetailType").asText()).isEqualTo("call.answered");
        assertThat(JSON.readTree(entry.path("Detail").asText())).isEqualTo(JSON.readTree(EventJson.write(event)));
    }

    @Test
    void manyEventsAreCutToWhatTheBusTakesAtOnce() {
        bus.publish(IntStream.range(0, 23).mapToObj(EventBridgeBusIT::event).toList());
        assertThat(requests).hasSize(3);
        assertThat(taken).hasSize(23).doesNotHaveDuplicates();
    }

    @Test
    void onlyWhatFailedIsSentAgain() {
        List<String> once = new ArrayList<>(List.of("evt-2"));
        refuses = once::remove;
        bus.publish(IntStream.range(0, 5).mapToObj(EventBridgeBusIT::event).toList());
        assertThat(requests).hasSize(2);
        assertThat(requests.getLast().path("Entries")).hasSize(1);
        assertThat(taken).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void whatNeverSucceedsIsAFaultAfterALimit() {
        refuses = id -> id.equals("evt-2");
        assertThatThrownBy(() -> bus.publish(List.of(event(1), event(2))))
                .isInstanceOf(BusUnavailableException.class)
                .hasMessageContaining("ThrottlingException");
        assertThat(requests).hasSize(3);
    }

    @Test
    void aBusThatIsDownIsAFault() {
        status = 503;
        assertThatThrownBy(() -> bus.publish(List.of(event(1)))).isInstanceOf(BusUnavailableException.class);
    }

    private void serve(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
        requests.add(request);
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode entries = answer.putArray("Entries");
        int failed = 0;
        for (JsonNode entry : request.path("Entries")) {
            String id =
                    JSON.readTree(entry.path("Detail").asText()).path("eventId").asText();
            if (status != 200 || refuses.test(id)) {
                failed++;
                entries.addObject().put("ErrorCode", "ThrottlingException").put("ErrorMessage", "slow down");
            } else {
                taken.add(id);
                entries.addObject().put("EventId", "bus-" + id);
            }
        }
        byte[] body = JSON.writeValueAsBytes(answer.put("FailedEntryCount", failed));
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static DomainEvent event(int number) {
        return new CallAnswered("evt-" + number, "acc_demo", Instant.parse("2026-11-23T10:00:00Z"), "call_1");
    }
}
