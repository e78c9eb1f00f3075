package dev.pickup.functions.byop;

import dev.pickup.core.number.NumberStore;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.functions.runtime.api.ApiRequest;
import dev.pickup.functions.runtime.api.ApiResponse;
import dev.pickup.functions.runtime.api.ProblemException;
import java.util.List;
import java.util.Optional;

/// The test of one number, managed or brought.
record NumberTestRoutes(NumberStore numbers, NumberTester tester) {
    ApiResponse test(ApiRequest request) {
        String e164 = request.path("e164").replace("%2B", "+");
        return Optional.of(e164)
                .filter(PhoneNumber::isE164)
                .flatMap(text -> numbers.find(request.account(), new PhoneNumber(text)))
                .map(tester::test)
                .map(checks ->
                        ApiResponse.ok(new TestView(e164, checks.stream().noneMatch(NumberCheck::isFailed), checks)))
                .orElseThrow(() -> ProblemException.notFound("number"));
    }

    /// @param passed nothing failed; some of it may be unknown
    record TestView(String phoneNumber, boolean passed, List<NumberCheck> checks) {}
}
