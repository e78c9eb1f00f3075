package dev.pickup.functions.console;

import dev.pickup.core.agent.AgentId;
import dev.pickup.core.call.CallFilter;
import dev.pickup.core.call.CallOutcome;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.functions.runtime.api.ApiRequest;
import dev.pickup.functions.runtime.api.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/// Which calls a request asks for.
final class CallQuery {
    private CallQuery() {}

    static CallFilter filter(ApiRequest request) {
        return new CallFilter(
                parsed(request, "from", text -> instant(text, 0), "Use a date or a time like 2026-11-01T09:00:00Z."),
                parsed(request, "to", text -> instant(text, 1), "Use a date or a time like 2026-11-01T09:00:00Z."),
                parsed(request, "agent", AgentId::new, "Use the id of an agent."),
                // an unescaped plus sign arrives as a space
                parsed(
                        request,
                        "number",
                        text -> new PhoneNumber(text.replace(' ', '+')),
                        "Use a number like +14155550100, its plus sign written %2B."),
                parsed(
                        request,
                        "outcome",
                        text -> CallOutcome.of(text).orElseThrow(IllegalArgumentException::new),
                        "Use one of the outcomes in the API's definition."),
                request.query("q").map(String::strip).filter(words -> !words.isEmpty()));
    }

    /// @param days added to a mere date: 1 makes it mean its end
    private static Instant instant(String text, int days) {
        return text.length() == "2026-11-01".length()
                ? LocalDate.parse(text)
                        .plusDays(days)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
    }

    private static <T> Optional<T> parsed(ApiRequest request, String name, Function<String, T> parse, String expected) {
        return request.query(name).map(text -> {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException | DateTimeException _) {
                throw ProblemException.invalid(name, expected);
            }
        });
    }
}
