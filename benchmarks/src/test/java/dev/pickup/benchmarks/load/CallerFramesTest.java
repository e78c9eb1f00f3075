package dev.pickup.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallerFramesTest {
    private final CallerFrames frames = new CallerFrames("sequence_number", "stream_id", "s-1");

    @Test
    void framesAreNumberedBehindTheStartAndChunksFromOne() {
        assertThat(frames.media("AAA="))
                .isEqualTo(
                        "{\"event\":\"media\",\"sequence_number\":\"2\",\"stream_id\":\"s-1\","
                                + "\"media\":{\"track\":\"inbound\",\"chunk\":\"1\",\"timestamp\":\"0\",\"payload\":\"AAA=\"}}");
        assertThat(frames.mark("m1"))
                .isEqualTo("{\"event\":\"mark\",\"sequence_number\":\"3\",\"stream_id\":\"s-1\","
                        + "\"mark\":{\"name\":\"m1\"}}");
        assertThat(frames.media("BBB="))
                .isEqualTo(
                        "{\"event\":\"media\",\"sequence_number\":\"4\",\"stream_id\":\"s-1\","
                                + "\"media\":{\"track\":\"inbound\",\"chunk\":\"2\",\"timestamp\":\"20\",\"payload\":\"BBB=\"}}");
        assertThat(frames.stop("call_control_id", "v3:s-1"))
                .isEqualTo("{\"event\":\"stop\",\"sequence_number\":\"5\",\"stream_id\":\"s-1\","
                        + "\"stop\":{\"call_control_id\":\"v3:s-1\"}}");
    }
}
