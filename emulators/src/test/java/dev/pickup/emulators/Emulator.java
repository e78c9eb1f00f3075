package dev.pickup.emulators;

import static org.junit.jupiter.api.Assumptions.abort;

import java.net.URI;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/// Where services are emulated: at `AWS_ENDPOINT_URL_<SERVICE>`, at `AWS_ENDPOINT_URL`, or in a LocalStack that is
/// started once where Docker runs. Where none of these is, a test is skipped and says so.
final class Emulator {
    /// The last releases without a token are frozen 4.x tags; `LOCALSTACK_IMAGE` names another one, such as a floci.
    private static final String IMAGE = "localstack/localstack:4.14.0";

    private static Optional<LocalStackContainer> localStack = Optional.empty();

    private Emulator() {}

    /// A client builder for this service, with credentials that every emulator takes.
    static <B extends AwsSyncClientBuilder<B, ?> & software.amazon.awssdk.awscore.client.builder.AwsClientBuilder<B, ?>>
            B client(B builder, String service) {
        return builder.endpointOverride(endpoint(service))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder());
    }

    static URI endpoint(String service) {
        return setting("AWS_ENDPOINT_URL_" + service)
                .or(() -> setting("AWS_ENDPOINT_URL"))
                .map(URI::create)
                .orElseGet(() -> inDocker(service));
    }

    private static synchronized URI inDocker(String service) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            abort("skipped: neither AWS_ENDPOINT_URL_" + service + " nor AWS_ENDPOINT_URL is set, and no Docker runs");
        }
        if (localStack.isEmpty()) {
            String image = setting("LOCALSTACK_IMAGE").orElse(IMAGE);
            LocalStackContainer container = new LocalStackContainer(
                    DockerImageName.parse(image).asCompatibleSubstituteFor("localstack/localstack"));
            setting("LOCALSTACK_AUTH_TOKEN").ifPresent(token -> container.withEnv("LOCALSTACK_AUTH_TOKEN", token));
            container.start(); // Testcontainers removes it when this JVM ends
            localStack = Optional.of(container);
        }
        return localStack.get().getEndpoint();
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
