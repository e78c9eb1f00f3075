package dev.pickup.core.carrier.telnyx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pickup.core.carrier.CarrierOrder;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.NumberMarket.PlaceOutcome;
import dev.pickup.core.carrier.NumberSearch;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.simulators.telnyx.TelnyxExchange;
import dev.pickup.simulators.telnyx.TelnyxExchangeSettings;
import dev.pickup.simulators.telnyx.account.SeededAccount;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TelnyxNumberMarketIT {
    private static final String KEY = "KEY0123456789abcdef";
    private static final String ORDER = "POST /number_orders";
    private static final String REFERENCE = "acc_a/ord_1";

    private final TelnyxExchange exchange =
            TelnyxExchange.start(TelnyxExchangeSettings.of(new SeededAccount(KEY, List.of(), List.of())));
    private final HttpClient http = HttpClient.newHttpClient();
    private final TelnyxNumberMarket market = new TelnyxNumberMarket(
            new TelnyxSettings(exchange.apiBase(), KEY, Duration.ofSeconds(20), 3, Duration.ofMillis(1)), http);
    private PhoneNumber number;

    @BeforeEach
    void find() {
        NumberSearch search = new NumberSearch("US", Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), 1);
        number = market.search(search).getFirst().number();
    }

    @AfterEach
    void stop() {
        exchange.close();
        http.close();
    }

    static List<Fault> oneTrouble() {
        return List.of(
                new Fault.RequestFails(ORDER, 1, 503),
                new Fault.RequestRateLimited(ORDER, 1, 0),
                new Fault.RequestTooEarly(ORDER, 1));
    }

    /// A second attempt would have gone through.
    @ParameterizedTest
    @MethodSource("oneTrouble")
    void anOrderIsSentOnceHoweverItFails(Fault trouble) {
        exchange.account(KEY).faults().begin(FaultScript.of(trouble));

        assertThatExceptionOfType(CarrierUnavailableException.class).isThrownBy(() -> market.place(number, REFERENCE));
        assertThat(market.placed(REFERENCE)).isEmpty();

        assertThat(market.place(number, REFERENCE)).isInstanceOf(PlaceOutcome.Placed.class);
        assertThat(market.placed(REFERENCE)).hasSize(1);
    }

    @Test
    void anOrderWhoseAnswerWasLostIsFoundByItsReference() {
        exchange.account(KEY).faults().begin(FaultScript.of(new Fault.RequestAnswerLost(ORDER, 1, 0)));

        assertThatExceptionOfType(CarrierUnavailableException.class)
                .isThrownBy(() -> market.place(number, REFERENCE))
                .satisfies(lost -> assertThat(lost.code()).isEqualTo("connection"));

        assertThat(market.placed(REFERENCE))
                .singleElement()
                .extracting(CarrierOrder::reference)
                .isEqualTo(REFERENCE);
        assertThat(market.placed("acc_a/ord_2")).isEmpty();
    }
}
