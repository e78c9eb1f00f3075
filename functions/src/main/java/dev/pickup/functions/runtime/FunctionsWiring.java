package dev.pickup.functions.runtime;

import dev.pickup.core.account.AccountStore;
import dev.pickup.core.agent.AgentStore;
import dev.pickup.core.byop.ByopImport;
import dev.pickup.core.byop.ByopImporter;
import dev.pickup.core.byop.ByopStore;
import dev.pickup.core.byop.ImportDriver;
import dev.pickup.core.byop.OpenAccounts;
import dev.pickup.core.call.CallDesk;
import dev.pickup.core.call.CallFinalizer;
import dev.pickup.core.call.CallResolver;
import dev.pickup.core.call.CallStore;
import dev.pickup.core.call.CommandSender;
import dev.pickup.core.call.CommandSender.StreamDoor;
import dev.pickup.core.call.Finalizations;
import dev.pickup.core.call.JournalProjection;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.ManagedNumbers;
import dev.pickup.core.carrier.NumberMarket;
import dev.pickup.core.carrier.OrderNewsCodec;
import dev.pickup.core.carrier.OurPlace;
import dev.pickup.core.carrier.WebhookCodec;
import dev.pickup.core.carrier.WebhookInbox;
import dev.pickup.core.carrier.telnyx.TelnyxOrderCodec;
import dev.pickup.core.carrier.telnyx.TelnyxWebhookCodec;
import dev.pickup.core.credential.CredentialCache;
import dev.pickup.core.credential.CredentialDesk;
import dev.pickup.core.credential.CredentialOpener;
import dev.pickup.core.credential.CredentialStore;
import dev.pickup.core.customer.WebhookPlaces;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.NumberDesk;
import dev.pickup.core.number.NumberDeskPorts;
import dev.pickup.core.number.NumberOrders;
import dev.pickup.core.number.NumberStore;
import dev.pickup.core.state.Database;
import dev.pickup.core.state.DynamoDbAccountStore;
import dev.pickup.core.state.DynamoDbAgentStore;
import dev.pickup.core.state.DynamoDbByopStore;
import dev.pickup.core.state.DynamoDbCallStore;
import dev.pickup.core.state.DynamoDbCredentialStore;
import dev.pickup.core.state.DynamoDbFinalizations;
import dev.pickup.core.state.DynamoDbJournalProjection;
import dev.pickup.core.state.DynamoDbNumberOrders;
import dev.pickup.core.state.DynamoDbNumberStore;
import dev.pickup.core.state.DynamoDbOutbox;
import dev.pickup.core.state.DynamoDbPendingCommands;
import dev.pickup.core.state.DynamoDbUsageStore;
import dev.pickup.core.state.DynamoDbWebhookInbox;
import dev.pickup.core.usage.UsageStore;
import java.net.URI;
import java.time.Clock;

/// The parts that functions are made of, each made on demand from the settings: stateless but for the clients in
/// them.
///
/// A handler's constructor takes one of these and makes its worker; its no-argument constructor, which Lambda calls,
/// takes [#fromEnvironment]. Any thread.
public final class FunctionsWiring {
    private final FunctionSettings settings;
    private final Database database;
    private final CredentialCache openCredentials;

    public FunctionsWiring(FunctionSettings settings) {
        this.settings = settings;
        this.database = new Database(settings.database());
        this.openCredentials = new CredentialCache(credentialOpener(), settings.clock());
    }

    /// As configured in the cloud.
    ///
    /// @throws IllegalStateException settings are missing; all of them are named
    public static FunctionsWiring fromEnvironment() {
        return new FunctionsWiring(CloudSettings.read(System.getenv()));
    }

    public AccountStore accounts() {
        return new DynamoDbAccountStore(database);
    }

    public AgentStore agents() {
        return new DynamoDbAgentStore(database);
    }

    public NumberStore numbers() {
        return new DynamoDbNumberStore(database);
    }

    public NumberOrders numberOrders() {
        return new DynamoDbNumberOrders(database);
    }

    public NumberDesk numberDesk() {
        return new NumberDesk(
                numberOrders(), new NumberDeskPorts(market(), managed(), numbers()), clock(), NumberDesk.Pause.SLEEP);
    }

    /// The numbers of our own carrier account.
    public ManagedNumbers managed() {
        return settings.carrier().managed();
    }

    /// Where an imported number shall point.
    public OurPlace place(ByopImport state) {
        return WebhookPlaces.of(settings.publicBaseUrl(), state.carrier(), state.credential(), state.placeName());
    }

    public NumberMarket market() {
        return settings.carrier().market();
    }

    public OrderNewsCodec telnyxOrders() {
        return new TelnyxOrderCodec(settings.carrier().telnyxPublicKey());
    }

    public CallStore calls() {
        return new DynamoDbCallStore(database);
    }

    public UsageStore usage() {
        return new DynamoDbUsageStore(database);
    }

    public CallDesk desk() {
        return new CallDesk(calls(), new CallResolver(accounts(), numbers(), agents(), calls()));
    }

    public CommandSender commands() {
        return new CommandSender(
                calls(),
                new DynamoDbPendingCommands(database),
                desk(),
                this::carrier,
                new StreamDoor(settings.publicBaseUrl(), settings.random()));
    }

    /// Gives all its commands to `carrier`: for one whose webhook's answer is the command.
    public CommandSender commandsTo(Carrier carrier) {
        return new CommandSender(
                calls(),
                new DynamoDbPendingCommands(database),
                desk(),
                _ -> carrier,
                new StreamDoor(settings.publicBaseUrl(), settings.random()));
    }

    public JournalProjection journal() {
        return new DynamoDbJournalProjection(database);
    }

    public Finalizations finalizations() {
        return new DynamoDbFinalizations(database);
    }

    public CallFinalizer finalizer() {
        return new CallFinalizer(calls(), finalizations());
    }

    public WebhookCodec telnyxWebhooks() {
        return new TelnyxWebhookCodec(settings.carrier().telnyxPublicKey());
    }

    public WebhookInbox inbox(CarrierName carrier) {
        return new DynamoDbWebhookInbox(database, carrier);
    }

    /// Whoever gives commands to this leg: with the key of the carrier account that it is in.
    public Carrier carrier(CallLeg leg) {
        return leg.through()
                .map(credential -> settings.customers()
                        .accounts()
                        .calls(openCredentials().get(credential).secrets()))
                .orElseGet(() -> settings.carrier().carriers().apply(leg.carrier()));
    }

    public Customers customers() {
        return settings.customers();
    }

    public CredentialStore credentials() {
        return new DynamoDbCredentialStore(database);
    }

    public CredentialDesk credentialDesk() {
        return new CredentialDesk(
                credentials(),
                settings.customers().vault(),
                settings.customers().accounts(),
                settings.random());
    }

    private CredentialOpener credentialOpener() {
        return new CredentialOpener(credentials(), settings.customers().vault());
    }

    /// One of a process, so that what was opened stays open.
    public CredentialCache openCredentials() {
        return openCredentials;
    }

    public ByopStore imports() {
        return new DynamoDbByopStore(database);
    }

    public ByopImporter importer() {
        return new ByopImporter(imports(), customerAccounts(), importDriver(), clock());
    }

    public ImportDriver importDriver() {
        NumberStore numbers = numbers();
        return new ImportDriver(
                imports(),
                (state, agent) -> numbers.attach(state.account(), state.number(), agent, clock().instant()),
                customerAccounts(),
                this::place,
                clock());
    }

    /// For work on numbers; asks the vault each time.
    public OpenAccounts customerAccounts() {
        CredentialOpener opener = credentialOpener();
        return (account, credential) -> opener.open(account, credential)
                .map(opened -> new OpenAccounts.Opened(
                        opened.stored().carrier(),
                        settings.customers().accounts().open(opened.secrets())));
    }

    public URI publicBaseUrl() {
        return settings.publicBaseUrl();
    }

    public OutboxRelay outbox() {
        return new OutboxRelay(new DynamoDbOutbox(database), settings.bus(), settings.metrics());
    }

    /// For stores of other functions.
    public Database database() {
        return database;
    }

    public Metrics metrics() {
        return settings.metrics();
    }

    public Clock clock() {
        return settings.clock();
    }
}
