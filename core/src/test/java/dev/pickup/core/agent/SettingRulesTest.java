package dev.pickup.core.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.agent.AgentSettings.Limits;
import dev.pickup.core.agent.AgentSettings.Opening;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingRulesTest {
    @Test
    void goodSettingsHaveNoProblem() {
        assertThat(SettingRules.problems(SomeAgents.settings("fine"))).isEmpty();
    }

    @Test
    void zeroLeadsToAPersonOnlyWhereThereIsANumberOfOne() {
        AgentSettings nobody = AgentSettingsBuilder.builder(SomeAgents.settings("nobody"))
                .fallbackNumber(Optional.empty())
                .build();

        assertThat(SettingRules.problems(nobody))
                .extracting(p -> p.code() + " " + p.pointer())
                .containsExactly("conflicting /zeroToPerson");
        assertThat(SettingRules.problems(nobody.withZeroToPerson(false))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a dialect of its own language     | es-US,en-GB             | false | 10  | repeated /otherLanguages/1",
                "a language twice                  | es-US,es-ES             | false | 10  | repeated /otherLanguages/1",
                "too many to tell apart            | es-US,fr-CA,de,it,pt-BR | false | 10  | too-many /otherLanguages",
                "no language at all                | spanish please          | false | 10  | malformed /otherLanguages/0",
                "redaction where languages differ  | es-US                   | true  | 10  | conflicting /redactPii",
                "more than all replies             | es-US                   | false | 101 | out-of-range /hedgePercent",
            })
    void whatTheEnginesCannotDoIsRefused(String what, String others, boolean redact, int percent, String problem) {
        AgentSettings wrong = SomeAgents.settings("wrong")
                .withEngines(new EngineWishes(List.of(others.split(",", -1)), redact, Optional.of(percent)));

        assertThat(SettingRules.problems(wrong))
                .as(what)
                .extracting(p -> p.code() + " " + p.pointer())
                .containsExactly(problem);
    }

    @Test
    void allProblemsAreFoundAtOnceEachAtItsPlace() {
        AgentSettings wrong = new AgentSettings(
                " ",
                "b".repeat(81),
                "prompt",
                "hello",
                "",
                "english please",
                "",
                "",
                Double.NaN,
                Map.of(
                        "fly", Map.of(),
                        "book_appointment", Map.of("slotMinutes", "1", "colour", "red"),
                        "end_call", Map.of("slotMinutes", "30")),
                Map.of("Opening Hours", "nine", "a/b", " "),
                Map.of(
                        DayOfWeek.MONDAY,
                        List.of(
                                new Opening(LocalTime.of(9, 0), LocalTime.of(12, 0)),
                                new Opening(LocalTime.of(11, 59), LocalTime.of(15, 0)))),
                ZoneId.of("UTC"),
                false,
                List.of("fine", ""),
                Map.of("x", "y".repeat(101)),
                new Limits(Duration.ZERO, Duration.ofSeconds(10), Duration.ofHours(3)),
                Optional.empty(),
                true,
                EngineWishes.NONE,
                false);

        assertThat(SettingRules.problems(wrong))
                .extracting(p -> p.code() + " " + p.pointer())
                .containsExactlyInAnyOrder(
                        "required /name",
                        "too-long /business",
                        "malformed /language",
                        "out-of-range /temperature",
                        "unknown /tools/fly",
                        "out-of-range /tools/book_appointment/slotMinutes",
                        "unknown /tools/book_appointment/colour",
                        "unknown /tools/end_call/slotMinutes",
                        "malformed /facts/Opening Hours",
                        "malformed /facts/a~1b",
                        "required /facts/a~1b",
                        "overlapping /hours/monday",
                        "required /vocabulary/1",
                        "too-long /pronunciations/x",
                        "out-of-range /limits/silencePromptSeconds",
                        "out-of-range /limits/maxDurationSeconds");
    }
}
