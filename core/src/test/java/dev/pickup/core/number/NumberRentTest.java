package dev.pickup.core.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.carrier.NumberPrice;
import dev.pickup.core.number.NumberOrder.AtCarrier;
import dev.pickup.core.number.NumberOrder.Milestones;
import dev.pickup.core.number.NumberOrder.Stage;
import dev.pickup.core.number.NumberOrder.Wish;
import dev.pickup.core.usage.Cost.Part;
import dev.pickup.core.usage.NumberCharge;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberRentTest {
    private static final Instant LATER = Instant.parse("2027-06-01T00:00:00Z");

    @ParameterizedTest(name = "{0} to {1}: {2} days, {3} micros")
    @CsvSource({
        "2026-11-01T00:00:00Z, , 30, 1500000",
        "2026-11-23T10:00:00Z, , 8, 400000",
        "2026-11-30T23:59:59Z, , 1, 50000",
        "2026-11-23T10:00:00Z, 2026-11-23T10:05:00Z, 1, 50000",
        "2026-11-23T23:59:59Z, 2026-11-24T00:00:01Z, 2, 100000",
        "2027-02-14T00:00:00Z, , 15, 803571",
        "2026-12-10T00:00:00Z, 2027-01-05T00:00:00Z, 22, 1064516",
    })
    void aMonthIsSharedOutByItsDays(Instant bought, Instant released, long days, long micros) {
        NumberOrder order = order(bought, Optional.ofNullable(released));

        NumberCharge charge = NumberRent.charge(order, LATER).orElseThrow();

        assertThat(charge.cost().parts())
                .containsExactly(
                        new Part("number", days, "day", micros), new Part("number-setup", 1, "number", 1_000_000));
    }

    @Test
    void theSetupIsChargedOnceAndAWholeMonthCostsTheWholePrice() {
        NumberOrder order = NumberRent.charged(order(Instant.parse("2026-11-23T10:00:00Z"), Optional.empty()));

        NumberCharge december = NumberRent.charge(order, LATER).orElseThrow();

        assertThat(december.month()).isEqualTo(YearMonth.of(2026, 12));
        assertThat(december.cost().parts()).containsExactly(new Part("number", 31, "day", 1_500_000));
        assertThat(december.id()).isNotEqualTo(NumberCharge.id(order.id(), YearMonth.of(2026, 11)));
    }

    @Test
    void nothingIsDueBeforeTheMonthIsOver() {
        NumberOrder order = order(Instant.parse("2026-11-23T10:00:00Z"), Optional.empty());

        assertThat(NumberRent.due(order)).contains(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(NumberRent.charge(order, Instant.parse("2026-11-30T23:59:59Z")))
                .isEmpty();
    }

    @Test
    void aNumberGivenBackIsChargedAtOnceAndNeverAgain() {
        Instant released = Instant.parse("2026-11-25T10:00:00Z");
        NumberOrder order = order(Instant.parse("2026-11-23T10:00:00Z"), Optional.of(released));

        NumberCharge last = NumberRent.charge(order, released).orElseThrow();

        assertThat(last.from()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(last.to()).isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(NumberRent.due(NumberRent.charged(order))).isEmpty();
    }

    @Test
    void aReleaseThatTakesOverTheTurnOfTheMonthIsChargedUntilItWasAskedFor() {
        NumberOrder asked = NumberSaga.released(
                order(Instant.parse("2026-11-23T10:00:00Z"), Optional.empty()), Instant.parse("2026-11-29T10:00:00Z"));

        NumberCharge charge = NumberRent.charge(asked, LATER).orElseThrow();

        assertThat(charge.to()).isEqualTo(LocalDate.of(2026, 11, 29));
        assertThat(NumberRent.charge(NumberRent.charged(asked), LATER)).isEmpty();
    }

    @ParameterizedTest(name = "bought {0}, back {1}, of {2} at {3}: {4} days, {5} micros")
    @CsvSource({
        "2026-11-23T10:00:00Z, , 2026-11, 2026-11-23T10:00:01Z, 1, 1050000",
        "2026-11-23T10:00:00Z, , 2026-11, 2026-11-25T00:00:00Z, 3, 1150000",
        "2026-11-23T10:00:00Z, , 2026-11, 2026-12-20T00:00:00Z, 8, 1400000",
        "2026-11-23T10:00:00Z, , 2026-12, 2026-12-03T00:00:00Z, 3, 145161",
        "2026-11-10T10:00:00Z, 2026-11-12T10:00:00Z, 2026-11, 2026-11-20T00:00:00Z, 3, 1150000",
    })
    void aMonthAccruesByTheDayAndIsNeverMoreThanWhatIsCharged(
            Instant bought, Instant released, YearMonth month, Instant now, long days, long micros) {
        NumberOrder order = order(bought, Optional.ofNullable(released));

        NumberCharge accrued = NumberRent.accrued(order, month, now).orElseThrow();

        assertThat(accrued.month()).isEqualTo(month);
        assertThat(accrued.cost().parts().getFirst().units()).isEqualTo(days);
        assertThat(accrued.cost().totalMicros()).isEqualTo(micros);
    }

    @Test
    void whatIsChargedAccruesNoMore() {
        NumberOrder order = order(Instant.parse("2026-11-23T10:00:00Z"), Optional.empty());
        Instant december = Instant.parse("2026-12-05T10:00:00Z");
        NumberCharge charge = NumberRent.charge(order, december).orElseThrow();
        NumberOrder charged = NumberRent.charged(order);

        assertThat(NumberRent.accrued(order, YearMonth.of(2026, 11), december))
                .as("until it is charged it accrues to the same")
                .contains(charge);
        assertThat(NumberRent.accrued(charged, YearMonth.of(2026, 11), december))
                .isEmpty();
        assertThat(NumberRent.accrued(charged, YearMonth.of(2026, 12), december)
                        .orElseThrow()
                        .cost()
                        .parts())
                .extracting(Part::part)
                .as("its setup is charged already")
                .containsExactly("number");
        assertThat(NumberRent.accrued(charged, YearMonth.of(2027, 1), december)).isEmpty();
    }

    @Test
    void aNumberThatWasNeverOursCostsNothing() {
        NumberOrder order = NumberOrder.begun(
                new AccountId("acc_us"),
                new NumberOrderId("ord_1"),
                new Wish(new PhoneNumber("+14155550142"), "", Optional.empty()),
                Instant.parse("2026-11-23T10:00:00Z"));

        assertThat(NumberRent.due(order)).isEmpty();
        assertThat(NumberRent.charge(order, LATER)).isEmpty();
    }

    private static NumberOrder order(Instant bought, Optional<Instant> released) {
        NumberOrder order = NumberOrder.begun(
                        new AccountId("acc_us"),
                        new NumberOrderId("ord_1"),
                        new Wish(new PhoneNumber("+14155550142"), "", Optional.empty()),
                        bought)
                .with(new AtCarrier(
                        Optional.empty(),
                        Optional.of("1"),
                        Optional.of(new NumberPrice(1_500_000, 1_000_000, "USD")),
                        true,
                        Optional.empty(),
                        Optional.empty()))
                .with(new Milestones(bought, Optional.of(bought), released, Optional.empty()));
        return Steps.enter(order, released.isPresent() ? Stage.RELEASED : Stage.ACTIVE, Optional.empty(), bought);
    }
}
