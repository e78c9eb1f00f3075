package dev.pickup.local.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.call.CallId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Follows one call from the outside, until it is finalized, and tells what happens.
///
/// The exchange says what the caller does; the API says what the product makes of it. Both are asked again and again,
/// every [#PAUSE]. One thread.
public final class LiveCall {
    /// A call's end reaches the record within moments; only what the reconciler has to finish takes longer than this.
    static final Duration FINALIZED_WITHIN = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int LONGEST_CALL_POLLS = 10 * 60 * 60;

    private final PickupApi api;
    private final ExchangeControl exchange;
    private final Path recordings;
    private final Style style;
    private final Consumer<String> lines;

    /// @param recordings where the product keeps its recordings
    /// @param lines      takes each line that is to be shown
    public LiveCall(PickupApi api, ExchangeControl exchange, Path recordings, Style style, Consumer<String> lines) {
        this.api = api;
        this.exchange = exchange;
        this.recordings = recordings;
        this.style = style;
        this.lines = lines;
    }

    /// Follows the call that the exchange knows as `id`.
    ///
    /// @throws NoAnswerException the product or the exchange went away
    public CallEnd follow(String id) {
        Transcript transcript = new Transcript(style);
        int pollsAfterEnd = 0;
        for (int poll = 0; poll < LONGEST_CALL_POLLS; poll++) {
            CallersSide caller = CallersSide.of(exchange.carrier(), exchange.report(id));
            Optional<JsonNode> record = caller.call().map(CallId::value).flatMap(api::call);
            record.map(PickupApi::document)
                    .ifPresent(call -> transcript.advance(call).forEach(lines));
            if (record.map(PickupApi::document)
                    .filter(CallDocument::isFinalized)
                    .isPresent()) {
                return finalized(record.get());
            }
            if (caller.isOver() && pollsAfterEnd++ > polls(FINALIZED_WITHIN)) {
                return record.<CallEnd>map(CallEnd.Unfinished::new).orElseGet(() -> unanswered(caller));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            if (Thread.interrupted()) {
                return new CallEnd.Unanswered("Interrupted.");
            }
        }
        return new CallEnd.Unanswered("The call has gone on for two hours; no longer following it.");
    }

    private CallEnd finalized(JsonNode record) {
        Summary.of(PickupApi.document(record), api.baseUrl(), recordings, style).forEach(lines);
        return new CallEnd.Finalized(record);
    }

    private static CallEnd unanswered(CallersSide caller) {
        return new CallEnd.Unanswered("The call to " + caller.to() + " was not taken ("
                + caller.cause().orElse("no reason given") + "): call a number that has an agent, such as the demo's. "
                + caller.notes());
    }

    private static int polls(Duration limit) {
        return Math.toIntExact(limit.dividedBy(PAUSE));
    }
}
