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
import dev.pickup.functions.runtime.api.ApiRequest;
import dev.pickup.functions.runtime.api.ApiResponse;
import dev.pickup.functions.runtime.api.PageView;
import dev.pickup.functions.runtime.api.ProblemException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/// Calls: list, one with all that happened, its recording.
record CallRoutes(CallStore calls, UsageStore usage, RecordingSource recordings) {
    private static final String CALL = "call";

    ApiResponse list(ApiRequest request) {
        CallFilter filter = CallQuery.filter(request);
        return ApiResponse.ok(PageView.of(
                calls.list(request.account(), filter, request.limit(), request.query("next")), CallViews::header));
    }

    ApiResponse get(ApiRequest request) {
        CallDetail detail =
                calls.detail(request.account(), id(request)).orElseThrow(() -> ProblemException.notFound(CALL));
        return ApiResponse.ok(CallViews.detail(detail, charge(request.account(), detail.call())));
    }

    ApiResponse recording(ApiRequest request) {
        return calls.find(request.account(), id(request))
                .orElseThrow(() -> ProblemException.notFound(CALL))
                .closing()
                .recording()
                .flatMap(recordings::read)
                .map(wav -> ApiResponse.bytes("audio/wav", wav))
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

    private static CallId id(ApiRequest request) {
        try {
            return new CallId(request.path("callId"));
        } catch (IllegalArgumentException _) {
            throw ProblemException.notFound(CALL);
        }
    }
}
