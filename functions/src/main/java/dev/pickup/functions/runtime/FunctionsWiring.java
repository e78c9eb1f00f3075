package dev.pickup.functions.runtime;

import dev.pickup.core.account.AccountStore;
import dev.pickup.core.agent.AgentStore;
import dev.pickup.core.call.CallDesk;
import dev.pickup.core.call.CallFinalizer;
import dev.pickup.core.call.CallResolver;
import dev.pickup.core.call.CallStore;
import dev.pickup.core.call.CommandSender;
import dev.pickup.core.call.CommandSender.StreamDoor;
import dev.pickup.core.call.Finalizations;
import dev.pickup.core.call.JournalProjection;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.NumberMarket;
import dev.pickup.core.carrier.OrderNewsCodec;
import dev.pickup.core.carrier.WebhookCodec;
import dev.pickup.core.carrier.WebhookInbox;
import dev.pickup.core.carrier.telnyx.TelnyxOrderCodec;
import dev.pickup.core.carrier.telnyx.TelnyxWebhookCodec;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.NumberDesk;
import dev.pickup.core.number.NumberDeskPorts;
import dev.pickup.core.number.NumberOrders;
import dev.pickup.core.number.NumberStore;
import dev.pickup.core.state.Database;
import dev.pickup.core.state.DynamoDbAccountStore;
import dev.pickup.core.state.DynamoDbAgentStore;
import dev.pickup.core.state.DynamoDbCallStore;
import dev.pickup.core.state.DynamoDbFinalizations;
import dev.pickup.core.state.DynamoDbJournalProjection;
import dev.pickup.core.state.DynamoDbNumberOrders;
import dev.pickup.core.state.DynamoDbNumberStore;
import dev.pickup.core.state.DynamoDbOutbox;
import dev.pickup.core.state.DynamoDbPendingCommands;
import dev.pickup.core.state.DynamoDbUsageStore;
import dev.pickup.core.state.DynamoDbWebhookInbox;
import dev.pickup.core.usage.UsageStore;
import java.time.Clock;

/// The parts that functions are made of, each made on demand from the settings: stateless but for the clients in
/// them.
///
/// A handler's constructor takes one of these and makes its worker; its no-argument constructor, which Lambda
/// calls,
/// takes [#fromEnvironment]. Any thread.
public final class FunctionsWiring {
    private final FunctionSettings settings;
    private final Database database;

    public FunctionsWiring(FunctionSettings settings) {
        this.settings = settings;
        this.database = new Database(settings.database());
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
                numberOrders(),
                new NumberDeskPorts(market(), settings.carrier().managed(), numbers()),
                clock(),
                NumberDesk.Pause.SLEEP);
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
                settings.carrier().carriers(),
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

    public Carrier carrier(CarrierName name) {
        return settings.carrier().carriers().apply(name);
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
