package dev.pickup.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MediaEnvironmentTest {
    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThatThrownBy(() -> new MediaEnvironment(Map.of("MEDIA_PORT", "eighty", "PICKUP_ENGINES", "loud")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll(
                        "TELNYX_API_KEY",
                        "TOOL_FUNCTION_NAME",
                        "JOURNAL_STREAM_NAME",
                        "RECORDINGS_BUCKET_NAME",
                        "RECORDINGS_KEY_ID",
                        "MEDIA_PORT",
                        "loud");
    }

    @Test
    void anEndpointOfOneServiceWinsOverThatOfAll() {
        Map<String, String> environment = CloudUnderTest.environment();
        environment.put("AWS_ENDPOINT_URL", "http://localhost:4566");
        environment.put("AWS_ENDPOINT_URL_S3", "http://localhost:9090");
        MediaEnvironment read = new MediaEnvironment(environment);
        assertThat(read.endpoint("s3")).contains(URI.create("http://localhost:9090"));
        assertThat(read.endpoint("KINESIS")).contains(URI.create("http://localhost:4566"));
    }

    @Test
    void withoutAWordTheEnginesAreThoseOfAws() {
        Map<String, String> environment = CloudUnderTest.environment();
        environment.remove("PICKUP_ENGINES");
        assertThat(new MediaEnvironment(environment).engines()).isEqualTo(EnginesChoice.AWS);
    }

    @Test
    void aVaultNeedsTheAddressThatCustomersCarriersAsk() {
        Map<String, String> environment = CloudUnderTest.environment();
        environment.put("VAULT_KEY_ID", "key-1");
        assertThatThrownBy(() -> new MediaEnvironment(environment)).hasMessageContaining("PUBLIC_BASE_URL");
    }

    @Test
    void anOpenAiModelNeedsItsEndpoint() {
        Map<String, String> environment = CloudUnderTest.environment();
        environment.put("PICKUP_ENGINES", "stt=scripted,model=openai,tts=scripted");
        assertThatThrownBy(() -> new MediaEnvironment(environment)).hasMessageContaining("MODEL_BASE_URL");
    }
}
