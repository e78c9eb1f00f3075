package dev.pickup.local.stack;

import dev.pickup.core.carrier.telnyx.TelnyxSettings;
import dev.pickup.functions.runtime.OwnCarrier;
import dev.pickup.simulators.caller.CallerVoice;
import dev.pickup.simulators.telnyx.RestSettings;
import dev.pickup.simulators.telnyx.TelnyxExchange;
import dev.pickup.simulators.telnyx.TelnyxExchangeSettings;
import dev.pickup.simulators.telnyx.account.SeededAccount;
import dev.pickup.simulators.telnyx.account.SeededAccount.Application;
import dev.pickup.simulators.telnyx.account.SeededAccount.MessagingProfile;
import dev.pickup.simulators.telnyx.account.SeededAccount.OwnedNumber;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The carrier that calls come from: the operator's own account, or a simulated exchange in this JVM.
///
/// @param exchange empty when the operator's account is used
record CarrierLink(TelnyxAccess access, Optional<TelnyxExchange> exchange) {
    private static final Logger LOG = LoggerFactory.getLogger(CarrierLink.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final String KEY = "KEY0197LOCAL_simulated";
    private static final String APPLICATION = "1293384261075731461";
    private static final String MESSAGING_PROFILE = "4b0c64f5-3f8a-4f7e-9d3c-5a1f2d6e7b80";

    static CarrierLink own(TelnyxAccess access) {
        return new CarrierLink(access, Optional.empty());
    }

    /// Starts an exchange that has the demo account's numbers, all pointing at our webhook, and whatever was bought
    /// there since.
    ///
    /// @param state where it remembers its accounts
    /// @param port  where it is wanted; any free one is taken when somebody else is there
    /// @param voice of the callers and of the exchange's announcements
    static CarrierLink simulated(Path state, int port, URI publicBaseUrl, CallerVoice voice) {
        TelnyxExchangeSettings settings = TelnyxExchangeSettings.of(account(publicBaseUrl), DemoCustomer.account())
                .withParties(DemoTelephones.all())
                .withRest(RestSettings.usual().withStateFile(state))
                .withCallerVoice(voice)
                .withAnnouncer(voice);
        TelnyxExchange exchange = start(settings, port);
        try (HttpClient http = HttpClient.newHttpClient()) {
            new CarrierMove(exchange.apiBase(), KEY, http).to(publicBaseUrl);
        }
        return new CarrierLink(new TelnyxAccess(exchange.apiBase(), KEY, exchange.publicKey()), Optional.of(exchange));
    }

    /// As the functions use it.
    OwnCarrier forFunctions(URI publicBaseUrl) {
        return OwnCarrier.telnyx(
                TelnyxSettings.of(access.apiBase(), access.apiKey()),
                HttpClient.newBuilder().connectTimeout(CONNECT).build(),
                access.publicKey(),
                publicBaseUrl);
    }

    private static TelnyxExchange start(TelnyxExchangeSettings settings, int port) {
        try {
            return TelnyxExchange.start(settings.withPort(port));
        } catch (UncheckedIOException e) {
            LOG.info("Port {} is in use; the exchange takes a free one", port);
            return TelnyxExchange.start(settings.withPort(0));
        }
    }

    private static SeededAccount account(URI publicBaseUrl) {
        Application application = new Application(APPLICATION, "Pickup", publicBaseUrl + "/webhooks/telnyx/voice");
        MessagingProfile texts =
                new MessagingProfile(MESSAGING_PROFILE, "Pickup", publicBaseUrl + "/webhooks/telnyx/messaging");
        return new SeededAccount(
                        KEY,
                        DemoAccount.LINES.stream()
                                .map(line -> new OwnedNumber(
                                        line.carrierId(),
                                        line.number().e164(),
                                        Optional.of(APPLICATION),
                                        Optional.of(MESSAGING_PROFILE)))
                                .toList(),
                        List.of(application))
                .withMessagingProfiles(texts)
                .withOrderWebhook(publicBaseUrl + "/webhooks/telnyx/orders");
    }
}
