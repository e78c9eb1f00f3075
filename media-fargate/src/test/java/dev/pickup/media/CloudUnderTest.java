package dev.pickup.media;

import dev.pickup.media.speech.aws.AwsAccess;
import dev.pickup.media.speech.aws.StreamingClient;
import dev.pickup.simulators.aws.AwsEndpoint;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/// The clients as a task makes them, of simulated services.
public final class CloudUnderTest {
    private CloudUnderTest() {}

    public static KinesisClient kinesis(AwsEndpoint endpoint) {
        return clients("KINESIS", endpoint, AwsEndpoint.SECRET_KEY).kinesis();
    }

    public static LambdaClient lambda(AwsEndpoint endpoint) {
        return clients("LAMBDA", endpoint, AwsEndpoint.SECRET_KEY).lambda();
    }

    public static S3Client s3(AwsEndpoint endpoint) {
        return clients("S3", endpoint, AwsEndpoint.SECRET_KEY).s3();
    }

    public static StreamingClient<BedrockRuntimeAsyncClient> bedrock(AwsEndpoint endpoint) {
        return clients("BEDROCK_RUNTIME", endpoint, AwsEndpoint.SECRET_KEY).bedrock();
    }

    public static AwsAccess streaming(String service, URI endpoint) {
        Map<String, String> environment = environment();
        environment.put("AWS_ENDPOINT_URL_" + service, endpoint.toString());
        return new CloudClients(new MediaEnvironment(environment)).streaming(service);
    }

    /// With a key that the service does not know.
    public static S3Client strangersS3(AwsEndpoint endpoint) {
        return clients("S3", endpoint, "another secret").s3();
    }

    private static CloudClients clients(String service, AwsEndpoint endpoint, String secret) {
        Map<String, String> environment = environment();
        environment.put("AWS_ENDPOINT_URL_" + service, endpoint.uri().toString());
        environment.put("AWS_SECRET_ACCESS_KEY", secret);
        return new CloudClients(new MediaEnvironment(environment));
    }

    /// All that a task must be told, without endpoints.
    public static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("AWS_REGION", "us-east-1");
        environment.put("AWS_ACCESS_KEY_ID", AwsEndpoint.ACCESS_KEY);
        environment.put("AWS_SECRET_ACCESS_KEY", AwsEndpoint.SECRET_KEY);
        environment.put("TELNYX_API_KEY", "KEY-of-a-test");
        environment.put("TOOL_FUNCTION_NAME", "pickup-tool");
        environment.put("JOURNAL_STREAM_NAME", "pickup-call-journal");
        environment.put("RECORDINGS_BUCKET_NAME", "recordings");
        environment.put("RECORDINGS_KEY_ID", "key-1");
        environment.put("PICKUP_ENGINES", "scripted");
        return environment;
    }
}
