package dev.pickup.local.stack;

import dev.pickup.core.customer.CustomerCarriers;
import dev.pickup.core.state.DatabaseClient;
import dev.pickup.core.state.TableSetup;
import dev.pickup.core.vault.EnvelopeVault;
import dev.pickup.core.vault.KeyFileDataKeys;
import dev.pickup.functions.console.ConsoleApi;
import dev.pickup.functions.console.FolderRecordings;
import dev.pickup.functions.runtime.Customers;
import dev.pickup.functions.runtime.FunctionSettings;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.functions.runtime.TestCalls;
import dev.pickup.local.bus.LocalEventBus;
import dev.pickup.local.gateway.GatewayParts;
import dev.pickup.local.gateway.GatewayServer;
import dev.pickup.local.gateway.PortBusyException;
import dev.pickup.local.gateway.openapi.ApiDefinition;
import dev.pickup.local.issuer.LocalIssuer;
import dev.pickup.local.lambda.LambdaHost;
import dev.pickup.local.stack.StackException.Code;
import dev.pickup.media.MediaTask;
import dev.pickup.simulators.aws.DynamoDbLocal;
import dev.pickup.simulators.telnyx.TelnyxExchange;
import dev.pickup.simulators.twilio.TwilioExchange;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The whole product on one machine. Any thread; close it once.
public final class LocalStack implements AutoCloseable {
    private static final Duration RECONCILER = Duration.ofSeconds(10);
    /// The cloud does it once a day; here it must not be missed by a machine that sleeps at night.
    private static final Duration CHARGES = Duration.ofMinutes(10);
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final Closer closer;
    private final GatewayServer gateway;
    private final LocalIssuer tokens;
    private final Optional<TelnyxExchange> exchange;
    private final Optional<TwilioExchange> twilio;

    private LocalStack(
            Closer closer,
            GatewayServer gateway,
            LocalIssuer tokens,
            Optional<TelnyxExchange> exchange,
            Optional<TwilioExchange> twilio) {
        this.closer = closer;
        this.gateway = gateway;
        this.tokens = tokens;
        this.exchange = exchange;
        this.twilio = twilio;
    }

    /// Starts everything; ready for calls when this returns. A start that fails leaves nothing behind.
    ///
    /// @throws StackException it cannot; the message says how to mend it
    public static LocalStack start(StackSettings settings, StackProgress progress) {
        Closer closer = new Closer();
        try {
            return assemble(settings, progress, closer);
        } catch (RuntimeException | Error e) {
            closer.closeAfter(e);
            throw e;
        }
    }

    /// Where API, dashboard and webhooks are on this machine: `http://localhost:8080`.
    public URI baseUrl() {
        return gateway.baseUrl();
    }

    /// The simulated carrier; empty when the operator's Telnyx account is used.
    public Optional<TelnyxExchange> exchange() {
        return exchange;
    }

    /// The simulated Twilio; empty when another one is used.
    public Optional<TwilioExchange> twilio() {
        return twilio;
    }

    /// Makes access tokens for the API.
    public LocalIssuer tokens() {
        return tokens;
    }

    /// Ends live calls cleanly, then stops everything in reverse order.
    @Override
    public void close() {
        closer.close();
    }

    private static LocalStack assemble(StackSettings settings, StackProgress progress, Closer closer) {
        Clock clock = Clock.systemUTC();
        DataFolder folder = closer.register(DataFolder.open(settings.dataFolder(), settings.fresh()));
        GatewayServer gateway = closer.register(reserve(settings.port()));
        URI publicBaseUrl = settings.publicBaseUrl().orElse(gateway.baseUrl());

        progress.step("Starting DynamoDB …");
        DynamoDbLocal dynamoDb = closer.register(DynamoDbLocal.onDisk(folder.state("dynamodb")));
        DynamoDbClient tables = closer.register(DatabaseClient.local(dynamoDb.endpoint()));
        TableSetup.createMissing(tables);

        progress.step("Loading speech engines …");
        Speech speech = closer.register(Speech.load(settings));

        progress.step(
                settings.telnyx().isPresent() ? "Using your Telnyx account …" : "Starting the telephone exchange …");
        CarrierLink carrier = settings.telnyx()
                .map(CarrierLink::own)
                .orElseGet(() -> CarrierLink.simulated(
                        folder.state("exchange").resolve("telnyx.json"),
                        gateway.port() + 1,
                        publicBaseUrl,
                        speech.callerVoice()));
        carrier.exchange().ifPresent(closer::register);
        Optional<TwilioExchange> twilio = settings.twilio().isPresent()
                ? Optional.empty()
                : Optional.of(closer.register(DemoTwilioCustomer.exchange(gateway.port() + 2, speech.callerVoice())));
        URI twilioBase =
                settings.twilio().or(() -> twilio.map(TwilioExchange::apiBase)).orElseThrow();

        progress.step("Starting the functions …");
        LambdaHost lambda = closer.register(new LambdaHost());
        LocalEventBus bus = closer.register(new LocalEventBus(folder.state("bus"), clock));
        FunctionsWiring wiring = new FunctionsWiring(new FunctionSettings(
                tables,
                bus,
                carrier.forFunctions(publicBaseUrl),
                customers(carrier.access().apiBase(), twilioBase, publicBaseUrl, folder)
                        .with(new SimulatedTestCalls(carrier.exchange(), twilio)),
                publicBaseUrl,
                new CountedMetrics(),
                clock,
                new SecureRandom()));
        new Seed(wiring.accounts(), wiring.agents(), wiring.numbers()).plant(clock.instant());
        speech.prepare(Greetings.of(wiring.agents(), DemoAccount.ID));
        LocalFunctions functions = LocalFunctions.host(lambda, wiring, new FolderRecordings(folder.recordings()));
        EventSources sources = closer.register(new EventSources(folder, dynamoDb.endpoint(), tables, functions, bus));
        bus.deliver(functions.rules());
        closer.register(new Schedule("reconciler-schedule", functions.reconciler(), RECONCILER));
        closer.register(new Schedule("charges-schedule", functions.numberCharges(), CHARGES));
        closer.register(sources::settle);
        MediaTask media = closer.register(new LocalMedia(settings, LocalModels.of(settings, closer), speech, wiring)
                .start(functions, sources.journal(), folder.recordings()));

        if (speech.models().isPresent()) {
            progress.step("Warming up the agent's voice …");
            speech.awaitWarm();
        }
        progress.step("Opening " + gateway.baseUrl() + " …");
        LocalIssuer tokens = LocalIssuer.open(folder.path().resolve("state"), gateway.baseUrl(), clock);
        gateway.serve(new GatewayParts(
                api(),
                functions.api(),
                functions.webhooks(),
                Optional.of(media.handler()),
                tokens,
                settings.dashboardFolder(),
                clock));
        announce(folder, gateway, carrier, twilio, clock, closer);
        return new LocalStack(closer, gateway, tokens, carrier.exchange(), twilio);
    }

    private static Customers customers(URI telnyx, URI twilio, URI publicBaseUrl, DataFolder folder) {
        HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        SecureRandom random = new SecureRandom();
        return new Customers(
                new CustomerCarriers(telnyx, twilio, publicBaseUrl, http),
                new EnvelopeVault(KeyFileDataKeys.open(folder.state("vault").resolve("master.key"), random), random),
                TestCalls.NONE);
    }

    private static GatewayServer reserve(int port) {
        try {
            return GatewayServer.reserve(port);
        } catch (PortBusyException e) {
            throw new StackException(
                    Code.PORT_BUSY,
                    "Port " + port + " is in use; stop what uses it, or choose another with --port.",
                    e);
        }
    }

    private static ApiDefinition api() {
        return ApiDefinition.read(Objects.requireNonNull(
                ConsoleApi.class.getResourceAsStream("/openapi.yaml"), "openapi.yaml is not on the class path"));
    }

    /// Last of all: whoever finds the run file finds a stack that answers.
    private static void announce(
            DataFolder folder,
            GatewayServer gateway,
            CarrierLink carrier,
            Optional<TwilioExchange> twilio,
            Clock clock,
            Closer closer) {
        new RunFile(
                        ProcessHandle.current().pid(),
                        gateway.port(),
                        gateway.baseUrl(),
                        carrier.exchange().map(TelnyxExchange::controlBase),
                        twilio.map(TwilioExchange::controlBase),
                        clock.instant())
                .write(folder.path());
        closer.register(() -> RunFile.remove(folder.path()));
    }
}
