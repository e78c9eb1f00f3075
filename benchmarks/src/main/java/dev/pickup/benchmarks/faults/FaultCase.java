package dev.pickup.benchmarks.faults;

import static dev.pickup.benchmarks.faults.FaultyCloud.Thinker.BEDROCK;

import dev.pickup.simulators.aws.AwsFault;
import dev.pickup.simulators.bedrock.BedrockFault;
import dev.pickup.simulators.openai.ChatFault;
import dev.pickup.simulators.polly.PollyFault;
import dev.pickup.simulators.transcribe.TranscribeFault;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;

/// Something that goes wrong in the same turn of all calls.
///
/// @param thinker whose model answers
/// @param before done before the callers speak, with the number of calls: what the next requests will meet
/// @param amid   done while they speak
record FaultCase(
        String name,
        FaultyCloud.Thinker thinker,
        BiConsumer<FaultyCloud, Integer> before,
        BiConsumer<FaultyCloud, Integer> amid) {
    /// In the middle of an answer: its first clause is being heard.
    private static final Duration AMID = Duration.ofMillis(700);

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int WORDS = 8;

    static final List<FaultCase> ALL = List.of(
            new FaultCase("nothing", BEDROCK, (_, _) -> {}, (_, _) -> {}),
            heard("Transcribe: exception event", new TranscribeFault.ExceptionEvent("InternalFailureException")),
            new FaultCase("Transcribe: reset, then throttled once", BEDROCK, (_, _) -> {}, (cloud, calls) -> {
                cloud.transcribe()
                        .faults()
                        .next(calls, new TranscribeFault.Refuse(429, "LimitExceededException"), AT_ONCE);
                cloud.transcribe().strike(new TranscribeFault.Reset());
            }),
            heard("Transcribe: RST_STREAM", new TranscribeFault.Reset()),
            heard("Transcribe: connection closed", new TranscribeFault.CloseConnection()),
            heard("Transcribe: early end", new TranscribeFault.EndEarly()),
            heard("Transcribe: silence", new TranscribeFault.FallSilent()),
            heard("Transcribe: results 1.5 s late", new TranscribeFault.Slow(Duration.ofMillis(1_500))),
            heard("Transcribe: results twice", new TranscribeFault.Repeat()),
            heard("Transcribe: results out of order", new TranscribeFault.Disorder()),
            thought("Bedrock: no first token", new BedrockFault.Stall(0, LONG)),
            thought(
                    "Bedrock: exception after 8 words",
                    new BedrockFault.StreamException(WORDS, "modelStreamErrorException")),
            thought("Bedrock: early end after 8 words", new BedrockFault.EndEarly(WORDS)),
            thought("Bedrock: connection breaks at once", new BedrockFault.Break(0)),
            thought(
                    "Bedrock: guardrail at once",
                    new BedrockFault.Stop(0, "guardrail_intervened", "I must not talk about that.")),
            new FaultCase(
                    "Bedrock: throttled",
                    BEDROCK,
                    (cloud, calls) -> cloud.bedrockDoor()
                            .next(Collections.nCopies(calls, new AwsFault.Refuse(429, "ThrottlingException"))
                                    .toArray(AwsFault[]::new)),
                    (_, _) -> {}),
            answered("OpenAI: no first token", new ChatFault.Stall(0, LONG)),
            answered("OpenAI: silence after 8 words", new ChatFault.Stall(WORDS, LONG)),
            answered("OpenAI: error after 8 words", new ChatFault.ErrorEvent(WORDS)),
            answered("OpenAI: connection cut after 8 words", new ChatFault.Cut(WORDS)),
            answered("OpenAI: early end after 8 words", new ChatFault.EndEarly(WORDS)),
            answered("OpenAI: 429", new ChatFault.Refuse(429, "rate_limit_exceeded")),
            answered("OpenAI: 503", new ChatFault.Refuse(503, "server_error")),
            answered("OpenAI: content filter at once", new ChatFault.Filter(0)),
            answered("OpenAI: content filter after 8 words", new ChatFault.Filter(WORDS)),
            answered("OpenAI: as many tokens as allowed after 8 words", new ChatFault.TooLong(WORDS)),
            answered("OpenAI: the model declines", new ChatFault.Decline("I cannot help with that, sorry.")),
            spoken("Polly: exception before sound", new PollyFault.ExceptionEvent("ServiceFailureException"), AT_ONCE),
            spoken("Polly: exception amid sound", new PollyFault.ExceptionEvent("ServiceFailureException"), AMID),
            spoken("Polly: RST_STREAM amid sound", new PollyFault.Reset(), AMID),
            spoken("Polly: early end", new PollyFault.EndEarly(), AMID),
            spoken("Polly: silence from the start", new PollyFault.FallSilent(), AT_ONCE),
            spoken("Polly: silence amid sound", new PollyFault.FallSilent(), AMID),
            spoken("Polly: streams throttled", new PollyFault.Refuse(400, "ThrottlingException"), AT_ONCE));

    private static FaultCase heard(String name, TranscribeFault fault) {
        return new FaultCase(
                name, BEDROCK, (_, _) -> {}, (cloud, _) -> cloud.transcribe().strike(fault));
    }

    private static FaultCase thought(String name, BedrockFault fault) {
        return new FaultCase(
                name,
                BEDROCK,
                (cloud, calls) ->
                        cloud.bedrock().next(Collections.nCopies(calls, fault).toArray(BedrockFault[]::new)),
                (_, _) -> {});
    }

    private static FaultCase answered(String name, ChatFault fault) {
        return new FaultCase(
                name,
                FaultyCloud.Thinker.OPENAI,
                (cloud, calls) ->
                        cloud.openAi().next(Collections.nCopies(calls, fault).toArray(ChatFault[]::new)),
                (_, _) -> {});
    }

    private static FaultCase spoken(String name, PollyFault fault, Duration afterAudio) {
        return new FaultCase(
                name,
                BEDROCK,
                (cloud, calls) -> cloud.polly().streamFaults().next(calls, fault, afterAudio),
                (_, _) -> {});
    }
}
