package dev.pickup.media.model.receptionist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.model.receptionist.Notes.Asked;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingWishesTest {
    /// A Tuesday.
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 24, 10, 0);

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    private final Notes notes = new Notes();
    private final BookingWishes wishes = new BookingWishes(
            new Briefing("the clinic", new Facts(Map.of()), new OpeningHours(List.of()), NOW, Set.of()), notes);

    @Test
    void dayAndTimeAreWrittenDownInAnyOrder() {
        assertThat(wishes.write(words("at three in the afternoon"))).isTrue();
        assertThat(wishes.write(words("on Friday please"))).isTrue();

        assertThat(notes.day).contains(FRIDAY);
        assertThat(notes.time).contains(LocalTime.of(15, 0));
    }

    @Test
    void whatSaysNothingAboutABookingChangesNothing() {
        notes.offered = List.of(FRIDAY.atTime(9, 0));

        assertThat(wishes.write(words("well you see"))).isFalse();
        assertThat(notes.offered).hasSize(1);
        assertThat(notes.day).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"the second one, 11", "the last one please, 15", "the earliest, 9", "eleven o'clock, 11"})
    void oneOfTheTimesThatWereOfferedIsChosenByItsPlaceOrItsName(String said, int hour) {
        notes.offered = List.of(FRIDAY.atTime(9, 0), FRIDAY.atTime(11, 0), FRIDAY.atTime(15, 0));
        notes.asked = Asked.TIME;

        assertThat(wishes.write(words(said))).isTrue();
        assertThat(notes.free).contains(FRIDAY.atTime(hour, 0));
        assertThat(notes.day).contains(FRIDAY);
        assertThat(notes.time).contains(LocalTime.of(hour, 0));
        assertThat(notes.offered).isEmpty();
    }

    @Test
    void anotherDayMakesTheOffersVoid() {
        notes.offered = List.of(FRIDAY.atTime(9, 0));

        wishes.write(words("rather on Monday"));

        assertThat(notes.offered).isEmpty();
        assertThat(notes.day).contains(LocalDate.of(2026, 11, 30));
    }

    @Test
    void aPartOfTheDayTakesTheTimeBack() {
        wishes.write(words("at nine"));
        wishes.write(words("in the afternoon"));

        assertThat(notes.time).isEmpty();
        assertThat(notes.part).isPresent();
    }

    private static Words words(String said) {
        return Words.of(said);
    }
}
