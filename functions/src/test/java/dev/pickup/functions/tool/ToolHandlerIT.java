package dev.pickup.functions.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.Agent;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.agent.AgentTemplates;
import dev.pickup.core.message.CallerMessage;
import dev.pickup.core.state.Database;
import dev.pickup.core.state.DynamoDbAgentStore;
import dev.pickup.core.state.DynamoDbAppointmentStore;
import dev.pickup.core.state.DynamoDbCallerMessageStore;
import dev.pickup.core.state.DynamoDbToolAnswerStore;
import dev.pickup.functions.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class ToolHandlerIT {
    /// Monday, 10:00 in New York, where the clinic is.
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    private static final String TUESDAY = "2026-11-24";

    private final AccountId account = TestDatabase.newAccount();
    private final AgentId clinic = new AgentId("agt_clinic");
    private final DynamoDbAppointmentStore appointments;
    private final DynamoDbCallerMessageStore messages;
    private final ToolHandler handler;

    ToolHandlerIT(Database database) {
        DynamoDbAgentStore agents = new DynamoDbAgentStore(database);
        agents.create(new Agent(account, clinic, 1, AgentTemplates.CLINIC.settings(), NOW, NOW));
        agents.create(new Agent(account, new AgentId("agt_office"), 1, AgentTemplates.GENERIC.settings(), NOW, NOW));
        appointments = new DynamoDbAppointmentStore(database);
        messages = new DynamoDbCallerMessageStore(database);
        ToolDesk desk = new ToolDesk(agents, new DynamoDbToolAnswerStore(database), appointments, messages);
        handler = new ToolHandler(desk, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void aFreeTimeIsSaidToBeFree() {
        Map<String, Object> result = ok(run("i1", "check_availability", Map.of("date", TUESDAY, "time", "15:00")));

        assertThat(result)
                .containsEntry("available", true)
                .containsEntry("date", TUESDAY)
                .containsEntry("time", "15:00")
                .containsEntry("weekday", "Tuesday")
                .containsEntry("say", "Tuesday, November 24 at 3 PM is free.");
    }

    @Test
    void aDayIsToldByItsFreeTimes() {
        Map<String, Object> result = ok(run("i1", "check_availability", Map.of("date", TUESDAY, "time", "")));

        assertThat(times(result)).startsWith("08:30", "09:00").endsWith("17:00").doesNotContain("12:30", "13:00");
        assertThat(result.get("say")).isEqualTo("Tuesday, November 24 has 8:30 AM, 11 AM, 2:30 PM and 5 PM free.");
    }

    @Test
    void aClosedDayNamesTheNextThatIsOpen() {
        Map<String, Object> result = ok(run("i1", "check_availability", Map.of("date", "2026-11-28", "time", "10:00")));

        assertThat(result)
                .containsEntry("available", false)
                .containsEntry("reason", "closed")
                .containsEntry("nextDate", "2026-11-30");
    }

    @Test
    void aBookedTimeIsTakenForOthers() {
        assertThat(ok(run("i1", "book_appointment", booking("15:00"))))
                .containsEntry("booked", true)
                .containsEntry("say", "Booked for Tuesday, November 24 at 3 PM.");

        assertThat(ok(run("i2", "check_availability", Map.of("date", TUESDAY, "time", "15:00"))))
                .containsEntry("available", false)
                .containsEntry("reason", "taken")
                .containsEntry("times", List.of("14:00", "14:30", "15:30"));
        Map<String, Object> second = run("i3", "book_appointment", booking("15:15"));
        assertThat(second.get("outcome")).isEqualTo("refused");
        assertThat(result(second)).containsEntry("booked", false).containsEntry("reason", "taken");
        assertThat(booked()).containsExactly("15:00 Ada");
    }

    @Test
    void aRepeatedInvocationGetsTheSameAnswerAndBooksOnce() {
        Map<String, Object> first = run("i1", "book_appointment", booking("15:00"));
        Map<String, Object> repeat = run("i1", "book_appointment", booking("15:00"));
        Map<String, Object> refused = run("i2", "book_appointment", booking("15:00"));

        assertThat(repeat).isEqualTo(first);
        assertThat(run("i2", "book_appointment", booking("15:00"))).isEqualTo(refused);
        assertThat(booked()).containsExactly("15:00 Ada");
    }

    @Test
    void ofManyCallsThatWantTheSameTimeOneGetsIt() throws Exception {
        List<Callable<Map<String, Object>>> wanted = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String call = "call_" + i;
            wanted.add(() -> run(call, "i1", "book_appointment", booking("15:00")));
        }
        List<Object> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Map<String, Object>> answer : threads.invokeAll(wanted)) {
                outcomes.add(answer.get().get("outcome"));
            }
        }

        assertThat(outcomes).containsOnlyOnce("ok").containsOnly("ok", "refused");
        assertThat(booked()).containsExactly("15:00 Ada");
    }

    @Test
    void whatCannotBeBookedIsRefusedWithTheReason() {
        assertThat(reason(Map.of("date", TUESDAY, "time", "12:45", "name", "Ada")))
                .isEqualTo("closed");
        assertThat(reason(Map.of("date", TUESDAY, "time", "17:15", "name", "Ada")))
                .isEqualTo("closed");
        assertThat(reason(Map.of("date", TUESDAY, "time", "15:07", "name", "Ada")))
                .isEqualTo("closed");
        assertThat(reason(Map.of("date", "2026-11-23", "time", "09:30", "name", "Ada")))
                .isEqualTo("past");
        assertThat(reason(Map.of("date", "2027-06-01", "time", "09:30", "name", "Ada")))
                .isEqualTo("too-far");
        assertThat(booked()).isEmpty();
    }

    @Test
    void aMessageIsKeptOnce() {
        Map<String, Object> arguments = Map.of("message", "Please call back.", "name", "Ada", "phone", "555 0100");
        run("i1", "take_message", arguments);
        Map<String, Object> result = ok(run("i1", "take_message", arguments));

        assertThat(result).containsEntry("recorded", true);
        assertThat(messages.list(account, 10, Optional.empty()).items())
                .extracting(CallerMessage::text)
                .containsExactly("Please call back.");
    }

    @Test
    void aToolThatTheAgentDoesNotHaveIsRefused() {
        assertThat(result(run("i1", "fly", Map.of()))).containsEntry("error", "tool-not-allowed");
        assertThat(result(run("i2", "end_call", Map.of()))).containsEntry("error", "tool-not-allowed");
        Map<String, Object> event = event("call_1", "i3", "book_appointment", booking("15:00"));
        event.put("agentId", "agt_office");
        assertThat(result(handler.handleRequest(event, null))).containsEntry("error", "tool-not-allowed");
        event.put("agentId", "agt_clinic");
        event.put("agentVersion", 2);
        event.put("invocationId", "i4");
        assertThat(result(handler.handleRequest(event, null))).containsEntry("error", "tool-not-allowed");
    }

    @Test
    void wrongArgumentsAreNamedForTheModelToMend() {
        Map<String, Object> answer = run("i1", "book_appointment", Map.of("date", "tomorrow", "time", "15:00"));

        assertThat(answer.get("outcome")).isEqualTo("refused");
        assertThat(result(answer))
                .containsEntry("error", "arguments-invalid")
                .containsEntry("say", "`date` must be a date written YYYY-MM-DD. `name` is missing.");
    }

    @Test
    void aRequestThatIsNoneIsAFault() {
        Map<String, Object> event = event("call_1", "i1", "take_message", Map.of());
        event.remove("agentVersion");

        assertThatThrownBy(() -> handler.handleRequest(event, null)).isInstanceOf(IllegalArgumentException.class);
    }

    private String reason(Map<String, Object> arguments) {
        Map<String, Object> answer = run("i-" + arguments.hashCode(), "book_appointment", arguments);
        assertThat(answer.get("outcome")).isEqualTo("refused");
        return (String) result(answer).get("reason");
    }

    private static Map<String, Object> booking(String time) {
        return Map.of("date", TUESDAY, "time", time, "name", "Ada", "service", "check-up");
    }

    private List<String> booked() {
        return appointments.on(account, clinic, LocalDate.parse(TUESDAY)).stream()
                .map(a -> a.start() + " " + a.name())
                .toList();
    }

    private Map<String, Object> run(String invocation, String tool, Map<String, Object> arguments) {
        return run("call_1", invocation, tool, arguments);
    }

    private Map<String, Object> run(String call, String invocation, String tool, Map<String, Object> arguments) {
        return handler.handleRequest(event(call, invocation, tool, arguments), null);
    }

    private Map<String, Object> event(String call, String invocation, String tool, Map<String, Object> arguments) {
        return new HashMap<>(Map.of(
                "accountId", account.value(),
                "callId", call,
                "agentId", "agt_clinic",
                "agentVersion", 1,
                "invocationId", invocation,
                "tool", tool,
                "arguments", arguments));
    }

    private static Map<String, Object> ok(Map<String, Object> answer) {
        assertThat(answer.get("outcome")).isEqualTo("ok");
        return result(answer);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> result(Map<String, Object> answer) {
        return (Map<String, Object>) answer.get("result");
    }

    @SuppressWarnings("unchecked")
    private static List<String> times(Map<String, Object> result) {
        return (List<String>) result.get("times");
    }
}
