package dev.pickup.simulators.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class AwsEndpointIT {
    @Test
    void whatIsNotSignedOrForAnotherServiceIsNotLetIn() throws Exception {
        KinesisSimulator kinesis = new KinesisSimulator("s", 1);
        try (AwsEndpoint endpoint = AwsEndpoint.start(kinesis)) {
            assertThat(put(endpoint, "none")).contains("403").contains("MissingAuthenticationTokenException");
            String credential = "AWS4-HMAC-SHA256 Credential=" + AwsEndpoint.ACCESS_KEY;
            String rest = "/aws4_request, SignedHeaders=host, Signature=" + "0".repeat(64);
            assertThat(put(endpoint, credential + "/20261126/us-east-1/s3" + rest))
                    .contains("scoped to s3");
            assertThat(put(endpoint, credential + "/20261126/us-east-1/kinesis" + rest))
                    .contains("InvalidSignatureException");
            assertThat(endpoint.refusals()).hasSize(3);
            assertThat(kinesis.records()).isEmpty();
        }
    }

    private static String put(AwsEndpoint endpoint, String authorization) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(endpoint.uri())
                    .header("Authorization", authorization)
                    .header("X-Amz-Target", "Kinesis_20131202.PutRecords")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }
}
