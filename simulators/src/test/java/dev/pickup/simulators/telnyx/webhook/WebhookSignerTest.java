package dev.pickup.simulators.telnyx.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WebhookSignerTest {
    /// RFC 8032, section 7.1, test 1.
    private static final String SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    @Test
    void theTestVectorIsSignedAsItShouldBe() {
        WebhookSigner signer = new WebhookSigner(SEED);
        String body = "{\"data\":{\"record_type\":\"event\",\"event_type\":\"call.initiated\","
                + "\"id\":\"0ccc7b54-4df3-4bca-a65a-3da1ecc777f0\"}}";
        assertThat(signer.publicKey()).isEqualTo("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
        assertThat(signer.sign("1700000000", body.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("S6ZX2aLvrSc4npbOQSwmg28N7D1be9PWL9kDmWvS0c3RDJ0DXBKv388PJCA3C5wKigSLLW0pxsgieXC1lkb+CQ==");
    }
}
