package dev.pickup.simulators.transcribe;

import dev.pickup.simulators.eventstream.Latency;
import dev.pickup.simulators.eventstream.ServiceReply;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What is heard, as results with their delay. Owned by the connection's thread.
final class Results {
    private static final String TYPE = "TranscriptEvent";
    private static final String JSON = "application/json";

    /// A recognizer that has not said its last words by then has none.
    private static final Duration LAST_WORDS = Duration.ofMillis(300);

    private final ServiceTerms terms;
    private final ServiceReply reply;
    private final LongSupplier audioMs;
    private final ResultJson json;
    private final SpokenLanguage language;
    private final Random random;
    private WordTimes times = new WordTimes();
    private String resultId = UUID.randomUUID().toString();
    private byte @Nullable [] before;
    private boolean silent;
    private boolean repeat;
    private boolean disorder;
    private Duration slower = Duration.ZERO;

    Results(StreamParameters parameters, ServiceTerms terms, ServiceReply reply, LongSupplier audioMs) {
        this.terms = terms;
        this.reply = reply;
        this.audioMs = audioMs;
        this.json = ResultJson.of(parameters);
        this.language = new SpokenLanguage(parameters);
        this.random = new Random(terms.seed() + parameters.sessionId().hashCode());
    }

    void heard(String text, long startMs, long endMs, boolean complete) {
        List<WordTimes.Word> words = times.update(text, startMs, endMs);
        if (!words.isEmpty() && !silent) {
            byte[] event = json.bytes(resultId, words, !complete, language.heard(words, complete));
            Latency latency = complete ? terms.finals() : terms.partials();
            send(event, latency, endMs);
            if (repeat) {
                send(event, Latency.NONE, endMs);
            }
            if (disorder && before != null) {
                send(before, Latency.NONE, endMs);
            }
            before = event;
        }
        if (complete) {
            times = new WordTimes();
            resultId = UUID.randomUUID().toString();
        }
    }

    void endWhenAllIsSaid() {
        if (!silent) {
            reply.later(LAST_WORDS, reply::end);
        }
    }

    void suffer(TranscribeFault fault) {
        switch (fault) {
            case TranscribeFault.FallSilent _ -> silent = true;
            case TranscribeFault.Slow(Duration by) -> slower = by;
            case TranscribeFault.Repeat _ -> repeat = true;
            case TranscribeFault.Disorder _ -> disorder = true;
            case TranscribeFault.Refuse _,
                    TranscribeFault.ExceptionEvent _,
                    TranscribeFault.Reset _,
                    TranscribeFault.CloseConnection _,
                    TranscribeFault.EndEarly _,
                    TranscribeFault.StopReading _ -> throw new IllegalArgumentException("Not a fault of results.");
        }
    }

    /// The delay counts from the last sample: what the recognizer itself took is part of it.
    private void send(byte[] event, Latency latency, long endMs) {
        Duration spent = Duration.ofMillis(Math.max(0, audioMs.getAsLong() - endMs));
        Duration rest = latency.sample(random).minus(spent);
        reply.later(rest.isNegative() ? slower : rest.plus(slower), () -> reply.event(TYPE, JSON, event));
    }
}
