package dev.pickup.local.stream;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.util.List;
import java.util.Objects;

/// Reads a partial batch response as Lambda does. Pure.
///
/// Source: AWS Lambda Developer Guide, "Configuring partial batch response with Kinesis Data Streams and Lambda": the
/// lowest failed sequence number is where the batch is tried again from; an identifier that is not of the batch fails
/// all of it.
final class PartialBatch {
    private PartialBatch() {}

    /// How many of the first records were done.
    static int done(List<String> sequenceNumbers, StreamsEventResponse response) {
        List<StreamsEventResponse.BatchItemFailure> failures =
                Objects.requireNonNullElse(response.getBatchItemFailures(), List.of());
        return failures.stream()
                .mapToInt(failure -> Math.max(0, sequenceNumbers.indexOf(failure.getItemIdentifier())))
                .min()
                .orElse(sequenceNumbers.size());
    }
}
