package dev.pickup.local.cli;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.local.config.Configuration;
import dev.pickup.local.issuer.LocalIssuer;
import dev.pickup.local.issuer.Role;
import dev.pickup.local.live.ExchangeControl;
import dev.pickup.local.live.PickupApi;
import dev.pickup.local.stack.LocalStack;
import dev.pickup.local.stack.RunFile;
import dev.pickup.local.stack.StackProgress;
import dev.pickup.local.stack.StackSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/// A running product, in this process or in another one, as the commands see it.
///
/// @param controlUrl       the caller end of the simulated Telnyx; empty when a real one is used
/// @param twilioControlUrl the caller end of the simulated Twilio; empty when a real one is used
record Product(URI baseUrl, Optional<URI> controlUrl, Optional<URI> twilioControlUrl, Path dataFolder) {
    private static final String RECORDINGS = "recordings";

    /// The one that runs on this data folder.
    static Optional<Product> running(Path dataFolder) {
        return RunFile.find(dataFolder)
                .map(run -> new Product(run.baseUrl(), run.controlUrl(), run.twilioControlUrl(), dataFolder));
    }

    /// Starts one; whoever calls closes it.
    static LocalStack start(
            Configuration configuration, Terminal terminal, int port, boolean fresh, StackProgress progress) {
        Path data = configuration.dataFolder();
        Path models = terminal.modelsFolder().orElse(data.resolve("models"));
        StackSettings settings = StackSettings.at(port, data, models)
                .withEngines(configuration.engines())
                .withAws(configuration.aws())
                .withFresh(fresh);
        settings =
                configuration.publicBaseUrl().map(settings::withPublicBaseUrl).orElse(settings);
        settings = configuration.telnyx().map(settings::withTelnyx).orElse(settings);
        settings = configuration.twilio().map(settings::withTwilio).orElse(settings);
        settings = configuration.model().map(settings::withModel).orElse(settings);
        settings = dashboard(terminal).map(settings::withDashboardFolder).orElse(settings);
        return LocalStack.start(settings, progress);
    }

    static Product of(LocalStack stack, Configuration configuration) {
        return new Product(
                stack.baseUrl(),
                stack.exchange().map(exchange -> exchange.controlBase()),
                stack.twilio().map(exchange -> exchange.controlBase()),
                configuration.dataFolder());
    }

    /// Its API, for the demo account.
    PickupApi api() {
        LocalIssuer issuer = LocalIssuer.open(dataFolder.resolve("state"), baseUrl, Clock.systemUTC());
        AccountId demo = new AccountId(Demo.ACCOUNT);
        return new PickupApi(
                HttpClient.newHttpClient(),
                baseUrl,
                () -> issuer.accessToken(demo, Role.OWNER, LocalIssuer.USUAL_LIFETIME));
    }

    /// The caller end of the exchange that rings `number`: the simulated Twilio's when a customer there has it, else
    /// the simulated Telnyx's.
    ///
    /// @throws InputException neither is simulated here that could
    ExchangeControl exchangeOf(String number) {
        HttpClient http = HttpClient.newHttpClient();
        return twilioControlUrl
                .map(url -> new ExchangeControl(http, CarrierName.TWILIO, url))
                .filter(twilio -> twilio.has(number))
                .or(() -> controlUrl.map(url -> new ExchangeControl(http, CarrierName.TELNYX, url)))
                .orElseThrow(() -> new InputException("Calls are placed at the simulated exchange, which is not started"
                        + " when TELNYX_API_BASE is set: ring the number from a telephone, or unset it."));
    }

    Path recordings() {
        return dataFolder.resolve(RECORDINGS);
    }

    private static Optional<Path> dashboard(Terminal terminal) {
        return terminal.product().map(home -> home.resolve("dashboard/dist")).filter(Files::isDirectory);
    }
}
