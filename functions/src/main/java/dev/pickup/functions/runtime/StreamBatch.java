package dev.pickup.functions.runtime;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Works through a batch of a stream in order and says where it stopped: from there on Lambda delivers again.
public final class StreamBatch {
    private static final Logger LOG = LoggerFactory.getLogger(StreamBatch.class);

    private StreamBatch() {}

    /// @param sequence the sequence number of a record
    /// @param work     throws when a record must be delivered again; nothing after it is worked on
    public static <T> StreamsEventResponse work(List<T> records, Function<T, String> sequence, Consumer<T> work) {
        for (T entry : records) {
            try {
                work.accept(entry);
            } catch (RuntimeException e) {
                LOG.warn("Stopped at record {}: {}", sequence.apply(entry), e.toString());
                return response(List.of(new BatchItemFailure(sequence.apply(entry))));
            }
        }
        return response(List.of());
    }

    private static StreamsEventResponse response(List<BatchItemFailure> failures) {
        StreamsEventResponse response = new StreamsEventResponse();
        response.setBatchItemFailures(failures);
        return response;
    }
}
