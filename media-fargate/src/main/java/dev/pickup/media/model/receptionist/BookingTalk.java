package dev.pickup.media.model.receptionist;

import dev.pickup.media.model.receptionist.Notes.Asked;
import dev.pickup.media.model.receptionist.Notes.Topic;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Books an appointment: finds out day, time and name in any order, lets the calendar check and book, and says
/// what came of it.
final class BookingTalk {
    private static final String CHECK = "check_availability";
    private static final String BOOK = "book_appointment";
    private static final int MAX_OFFERS = 3;

    private final Briefing briefing;
    private final OpeningHours hours;
    private final Notes notes;
    private final BookingWishes wishes;
    private final MessageTalk message;

    BookingTalk(Briefing briefing, Notes notes, MessageTalk message) {
        this.briefing = briefing;
        this.hours = briefing.hours();
        this.notes = notes;
        this.wishes = new BookingWishes(briefing, notes);
        this.message = message;
    }

    /// True when a day or a time is named that can only be for a booking.
    boolean mentioned(Words words) {
        return briefing.may(BOOK) && wishes.nameDayOrTime(words);
    }

    /// The caller wants to book, or names a day or a time.
    Answer hear(Words words) {
        if (!briefing.may(BOOK)) {
            return message.offer("I can't book from here, but the team will call you back.");
        }
        boolean begins = notes.topic != Topic.BOOKING;
        notes.topic = Topic.BOOKING;
        wishes.write(words);
        Answer answer = next();
        return begins && !answer.text().startsWith("I'm") && answer.tool().isEmpty() ? answer.after("Sure.") : answer;
    }

    /// The caller goes on about the booking; empty when nothing in it was understood.
    Optional<Answer> goOn(Words words) {
        if (wishes.write(words)) {
            return Optional.of(next());
        }
        if (words.count() <= 4 && Intent.NO.in(words) && notes.asked != Asked.NAME) {
            wishes.takeBack();
            return Optional.of(next().after("All right."));
        }
        if (Intent.YES.isAllOf(words) && notes.offered.size() == 1) {
            wishes.choose(notes.offered.getFirst());
            return Optional.of(next());
        }
        return Optional.empty();
    }

    /// Asks for what is missing, or has the calendar do its part.
    Answer next() {
        if (notes.day.isEmpty()) {
            return ask(
                    Asked.DAY,
                    notes.time
                            .map(time -> "Which day would you like to come at " + Spoken.time(time) + "?")
                            .orElse("Which day would you like to come?"));
        }
        LocalDate day = notes.day.get();
        if (hours.areKnown() && !hours.isOpen(day)) {
            return closed(day);
        }
        return notes.time.map(time -> atTime(day.atTime(time))).orElseGet(() -> withoutTime(day));
    }

    private Answer closed(LocalDate day) {
        String sorry = "I'm sorry, we're closed on " + Spoken.weekday(day.getDayOfWeek()) + ". ";
        notes.day = hours.nextOpenDay(day);
        return ask(
                Asked.WHETHER_DAY,
                notes.day
                        .map(open -> sorry + "How about " + Spoken.day(open, briefing.today()) + "?")
                        .orElse(sorry + "Which other day would you like?"));
    }

    private Answer withoutTime(LocalDate day) {
        if (notes.part.isPresent() && briefing.may(CHECK)) {
            return Answer.ask("Let me check.", CHECK, Map.of("date", day.toString()));
        }
        String on = Spoken.weekday(day.getDayOfWeek());
        String open = hours.areKnown() ? "On " + on + " we're open " + hours.spoken(day.getDayOfWeek()) + ". " : "";
        return ask(Asked.TIME, open + "What time would you like to come" + (open.isEmpty() ? " on " + on : "") + "?");
    }

    private Answer atTime(LocalDateTime start) {
        LocalDate day = start.toLocalDate();
        if (hours.areKnown() && !hours.isOpen(day, start.toLocalTime())) {
            notes.time = Optional.empty();
            return ask(
                    Asked.TIME,
                    "I'm sorry, we're closed at " + Spoken.time(start.toLocalTime()) + ". On "
                            + Spoken.weekday(day.getDayOfWeek()) + " we're open " + hours.spoken(day.getDayOfWeek())
                            + ". What time would you like?");
        }
        if (start.isBefore(briefing.now())) {
            notes.time = Optional.empty();
            return ask(Asked.TIME, "I'm sorry, that time has passed. What other time would you like?");
        }
        if (!notes.free.equals(Optional.of(start)) && briefing.may(CHECK)) {
            return Answer.ask(
                    "Let me check.",
                    CHECK,
                    Map.of("date", day.toString(), "time", start.toLocalTime().toString()));
        }
        return notes.name
                .map(name -> book(start, name))
                .orElseGet(() -> ask(Asked.NAME, "What name should I put it under?"));
    }

    private Answer book(LocalDateTime start, String name) {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("date", start.toLocalDate().toString());
        arguments.put("time", start.toLocalTime().toString());
        arguments.put("name", name);
        notes.service.ifPresent(service -> arguments.put("service", service));
        notes.phone.ifPresent(phone -> arguments.put("phone", phone));
        notes.asked = Asked.NOTHING;
        return Answer.ask("Thank you, one moment.", BOOK, arguments);
    }

    /// The calendar said what is free.
    Answer availability(ToolReport report) {
        if (report.hasFailed() || notes.day.isEmpty()) {
            return message.offer("I'm sorry, I can't see the calendar right now.");
        }
        LocalDate day = notes.day.get();
        if (notes.time.isEmpty()) {
            return offerOf(day, report);
        }
        LocalDateTime wanted = day.atTime(notes.time.get());
        if (report.isGood()) {
            notes.free = Optional.of(wanted);
            String free = Spoken.day(day, briefing.today()) + ", at " + Spoken.time(wanted.toLocalTime()) + " is free.";
            return next().after(Spoken.sentence(free));
        }
        return taken(wanted, report);
    }

    /// The calendar booked, or did not.
    Answer booked(ToolReport report) {
        if (notes.day.isEmpty() || notes.time.isEmpty() || report.hasFailed()) {
            notes.finishTopic();
            return message.offer("I'm sorry, I could not book that just now.");
        }
        LocalDateTime start = notes.day.get().atTime(notes.time.get());
        if (!report.isGood()) {
            return taken(start, report);
        }
        String name = notes.name.map(each -> ", " + each).orElse("");
        notes.finishTopic();
        notes.booked = true;
        return Answer.say("You're booked" + name + ", for " + Spoken.day(start.toLocalDate(), briefing.today())
                + ", at " + Spoken.time(start.toLocalTime()) + ". Is there anything else I can do for you?");
    }

    private Answer taken(LocalDateTime wanted, ToolReport report) {
        notes.time = Optional.empty();
        notes.free = Optional.empty();
        notes.part = Optional.empty();
        List<LocalDateTime> others = report.times(wanted.toLocalDate()).stream()
                .filter(other -> !other.equals(wanted))
                .sorted(Comparator.comparingLong(other -> distance(other, wanted)))
                .limit(MAX_OFFERS)
                .sorted()
                .toList();
        return offer(report.refusal(Spoken.time(wanted.toLocalTime())), others, wanted.toLocalDate());
    }

    /// Offers times of a day, of which the caller may have named a part.
    private Answer offerOf(LocalDate day, ToolReport report) {
        List<LocalDateTime> free = report.times(day);
        PartOfDay part = notes.part.orElse(PartOfDay.ANY);
        List<LocalDateTime> fitting =
                free.stream().filter(time -> part.holds(time.toLocalTime())).toList();
        notes.part = Optional.empty();
        String on = Spoken.weekday(day.getDayOfWeek());
        if (!report.isGood()) {
            return offer(report.refusal(on), spread(free), day);
        }
        return fitting.isEmpty()
                ? offer("I have nothing free " + part.spoken() + " on " + on + ".", spread(free), day)
                : offer("", spread(fitting), day);
    }

    private Answer offer(String before, List<LocalDateTime> offers, LocalDate day) {
        notes.offered = offers;
        if (offers.isEmpty()) {
            notes.day = Optional.empty();
            return ask(Asked.DAY, before + " Which other day would you like?");
        }
        LocalDate on = offers.getFirst().toLocalDate();
        notes.day = Optional.of(on);
        String lead = on.equals(day) ? "I have " : "On " + Spoken.day(on, briefing.today()) + ", I have ";
        String times = Spoken.eitherTime(
                offers.stream().map(LocalDateTime::toLocalTime).toList());
        String question = offers.size() == 1 ? ". Would you like that?" : ". Which would you like?";
        return ask(Asked.TIME, (before + " " + lead + times + question).strip());
    }

    /// A few of many: the first, the last and one between.
    private static List<LocalDateTime> spread(List<LocalDateTime> times) {
        if (times.size() <= MAX_OFFERS) {
            return times;
        }
        List<LocalDateTime> few = new ArrayList<>();
        for (int i = 0; i < MAX_OFFERS; i++) {
            few.add(times.get(i * (times.size() - 1) / (MAX_OFFERS - 1)));
        }
        return few;
    }

    private static long distance(LocalDateTime a, LocalDateTime b) {
        return Math.abs(Duration.between(a, b).toMinutes());
    }

    /// Asks the open question again.
    Answer reminder() {
        return Answer.say(
                switch (notes.asked) {
                    case TIME ->
                        notes.offered.isEmpty() ? "What time would you like?" : "Which of the times would you like?";
                    case NAME -> "What name should I put the booking under?";
                    case WHETHER_DAY -> "Would that day suit you?";
                    case NOTHING, ANYTHING_ELSE, DAY, MESSAGE, WHETHER_MESSAGE, WHETHER_NUMBER_IS_RIGHT ->
                        "Which day would you like to come?";
                });
    }

    /// Asks it a third time, and shows how to answer.
    Answer example() {
        return Answer.say(
                switch (notes.asked) {
                    case TIME -> "I'm sorry, I need a time. You can say, for example, at ten in the morning.";
                    case NAME -> "I'm sorry, I didn't get the name. Could you say it again, or spell it?";
                    case WHETHER_DAY -> "I'm sorry, please say yes, or tell me another day.";
                    case NOTHING, ANYTHING_ELSE, DAY, MESSAGE, WHETHER_MESSAGE, WHETHER_NUMBER_IS_RIGHT ->
                        "I'm sorry, I need a day. You can say, for example, tomorrow, or Tuesday.";
                });
    }

    private Answer ask(Asked what, String question) {
        notes.asked = what;
        return Answer.say(question);
    }
}
