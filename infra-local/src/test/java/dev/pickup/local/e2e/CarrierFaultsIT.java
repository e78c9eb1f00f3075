package dev.pickup.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.simulators.caller.CallReport;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What goes wrong between a carrier and us, whole calls long: one call for each fault, all at once.
@Execution(ExecutionMode.CONCURRENT)
class CarrierFaultsIT {
    private static final Duration CALL = Duration.ofMinutes(3);

    /// Of callers on a busy machine.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// Faults that must not be noticed by the caller.
    enum Survived {
        WEBHOOKS_TWICE_AND_REVERSED,
        ANSWER_TO_A_COMMAND_LOST,
        COMMAND_FAILED,
        STREAM_WITHOUT_TOKEN,
        STREAM_WITH_ANOTHER_TOKEN,
        TOKEN_USED_TWICE,
        BIG_ENDIAN,
        FRAMES_LATE_AND_REORDERED;

        private FaultScript faults() {
            return new FaultScript(
                    switch (this) {
                        case WEBHOOKS_TWICE_AND_REVERSED ->
                            List.of(new Fault.WebhookTwice(Fault.ANY), new Fault.WebhooksReversed(300));
                        case ANSWER_TO_A_COMMAND_LOST -> List.of(new Fault.CommandAnswerLost("answer", 1, 10));
                        case COMMAND_FAILED -> List.of(new Fault.CommandFails("streaming_start", 1));
                        case STREAM_WITHOUT_TOKEN -> List.of(new Fault.StreamTokenMissing());
                        case STREAM_WITH_ANOTHER_TOKEN -> List.of(new Fault.StreamTokenWrong());
                        case TOKEN_USED_TWICE -> List.of(new Fault.StreamConnectsTwice());
                        case BIG_ENDIAN -> List.of(new Fault.StreamBigEndian());
                        case FRAMES_LATE_AND_REORDERED ->
                            List.of(new Fault.FrameJitter(60), new Fault.FramesReordered(0.05));
                    });
        }
    }

    /// Webhooks that are not the carrier's.
    enum Refused {
        WRONG_KEY,
        ALTERED,
        REPLAYED_AFTER_AN_HOUR;

        private FaultScript faults() {
            return new FaultScript(List.of(
                    switch (this) {
                        case WRONG_KEY -> new Fault.WebhookWrongKey(Fault.ANY);
                        case ALTERED -> new Fault.WebhookAltered(Fault.ANY);
                        case REPLAYED_AFTER_AN_HOUR -> new Fault.WebhookSkewed(Fault.ANY, -3600);
                    }));
        }
    }

    @TempDir
    private static Path data;

    private static RunningProduct product;
    private static final Map<Survived, SimulatedCall> SURVIVED = new LinkedHashMap<>();
    private static final Map<Refused, SimulatedCall> REFUSED = new LinkedHashMap<>();

    @BeforeAll
    static void placeAll() {
        product = RunningProduct.warm(data);
        CallerScript script =
                CallerScript.saying("What are your opening hours?").withPatience(PATIENCE);
        for (Survived kind : Survived.values()) {
            SURVIVED.put(kind, product.place(script, kind.faults()));
        }
        for (Refused kind : Refused.values()) {
            CallerScript impatient = script.withRingPatience(Duration.ofSeconds(3));
            REFUSED.put(kind, product.place(impatient, kind.faults()));
        }
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @ParameterizedTest
    @EnumSource
    void theCallGoesOnAsIfNothingHadHappened(Survived kind) {
        JsonNode call = product.finalized(SURVIVED.get(kind));

        assertThat(call.path("outcome").asText())
                .as(() -> "what the caller saw: " + SURVIVED.get(kind).await(CALL) + "; the record: " + call)
                .isEqualTo("completed");
        assertThat(call.path("turns").size()).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void aWebhookThatIsNotTheCarriersIsRefusedAndNothingIsWritten(Refused kind) {
        CallReport report = REFUSED.get(kind).await(CALL);

        assertThat(report.durationMs()).isZero();
        assertThat(product.call(RunningProduct.callId(report)).path("status").asInt())
                .isEqualTo(404);
    }

    @Test
    void aStreamThatHasNoGoodTokenIsRefusedBeforeAWordIsHeard() {
        for (Survived kind : List.of(Survived.STREAM_WITHOUT_TOKEN, Survived.STREAM_WITH_ANOTHER_TOKEN)) {
            CallReport report = SURVIVED.get(kind).await(CALL);

            assertThat(report.stream().failed()).as(kind.name()).isPositive();
        }
    }

    /// Whichever of the two is first has the call; on a busy machine that may be the second.
    @Test
    void oneOfTwoSocketsWithTheSameTokenIsThrownOutAndHearsNothing() {
        CallReport report = SURVIVED.get(Survived.TOKEN_USED_TWICE).await(CALL);

        boolean secondHadTheCall = report.notes().contains("The second media socket was sent something.");
        assertThat(report.stream().opened())
                .as("streams, where the second socket had the call: " + secondHadTheCall)
                .isGreaterThanOrEqualTo(secondHadTheCall ? 2 : 1);
    }

    @Test
    void whatWasRepeatedIsChargedOnce() {
        SURVIVED.values().forEach(product::finalized);

        JsonNode usage = product.usageOf(Survived.values().length);

        assertThat(usage.path("calls").asLong()).isEqualTo(Survived.values().length);
    }
}
