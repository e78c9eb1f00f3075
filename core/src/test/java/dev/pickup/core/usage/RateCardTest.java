package dev.pickup.core.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.usage.Cost.Part;
import dev.pickup.core.usage.RateCard.Priced;
import dev.pickup.core.usage.RateCard.Rate;
import dev.pickup.events.journal.JournalEntry.Measure;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RateCardTest {
    private static final RateCard CARD = new RateCard(
            LocalDate.of(2026, 1, 1),
            "USD",
            List.of(
                    new Rate("carrier", "telnyx", "second", 10_000, 60, "test"),
                    new Rate("platform", "pickup", "second", 1, 3, "test"),
                    new Rate("model", "tiny", "cached-token", 1, 10, "test")));

    @Test
    void startedSecondsAreBilledAndEachPartIsRoundedOnce() {
        Priced priced = CARD.price("telnyx", Duration.ofMillis(60_001), List.of());

        assertThat(priced.billedSeconds()).isEqualTo(61);
        assertThat(priced.cost().parts())
                .containsExactly(
                        new Part("carrier", "telnyx", 61, "second", 10_167), // 61 x 166.67, not 61 x 167
                        new Part("platform", "pickup", 61, "second", 20)); // 20.33
        assertThat(priced.cost().totalMicros()).isEqualTo(10_187);
        assertThat(priced.cost().perMinuteMicros()).isEqualTo(10_020); // 10187 / 61 x 60
    }

    @Test
    void halvesAreRoundedUp() {
        Priced priced = CARD.price("telnyx", Duration.ZERO, List.of(new Measure("model", "tiny", 15, "cached-token")));

        assertThat(priced.cost().parts()).contains(new Part("model", "tiny", 15, "cached-token", 2));
    }

    @Test
    void aCallThatWasNeverAnsweredCostsNothing() {
        Priced priced = CARD.price("telnyx", Duration.ZERO, List.of());

        assertThat(priced.cost().totalMicros()).isZero();
        assertThat(priced.cost().perMinuteMicros()).isZero();
    }

    @Test
    void aMeasureWithoutRateIsNamedAndNotHidden() {
        Measure unknown = new Measure("voice", "nobody", 100, "character");

        Priced priced = CARD.price("telnyx", Duration.ofSeconds(1), List.of(unknown));

        assertThat(priced.unpriced()).containsExactly(unknown);
        assertThat(priced.cost().parts()).contains(new Part("voice", "nobody", 100, "character", 0));
    }

    @Test
    void theCardOfTheDayIsUsedAndTheCostSaysWhich() {
        RateCard card = RateCards.on(LocalDate.of(2026, 11, 23));

        assertThat(card.from()).isEqualTo(LocalDate.of(2026, 11, 1));
        assertThat(card.price("telnyx", Duration.ofSeconds(1), List.of()).cost().rateCard())
                .contains(LocalDate.of(2026, 11, 1));
    }

    @Test
    void whatIsWrittenToAPromptCacheCostsAQuarterMoreThanInputAndWhatIsReadATenth() {
        Priced priced =
                november("model", "bedrock-claude-haiku-4.5", "input-token", "cache-write-token", "cached-token");

        assertThat(priced.cost().parts()).extracting(Part::micros).contains(1_000L, 1_250L, 100L);
    }

    @Test
    void whatNovaReadsFromAPromptCacheCostsAQuarterOfInput() {
        Priced priced = november("model", "bedrock-nova-pro", "input-token", "cached-token");

        assertThat(priced.cost().parts()).extracting(Part::micros).contains(800L, 200L);
        assertThat(november("model", "bedrock-nova-micro", "cached-token")
                        .cost()
                        .parts())
                .extracting(Part::micros)
                .as("8.75 millionths for a thousand, rounded")
                .contains(9L);
        assertThat(november("model", "bedrock-nova-lite", "cached-token").cost().parts())
                .extracting(Part::micros)
                .contains(15L);
    }

    @Test
    void redactionIsChargedOnTopOfRecognition() {
        Priced priced = RateCards.on(LocalDate.of(2026, 11, 23))
                .price(
                        "telnyx",
                        Duration.ofSeconds(60),
                        List.of(
                                new Measure("speech-to-text", "amazon-transcribe/streaming", 60, "second"),
                                new Measure("speech-to-text", "amazon-transcribe/streaming-redacted", 60, "second")));

        assertThat(priced.unpriced()).isEmpty();
        assertThat(priced.cost().parts()).extracting(Part::micros).contains(24_000L, 26_400L);
    }

    @Test
    void anOfflineCallOnTheCardInForceCostsTheLineAndThePlatformOnly() {
        Priced priced = RateCards.on(LocalDate.of(2026, 11, 23))
                .price(
                        "telnyx",
                        Duration.ofSeconds(60),
                        List.of(
                                new Measure("speech-to-text", "offline", 60, "second"),
                                new Measure("model", "offline", 900, "input-token"),
                                new Measure("voice", "offline", 340, "character")));

        assertThat(priced.unpriced()).isEmpty();
        assertThat(priced.cost().parts()).extracting(Part::micros).containsExactly(9_000L, 0L, 0L, 0L, 12_000L);
    }

    private static Priced november(String part, String provider, String... units) {
        List<Measure> measures = Arrays.stream(units)
                .map(unit -> new Measure(part, provider, 1_000, unit))
                .toList();
        Priced priced = RateCards.on(LocalDate.of(2026, 11, 23)).price("telnyx", Duration.ZERO, measures);
        assertThat(priced.unpriced()).isEmpty();
        return priced;
    }

    @Property
    void noPriceIsMoreThanHalfAMicroFromTheExactOne(
            @ForAll @LongRange(min = 0, max = 100_000_000) long units,
            @ForAll @LongRange(min = 0, max = 1_000_000) long micros,
            @ForAll @LongRange(min = 1, max = 3_600) long perUnits) {
        long price = new Rate("part", "provider", "unit", micros, perUnits, "test").price(units);

        assertThat(Math.abs(2 * (price * perUnits - units * micros))).isLessThanOrEqualTo(perUnits);
    }
}
