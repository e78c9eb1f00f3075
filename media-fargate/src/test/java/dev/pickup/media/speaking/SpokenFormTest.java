package dev.pickup.media.speaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenFormTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It is $49.95.|It is forty-nine dollars and ninety-five cents.
            That is $1|That is one dollar
            $1,250 in all|one thousand two hundred fifty dollars in all
            Call 415-555-0142.|Call four one five, five five five, zero one four two.
            Call (415) 555-0142|Call four one five, five five five, zero one four two
            Call +14155550142|Call four one five, five five five, zero one four two
            At 3:30 pm|At three thirty p m
            From 9:00 to 17:00|From nine o'clock to five p m
            At 10:05|At ten oh five
            On 2026-11-24|On November twenty-fourth
            The 3rd floor|The third floor
            In 2026|In twenty twenty-six
            About 20%|About twenty percent
            Room 12|Room twelve
            Write to info@example.com|Write to info at example dot com
            See www.example.com|See w w w dot example dot com
            A & B|A and B
            Nothing to change|Nothing to change
            """)
    void saysItAsAPersonDoes(String written, String said) {
        assertThat(new SpokenForm("en-US", Map.of()).of(written)).isEqualTo(said);
    }

    @Test
    void theAgentsPronunciationsComeFirst() {
        SpokenForm form = new SpokenForm("en-US", Map.of("Dr. Nguyen", "Doctor Win", "AC", "A C"));

        assertThat(form.of("Dr. Nguyen fixed the AC, not the backup."))
                .isEqualTo("Doctor Win fixed the A C, not the backup.");
    }

    @Test
    void otherLanguagesAreLeftAlone() {
        assertThat(new SpokenForm("de-DE", Map.of()).of("Um 15:30 Uhr")).isEqualTo("Um 15:30 Uhr");
    }
}
