package dev.pickup.benchmarks.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/// What the process of the simulated services says, as one line of JSON.
///
/// @param trusting    flags of a JVM that trusts them; none without TLS
/// @param cpuNanos    used by the process since it began
/// @param liveStreams of Transcribe, open now
/// @param refused     requests that none of the services accepted: the clients did something wrong
public record ServicesReport(Endpoints endpoints, List<String> trusting, long cpuNanos, int liveStreams, int refused) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public ServicesReport {
        trusting = List.copyOf(trusting);
    }

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report is plain values.", e);
        }
    }

    /// @throws IllegalStateException it is none
    public static ServicesReport of(String json) {
        try {
            return JSON.readValue(json, ServicesReport.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The simulated services said something else than a report.", e);
        }
    }
}
