package dev.pickup.media;

import dev.pickup.core.call.TaskId;
import dev.pickup.core.state.Database;
import dev.pickup.core.state.DynamoDbAgentStore;
import dev.pickup.core.state.DynamoDbCallClaims;
import dev.pickup.core.state.DynamoDbCallStore;
import dev.pickup.media.journal.KinesisCallJournal;
import dev.pickup.media.recording.S3Recordings;
import dev.pickup.media.recording.S3Target;
import dev.pickup.media.speaking.PhraseCache;
import dev.pickup.media.speech.aws.S3PhraseCache;
import dev.pickup.media.tool.LambdaToolInvoker;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;

/// A media task as it runs in the cloud, put together from its environment. Any thread; close it once.
public final class MediaWiring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MediaWiring.class);

    /// Everything that was opened; closed in reverse.
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    private final MediaServer server;

    private MediaWiring(MediaEnvironment environment, PrintStream metrics) {
        CloudClients clients = new CloudClients(environment);
        Clock clock = Clock.systemUTC();
        Database database = new Database(closing(clients.dynamoDb()));
        KinesisCallJournal journal =
                closing(new KinesisCallJournal(closing(clients.kinesis()), environment.journalStream()));
        S3Client s3 = closing(clients.s3());
        S3Target bucket = environment.recordings();
        MediaPorts ports = new MediaPorts(
                new DynamoDbCallClaims(database, new DynamoDbCallStore(database), new DynamoDbAgentStore(database)),
                new CloudCarriers(environment, database, kms(environment, clients), clock).byLeg(),
                new LambdaToolInvoker(closing(clients.lambda()), environment.toolFunction()),
                journal,
                new S3Recordings(s3, bucket, Path.of(environment.spool())),
                clock);
        MediaCounters counters = new MediaCounters();
        PhraseCache phrases = new S3PhraseCache(s3, bucket.bucket(), bucket.keyId());
        Engines engines = closing(new CloudEngines(environment, clients, counters, phrases))
                .engines();
        TaskId task = new TaskId("task-" + UUID.randomUUID());
        MediaSettings settings =
                MediaSettings.of(task, environment.mostCalls()).withSpeculations(environment.speculations());
        MediaTask media = new MediaTask(settings, engines, ports, counters);
        server = new MediaServer(media, "0.0.0.0", environment.port());
        closing(new TaskReport(media::calls, journal::dropped, metrics, clock));
        environment.ecsAgent().ifPresent(agent -> closing(new TaskProtection(agent, media::calls)));
        closing(() -> server.handOver());
        closing(new WarmUp(engines, server::ready));
        LOG.info("task {} with {}", task, engines.names());
    }

    /// Starts a task. It tells `/health` that it is healthy once every engine has answered.
    ///
    /// @throws IllegalStateException a setting is missing or wrong, or the port is taken: the message says
    /// which
    public static MediaWiring start(Map<String, String> environment) {
        MediaWiring wiring = new MediaWiring(new MediaEnvironment(environment), System.out);
        try {
            wiring.server.start();
            return wiring;
        } catch (Exception e) {
            wiring.close();
            throw new IllegalStateException("The media task cannot open its port.", e);
        }
    }

    /// Where it listens.
    public int port() {
        return server.port();
    }

    /// Refuses new streams, hands each call over at a silence (after 20 s at the latest; all of it ends after
    /// 35 s), then sends what is left of the journal (10 s at most): well within the 110 s that Fargate leaves.
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            AutoCloseable next = opened.pop();
            try {
                next.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                LOG.warn("not-closed {}: {}", next.getClass().getSimpleName(), e.getMessage());
            }
        }
    }

    private Optional<KmsClient> kms(MediaEnvironment environment, CloudClients clients) {
        return environment.vaultKey().map(_ -> closing(clients.kms()));
    }

    private <T extends AutoCloseable> T closing(T part) {
        opened.push(part);
        return part;
    }
}
