package dev.pickup.media.model.receptionist;

import dev.pickup.media.model.receptionist.Notes.Asked;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// What a caller wants of a booking, written down as it is said: day, time and name in any order, or which of the times
/// that were offered.
final class BookingWishes {
    private final Briefing briefing;
    private final OpeningHours hours;
    private final Notes notes;

    BookingWishes(Briefing briefing, Notes notes) {
        this.briefing = briefing;
        this.hours = briefing.hours();
        this.notes = notes;
    }

    /// Whether a day or a time is named.
    boolean nameDayOrTime(Words words) {
        return new DayGrammar(briefing.today()).find(words).isPresent()
                || new TimeGrammar(hours).find(words, false).isPresent();
    }

    /// Writes down what `words` say about the booking; false when that is nothing.
    boolean write(Words words) {
        Optional<LocalDateTime> choice = choice(words);
        choice.ifPresent(this::choose);
        Optional<LocalDate> day = choice.isPresent() ? Optional.empty() : new DayGrammar(briefing.today()).find(words);
        boolean timeExpected =
                notes.asked == Asked.TIME && PhoneGrammar.find(words).isEmpty();
        Optional<LocalTime> time =
                choice.isPresent() ? Optional.empty() : new TimeGrammar(hours).find(words, timeExpected);
        Optional<PartOfDay> part = choice.isPresent() || time.isPresent() ? Optional.empty() : PartOfDay.find(words);
        boolean nameExpected = notes.asked == Asked.NAME && day.isEmpty() && time.isEmpty();
        Optional<String> name = NameGrammar.find(words, nameExpected);
        Optional<String> phone = PhoneGrammar.find(words);
        Optional<String> service = briefing.facts().service(words);
        boolean changed = !day.or(() -> notes.day).equals(notes.day)
                || !time.or(() -> notes.time).equals(notes.time);
        if (changed) {
            notes.offered = List.of();
        }
        notes.day = day.or(() -> notes.day);
        notes.time = time.or(() -> part.isPresent() ? Optional.empty() : notes.time);
        notes.part = part.or(() -> notes.part);
        notes.name = name.or(() -> notes.name);
        notes.phone = phone.or(() -> notes.phone);
        notes.service = service.or(() -> notes.service);
        return choice.isPresent() || day.isPresent() || time.isPresent() || part.isPresent() || name.isPresent();
    }

    /// "The second one", "the later", or one of the offered times.
    private Optional<LocalDateTime> choice(Words words) {
        if (notes.offered.isEmpty()) {
            return Optional.empty();
        }
        if (words.has("second")) {
            return notes.offered.stream().skip(1).findFirst();
        }
        if (words.has("last|later|latest|third")) {
            return Optional.of(notes.offered.getLast());
        }
        if (words.has("first|earlier|earliest|either|any|former|that one")) {
            return Optional.of(notes.offered.getFirst());
        }
        Optional<LocalTime> time = new TimeGrammar(hours).find(words, true);
        return notes.offered.stream()
                .filter(offer -> time.equals(Optional.of(offer.toLocalTime())))
                .findFirst();
    }

    /// This one of the times that the calendar has free.
    void choose(LocalDateTime time) {
        notes.day = Optional.of(time.toLocalDate());
        notes.time = Optional.of(time.toLocalTime());
        notes.free = Optional.of(time);
        notes.offered = List.of();
    }

    /// None of it: another day, another time.
    void takeBack() {
        notes.day = Optional.empty();
        notes.time = Optional.empty();
        notes.offered = List.of();
    }
}
