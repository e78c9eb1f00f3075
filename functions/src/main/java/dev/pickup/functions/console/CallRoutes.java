package dev.pickup.functions.console;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.call.Call;
import dev.pickup.core.call.CallDetail;
import dev.pickup.core.call.CallFilter;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.CallStore;
import dev.pickup.core.usage.UsageRecord;
import dev.pickup.core.usage.UsageRecordId;
import dev.pickup.core.usage.UsageStore;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/// Calls: list, one with all that happened, its recording.
record CallRoutes(CallStore calls, UsageStore usage, RecordingSource recordings) {
    private static final String CALL = "call";

    ConsoleResponse list(ConsoleRequest request) {
        CallFilter filter = CallQuery.filter(request);
        return ConsoleResponse.ok(PageView.of(
                calls.list(request.account(), filter, request.limit(), request.query("next")), CallViews::header));
    }

    ConsoleResponse get(ConsoleRequest request) {
        CallDetail detail =
                calls.detail(request.account(), id(request)).orElseThrow(() -> ProblemException.notFound(CALL));
        return ConsoleResponse.ok(CallViews.detail(detail, charge(request.account(), detail.call())));
    }

    ConsoleResponse recording(ConsoleRequest request) {
        return calls.find(request.account(), id(request))
                .orElseThrow(() -> ProblemException.notFound(CALL))
                .closing()
                .recording()
                .flatMap(recordings::read)
                .map(wav -> ConsoleResponse.bytes("audio/wav", wav))
                .orElseThrow(() -> ProblemException.notFound("recording"));
    }

    /// The record is written in the transaction that names it: it is there.
    private Optional<UsageRecord> charge(AccountId account, Call call) {
        return call.result()
                .flatMap(result -> result.usageRecordId().flatMap(id -> {
                    YearMonth month = YearMonth.from(call.closing()
                            .carrierEndedAt()
                            .orElse(result.finalizedAt())
                            .atZone(ZoneOffset.UTC));
                    return usage.find(account, month, new UsageRecordId(id));
                }));
    }

    private static CallId id(ConsoleRequest request) {
        try {
            return new CallId(request.path("callId"));
        } catch (IllegalArgumentException _) {
            throw ProblemException.notFound(CALL);
        }
    }
}
