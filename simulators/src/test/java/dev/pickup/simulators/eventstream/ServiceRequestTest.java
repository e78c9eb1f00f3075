package dev.pickup.simulators.eventstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceRequestTest {
    private static final String SIGNED = "AWS4-HMAC-SHA256 Credential=AKID/20261126/us-east-1/polly/aws4_request, "
            + "SignedHeaders=host;x-amz-date, Signature=" + "0a".repeat(32);

    @Test
    void aRequestIsSignedForOneService() {
        assertThat(request(SIGNED).isSignedFor("polly")).isTrue();
        assertThat(request(SIGNED).isSignedFor("transcribe")).isFalse();
    }

    @Test
    void anythingElseIsNoSignature() {
        assertThat(request("").isSignedFor("polly")).isFalse();
        assertThat(request("Bearer polly").isSignedFor("polly")).isFalse();
        assertThat(request(SIGNED.substring(0, SIGNED.length() - 1)).isSignedFor("polly"))
                .isFalse();
    }

    private static ServiceRequest request(String authorization) {
        return new ServiceRequest("POST", "/v1/speech", Map.of("authorization", authorization));
    }
}
