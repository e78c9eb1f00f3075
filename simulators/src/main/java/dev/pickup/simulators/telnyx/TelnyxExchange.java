package dev.pickup.simulators.telnyx;

import dev.pickup.simulators.line.ExchangeLoop;
import dev.pickup.simulators.line.SimulatedCall;
import dev.pickup.simulators.rest.LoopbackServer;
import dev.pickup.simulators.telnyx.account.AccountGate;
import dev.pickup.simulators.telnyx.account.AccountRoutes;
import dev.pickup.simulators.telnyx.account.Accounts;
import dev.pickup.simulators.telnyx.account.AccountsFile;
import dev.pickup.simulators.telnyx.account.CarrierAccount;
import dev.pickup.simulators.telnyx.call.CallRoutes;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import dev.pickup.simulators.telnyx.call.Plant;
import dev.pickup.simulators.telnyx.call.Switchboard;
import dev.pickup.simulators.telnyx.control.AccountControlRoutes;
import dev.pickup.simulators.telnyx.control.ControlRoutes;
import dev.pickup.simulators.telnyx.control.MessageControlRoutes;
import dev.pickup.simulators.telnyx.inventory.Inventory;
import dev.pickup.simulators.telnyx.inventory.InventoryRoutes;
import dev.pickup.simulators.telnyx.message.MessageDesk;
import dev.pickup.simulators.telnyx.message.MessageRoutes;
import dev.pickup.simulators.telnyx.order.OrderDesk;
import dev.pickup.simulators.telnyx.order.OrderNews;
import dev.pickup.simulators.telnyx.order.OrderRoutes;
import dev.pickup.simulators.telnyx.rest.Gate;
import dev.pickup.simulators.telnyx.rest.RestEntrance;
import dev.pickup.simulators.telnyx.rest.Routes;
import dev.pickup.simulators.telnyx.webhook.WebhookSender;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A running exchange on 127.0.0.1. Any thread; close it once, which ends all calls.
public final class TelnyxExchange implements AutoCloseable {
    private static final int LARGEST_COMMAND_BYTES = 1_000_000;
    /// Ten minutes of 48 kHz stereo WAV in base64.
    private static final int LARGEST_CONTROL_BYTES = 160_000_000;

    private final ExchangeLoop loop;
    private final ExecutorService socketThreads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient sockets;
    private final WebhookSender webhooks;
    private final Accounts accounts;
    private final Switchboard switchboard;
    private final MessageDesk messages;
    private final LoopbackServer server;

    private TelnyxExchange(TelnyxExchangeSettings settings) {
        RestSettings rest = settings.rest();
        accounts = new Accounts(settings.accounts(), settings.signingSeed(), rest.clock());
        rest.stateFile().ifPresent(file -> AccountsFile.attach(file, accounts));
        server = LoopbackServer.bind(settings.port());
        loop = new ExchangeLoop(settings.pace());
        sockets = HttpClient.newBuilder().executor(socketThreads).build();
        webhooks = new WebhookSender(loop, settings.delivery());
        Plant plant = new Plant(
                loop,
                accounts,
                webhooks,
                sockets,
                settings.voices().callers(),
                settings.voices().announcer(),
                settings.parties());
        switchboard = new Switchboard(plant);
        messages = new MessageDesk(loop, webhooks, accounts, rest.clock());
        Routes api = numbers(rest).addAll(new CallRoutes(plant, switchboard).routes());
        Gate gate = new AccountGate(accounts, loop, rest.limit(), rest.clock());
        server.mount("/v2", new RestEntrance("/v2", api, LARGEST_COMMAND_BYTES, gate));
        server.mount("/simulator", new RestEntrance("/simulator", control(), LARGEST_CONTROL_BYTES, Gate.OPEN));
        server.start();
    }

    /// All of the API that is not about calls.
    private Routes numbers(RestSettings rest) {
        Inventory inventory = new Inventory(accounts, rest.clock());
        OrderNews news = new OrderNews(webhooks, rest.clock());
        OrderDesk desk = new OrderDesk(loop, inventory, rest.orderTime(), news);
        desk.resume(accounts);
        return new AccountRoutes(accounts)
                .routes()
                .addAll(new InventoryRoutes(accounts, inventory).routes())
                .addAll(new OrderRoutes(accounts, inventory, desk).routes())
                .addAll(new MessageRoutes(accounts, messages).routes());
    }

    private Routes control() {
        return new ControlRoutes(switchboard)
                .routes()
                .addAll(new AccountControlRoutes(accounts).routes())
                .addAll(new MessageControlRoutes(accounts, messages).routes());
    }

    /// Ready when this returns.
    ///
    /// @throws java.io.UncheckedIOException the port is taken
    public static TelnyxExchange start(TelnyxExchangeSettings settings) {
        return new TelnyxExchange(settings);
    }

    /// Where the REST API is: `http://127.0.0.1:port/v2`.
    public URI apiBase() {
        return URI.create("http://127.0.0.1:" + server.port() + "/v2");
    }

    /// Where the caller-end control API is: `http://127.0.0.1:port/simulator`.
    public URI controlBase() {
        return URI.create("http://127.0.0.1:" + server.port() + "/simulator");
    }

    /// The key that verifies the first account's webhooks: base64 of 32 raw bytes.
    public String publicKey() {
        return accounts.all().getFirst().signer().publicKey();
    }

    /// A customer of the carrier, as it is now: what it has, and what shall go wrong with it.
    ///
    /// @throws IllegalArgumentException nobody has this key
    public CarrierAccount account(String apiKey) {
        return accounts.find(apiKey)
                .orElseThrow(() -> new IllegalArgumentException("No account of this exchange has that key."));
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
        webhooks.close();
        sockets.shutdownNow();
        socketThreads.shutdownNow();
    }
}
