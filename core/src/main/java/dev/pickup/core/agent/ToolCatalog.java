package dev.pickup.core.agent;

import dev.pickup.core.agent.Parameter.Form;
import dev.pickup.core.agent.Tool.RunsIn;
import dev.pickup.core.agent.Tool.Setting;
import java.util.List;
import java.util.Optional;

/// Every tool there is: the one definition that agents are checked against, models are told of, and the tools function
/// carries out.
public final class ToolCatalog {
    /// Setting of the calendar tools: length of an appointment.
    public static final String SLOT_MINUTES = "slotMinutes";

    /// Setting of the calendar tools: how far ahead one can book.
    public static final String DAYS_AHEAD = "daysAhead";

    /// Setting of the calendar tools: how many appointments may be at one time.
    public static final String AT_ONCE = "atOnce";

    private static final List<Setting> CALENDAR = List.of(
            new Setting(SLOT_MINUTES, "Length of an appointment in minutes", 5, 240, 30),
            new Setting(DAYS_AHEAD, "How many days ahead one can book", 1, 365, 60),
            new Setting(AT_ONCE, "How many appointments may be at one time", 1, 100, 1));

    public static final Tool CHECK_AVAILABILITY = new Tool(
            "check_availability",
            "Looks up which appointment times are free on a day. Use it before offering or promising any time.",
            List.of(
                    new Parameter("date", "The day, as YYYY-MM-DD", Form.DATE, true),
                    new Parameter(
                            "time",
                            "The time the caller would like, as HH:MM in 24-hour form; leave out to see the whole day",
                            Form.TIME,
                            false)),
            CALENDAR,
            RunsIn.FUNCTION);

    public static final Tool BOOK_APPOINTMENT = new Tool(
            "book_appointment",
            "Books an appointment. Use it only when the caller has agreed to the day and the time and given a name."
                    + " If the time is taken, the answer has others to offer.",
            List.of(
                    new Parameter("date", "The day, as YYYY-MM-DD", Form.DATE, true),
                    new Parameter("time", "The start, as HH:MM in 24-hour form", Form.TIME, true),
                    new Parameter("name", "The caller's name", Form.SHORT_TEXT, true),
                    new Parameter("service", "What it is for, in the caller's words", Form.SHORT_TEXT, false),
                    new Parameter("phone", "A number to call back, if not the one they call from", Form.PHONE, false)),
            CALENDAR,
            RunsIn.FUNCTION);

    public static final Tool TAKE_MESSAGE = new Tool(
            "take_message",
            "Leaves a message for the people of the business. Use it when you cannot help yourself or when asked to.",
            List.of(
                    new Parameter("message", "What to tell them, complete in itself", Form.LONG_TEXT, true),
                    new Parameter("name", "Who it is from", Form.SHORT_TEXT, false),
                    new Parameter("phone", "A number to call back, if not the one they call from", Form.PHONE, false)),
            List.of(),
            RunsIn.FUNCTION);

    public static final Tool END_CALL = new Tool(
            "end_call",
            "Hangs up. Use it only when the caller has said goodbye or clearly wants nothing more; say goodbye first.",
            List.of(),
            List.of(),
            RunsIn.CALL);

    /// All of them, in the order that people see.
    public static final List<Tool> ALL = List.of(CHECK_AVAILABILITY, BOOK_APPOINTMENT, TAKE_MESSAGE, END_CALL);

    private ToolCatalog() {}

    public static Optional<Tool> find(String name) {
        return ALL.stream().filter(tool -> tool.name().equals(name)).findFirst();
    }
}
