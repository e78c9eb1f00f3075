package dev.pickup.functions.runtime;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudSettingsTest {
    @Test
    void allThatIsMissingIsNamedAtOnce() {
        assertThatThrownBy(() -> CloudSettings.read(Map.of("PUBLIC_BASE_URL", "https://x", "TELNYX_API_KEY", " ")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Set TELNYX_API_KEY, TELNYX_PUBLIC_KEY, EVENT_BUS_NAME, VAULT_KEY_ID in the function's environment.");
    }
}
