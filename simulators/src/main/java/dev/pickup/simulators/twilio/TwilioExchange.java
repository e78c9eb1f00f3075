package dev.pickup.simulators.twilio;

import dev.pickup.simulators.line.ExchangeLoop;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.rest.LoopbackServer;
import dev.pickup.simulators.twilio.account.RestApi;
import dev.pickup.simulators.twilio.account.TwilioAccount;
import dev.pickup.simulators.twilio.account.TwilioAccounts;
import dev.pickup.simulators.twilio.call.CallRoutes;
import dev.pickup.simulators.twilio.call.OutsideCall;
import dev.pickup.simulators.twilio.call.Plant;
import dev.pickup.simulators.twilio.call.Switchboard;
import dev.pickup.simulators.twilio.control.ControlRoutes;
import dev.pickup.simulators.twilio.fault.RestFaults;
import dev.pickup.simulators.twilio.rest.TwilioEntrance;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A running exchange on 127.0.0.1. Any thread; close it once, which ends all calls.
public final class TwilioExchange implements AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final int LARGEST_REQUEST_BYTES = 1_000_000;
    /// Ten minutes of 48 kHz stereo WAV in base64.
    private static final int LARGEST_CONTROL_BYTES = 160_000_000;

    private final TwilioAccounts accounts;
    private final RestFaults faults = new RestFaults();
    private final LoopbackServer server;
    private final ExchangeLoop loop;
    private final ExecutorService httpThreads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http;
    private final Switchboard switchboard;

    private TwilioExchange(TwilioExchangeSettings settings) {
        server = LoopbackServer.bind(settings.port());
        accounts = new TwilioAccounts(settings.accounts());
        RestApi api = RestApi.ofAccounts(accounts, faults);
        loop = new ExchangeLoop(settings.pace());
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_LIMIT)
                .executor(httpThreads)
                .build();
        switchboard = new Switchboard(new Plant(loop, accounts, http, settings.callerVoice()));
        new CallRoutes(switchboard).addTo(api);
        ControlRoutes control = new ControlRoutes(accounts, faults, switchboard);
        server.mount("/", new TwilioEntrance(api, LARGEST_REQUEST_BYTES));
        server.mount("/simulator", new TwilioEntrance(control, LARGEST_CONTROL_BYTES));
        server.start();
    }

    /// Ready when this returns.
    ///
    /// @throws java.io.UncheckedIOException the port is taken
    public static TwilioExchange start(TwilioExchangeSettings settings) {
        return new TwilioExchange(settings);
    }

    /// What stands in for `https://api.twilio.com` and all other hosts: `http://127.0.0.1:port`.
    public URI apiBase() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /// Where the controls are: `http://127.0.0.1:port/simulator`.
    public URI controlBase() {
        return URI.create("http://127.0.0.1:" + server.port() + "/simulator");
    }

    /// What goes wrong with requests.
    public RestFaults faults() {
        return faults;
    }

    /// A customer of the carrier, as it is now.
    ///
    /// @throws IllegalArgumentException nobody has this SID
    public TwilioAccount account(String sid) {
        return accounts.find(sid).orElseThrow(() -> new IllegalArgumentException("There is no such account."));
    }

    /// Someone out there dials a number. Returns at once; the call goes on by itself.
    ///
    /// @throws IllegalStateException the script says something and the exchange has no caller voice
    public SimulatedCall place(OutsideCall call) {
        return switchboard.place(call);
    }

    @Override
    public void close() {
        server.close();
        loop.ask(() -> {
            switchboard.hangUpAll();
            return true;
        });
        loop.close();
        http.shutdownNow();
        httpThreads.shutdownNow();
    }
}
