package dev.pickup.media.model.receptionist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/// What callers say, as recognizers write it down. The tables are the specification.
class GrammarTest {
    private static final OpeningHours OFFICE = new OpeningHours(List.of(
            "Monday 09:00-17:00",
            "Tuesday 09:00-17:00",
            "Wednesday 09:00-17:00",
            "Thursday 09:00-17:00",
            "Friday 09:00-17:00",
            "Saturday closed",
            "Sunday closed"));

    @ParameterizedTest(name = "{0} is {1}")
    @CsvFileSource(resources = "days.psv", delimiter = '|', quoteCharacter = '`')
    void findsTheDay(String said, @Nullable LocalDate day) {
        assertThat(new DayGrammar(LocalDate.of(2026, 11, 23)).find(Words.of(said)))
                .isEqualTo(Optional.ofNullable(day));
    }

    @ParameterizedTest(name = "{0} is {1}, asked for a time: {2}")
    @CsvFileSource(resources = "times.psv", delimiter = '|', quoteCharacter = '`')
    void findsTheTime(String said, @Nullable LocalTime time, boolean askedFor) {
        assertThat(new TimeGrammar(OFFICE).find(Words.of(said), askedFor)).isEqualTo(Optional.ofNullable(time));
    }

    @ParameterizedTest(name = "{0} is {1}, asked for a name: {2}")
    @CsvFileSource(resources = "names.psv", delimiter = '|', quoteCharacter = '`')
    void findsTheName(String said, @Nullable String name, boolean askedFor) {
        assertThat(NameGrammar.find(Words.of(said), askedFor)).isEqualTo(Optional.ofNullable(name));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvFileSource(resources = "numbers.psv", delimiter = '|', quoteCharacter = '`')
    void findsThePhoneNumber(String said, @Nullable String number) {
        assertThat(PhoneGrammar.find(Words.of(said))).isEqualTo(Optional.ofNullable(number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "09:00|nine in the morning",
                "12:00|noon",
                "12:30|twelve thirty in the afternoon",
                "15:05|three oh five in the afternoon",
                "18:45|six forty five in the evening",
                "00:15|twelve fifteen in the morning",
            })
    void saysTimes(LocalTime time, String said) {
        assertThat(Spoken.time(time)).isEqualTo(said);
    }

    @Test
    void saysDaysAndDigits() {
        LocalDate today = LocalDate.of(2026, 11, 23);

        assertThat(Spoken.day(LocalDate.of(2026, 12, 1), today)).isEqualTo("Tuesday, December first");
        assertThat(Spoken.day(today.plusDays(1), today)).isEqualTo("tomorrow, Tuesday, November twenty fourth");
        assertThat(Spoken.digits("+14155550142")).isEqualTo("four one five, five five five, zero one four two");
    }

    @Test
    void saysTheHoursOfAnEveningRestaurant() {
        OpeningHours hours = new OpeningHours(List.of(
                "Monday closed",
                "Tuesday closed",
                "Wednesday 17:00-22:00",
                "Thursday 17:00-22:00",
                "Friday 12:00-14:30, 17:00-23:00",
                "Saturday closed",
                "Sunday 12:00-21:00"));

        assertThat(hours.spoken())
                .isEqualTo(
                        "We're open Wednesday and Thursday from five in the afternoon to ten in the evening, and Friday"
                                + " from noon to two thirty and from five in the afternoon to eleven in the evening, and Sunday"
                                + " from noon to nine in the evening. We're closed on Monday and Tuesday and Saturday.");
        assertThat(new TimeGrammar(hours).find(Words.of("at seven"), false)).contains(LocalTime.of(19, 0));
    }
}
