package dev.pickup.media.speaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenFormTest {
    private final SpokenForm form = new SpokenForm("en-US", Map.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It is $49.95.                | It is forty-nine dollars and ninety-five cents.
            That is $1                   | That is one dollar
            $1,250 in all                | one thousand two hundred fifty dollars in all
            Only $0.50 more              | Only fifty cents more
            $10-$20                      | ten dollars to twenty dollars
            $3.5 million                 | three point five million dollars
            A $2M house                  | A two million dollars house
            €20 or £15.50                | twenty euros or fifteen pounds and fifty pence
            USD 40                       | forty dollars
            About 20%                    | About twenty percent
            98.6°F                       | ninety-eight point six degrees Fahrenheit
            It takes 30 min.             | It takes thirty minutes.
            It takes 1 hr                | It takes one hour
            5 mg a day                   | five milligrams a day
            900 sq ft                    | nine hundred square feet
            """)
    void amounts(String written, String said) {
        assertThat(form.of(written)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            At 3:30 pm                   | At three thirty p m
            At 3pm                       | At three p m
            From 9:00 to 17:00           | From nine o'clock to five p m
            At 10:05                     | At ten oh five
            9am-5pm                      | nine a m to five p m
            9:00 AM – 5:30 PM            | nine a m to five thirty p m
            Mon-Fri 9-5                  | Monday to Friday nine to five
            Open Tue, Wed and Thurs      | Open Tuesday, Wednesday and Thursday
            We sat in the sun            | We sat in the sun
            On 2026-11-24                | On November twenty-fourth
            On 11/24/2026                | On November twenty-fourth, twenty twenty-six
            On 3/14                      | On March fourteenth
            On Nov. 24, 2026             | On November twenty-fourth, twenty twenty-six
            On November 3rd              | On November third
            On the 3 March list          | On the the third of March list
            In 2026                      | In twenty twenty-six
            In May we may close          | In May we may close
            We are open 24/7             | We are open twenty-four seven
            The 3rd floor                | The third floor
            """)
    void datesAndTimes(String written, String said) {
        assertThat(form.of(written)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Call 415-555-0142.           | Call four one five, five five five, zero one four two.
            Call (415) 555-0142          | Call four one five, five five five, zero one four two
            Call +14155550142            | Call four one five, five five five, zero one four two
            Call 1-415-555-0142          | Call four one five, five five five, zero one four two
            Call 1-800-555-0199          | Call one, eight hundred, five five five, zero one nine nine
            Call 555-0142                | Call five five five, zero one four two
            Call +44 20 7946 0958        | Call plus four four, two zero, seven nine four six, zero nine five eight
            Call 415-555-0142 ext. 12    | Call four one five, five five five, zero one four two extension one two
            Write to info@example.com    | Write to info at example dot com
            Or sarah_j.99@my-clinic.org  | Or sarah underscore j dot nine nine at my dash clinic dot org
            See www.example.com          | See w w w dot example dot com
            See https://example.com/book | See example dot com slash book
            See https://example.com/a-b/?id=7 | See example dot com slash a dash b
            See example.com.             | See example dot com.
            12 Main St.                  | twelve Main Street
            12 Main St, Apt 4            | twelve Main Street, Apartment four
            5 Oak Ave and Hill Rd        | five Oak Avenue and Hill Road
            St. Mary and Dr. Lee         | Saint Mary and Doctor Lee
            Mrs. Jones, Mr. Smith        | Missus Jones, Mister Smith
            """)
    void addresses(String written, String said) {
        assertThat(form.of(written)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Room 12                      | Room twelve
            Order 48291                  | Order four eight two nine one
            Your code is 4821            | Your code is four eight two one
            Room 1204                    | Room one two zero four
            1,204 people                 | one thousand two hundred four people
            2,500,000                    | two million five hundred thousand
            #5 and No. 6                 | number five and number six
            It is -5 outside             | It is minus five outside
            Ages 3-5                     | Ages three to five
            3.14                         | three point one four
            1/2 an hour                  | one half an hour
            2 1/2 hours                  | two and a half hours
            007                          | zero zero seven
            A & B                        | A and B
            and/or                       | and or or
            ~30 people                   | about thirty people
            Great! 😀👍                   | Great!
            Nothing to change            | Nothing to change
            A well-known follow-up       | A well-known follow-up
            """)
    void numbersAndSigns(String written, String said) {
        assertThat(form.of(written)).isEqualTo(said);
    }

    @Test
    void theAgentsPronunciationsComeFirst() {
        SpokenForm named = new SpokenForm("en-US", Map.of("Dr. Nguyen", "Doctor Win", "AC", "A C", "Nguyen", "Wen"));

        assertThat(named.of("Dr. Nguyen fixed the AC, not the backup."))
                .isEqualTo("Doctor Win fixed the A C, not the backup.");
    }

    @Test
    void aPronunciationMayHoldAnySign() {
        assertThat(new SpokenForm("en-US", Map.of("C++", "see plus plus", "cash", "$1 bills")).of("C++ for cash"))
                .isEqualTo("see plus plus for one dollar bills");
    }

    @Test
    void otherLanguagesAreLeftAlone() {
        assertThat(new SpokenForm("de-DE", Map.of()).of("Um 15:30 Uhr")).isEqualTo("Um 15:30 Uhr");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"$$$", "1/0/0", "99/99/9999", "12345678901234567890", "+1", "@", "https://", "1:99", "$1,23"})
    void whatMakesNoSenseIsSaidSomehow(String written) {
        assertThat(form.of(written)).doesNotContainPattern("\\d");
    }
}
