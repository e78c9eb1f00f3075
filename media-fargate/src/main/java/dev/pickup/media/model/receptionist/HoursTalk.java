package dev.pickup.media.model.receptionist;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/// Says when the business is open.
final class HoursTalk {
    private final Briefing briefing;
    private final OpeningHours hours;

    HoursTalk(Briefing briefing) {
        this.briefing = briefing;
        this.hours = briefing.hours();
    }

    /// Answers "when are you open", "are you open on Sunday", "do you close at six today".
    Answer answer(Words words) {
        if (!hours.areKnown()) {
            return Answer.say("I'm afraid I don't have the opening hours here.");
        }
        Optional<LocalTime> time = new TimeGrammar(hours).find(words, false);
        if (words.has("now|right now|currently|at the moment|still open")) {
            return onDay(briefing.today(), Optional.of(briefing.now().toLocalTime()), true);
        }
        boolean yesOrNo = words.has("are you|is it|are we|you're|are they|is the [a-z]+") && !words.has("when|what");
        Optional<LocalDate> day = new DayGrammar(briefing.today()).find(words);
        if (words.has("weekends?")) {
            return Answer.say(weekend());
        }
        return day.map(on -> onDay(on, time, yesOrNo)).orElseGet(() -> Answer.say(hours.spoken()));
    }

    private Answer onDay(LocalDate day, Optional<LocalTime> time, boolean yesOrNo) {
        String on = name(day);
        if (!hours.isOpen(day)) {
            String next = hours.nextOpenDay(day)
                    .map(open -> " We're open again on " + Spoken.weekday(open.getDayOfWeek()) + ", "
                            + hours.spoken(open.getDayOfWeek()) + ".")
                    .orElse("");
            return Answer.say((yesOrNo ? "No, we're closed " : "We're closed ") + on + "." + next);
        }
        boolean open = time.map(at -> hours.isOpen(day, at)).orElse(true);
        String lead = !yesOrNo ? "" : open ? "Yes, " : "No, not at that time. ";
        String sentence = on + " we're open " + hours.spoken(day.getDayOfWeek()) + ".";
        return Answer.say(lead.endsWith(", ") ? lead + sentence : lead + capitalized(sentence));
    }

    private String weekend() {
        LocalDate saturday = briefing.today().with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
        LocalDate sunday = saturday.plusDays(1);
        if (!hours.isOpen(saturday) && !hours.isOpen(sunday)) {
            return "No, we're closed on weekends. " + hours.spoken();
        }
        return onDay(saturday, Optional.empty(), true).text() + " "
                + onDay(sunday, Optional.empty(), false).text();
    }

    private String name(LocalDate day) {
        if (day.equals(briefing.today())) {
            return "today";
        }
        return day.equals(briefing.today().plusDays(1)) ? "tomorrow" : "on " + Spoken.weekday(day.getDayOfWeek());
    }

    private static String capitalized(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
