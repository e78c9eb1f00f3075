package dev.pickup.media.stream;

import dev.pickup.core.account.Account;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.Agent;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.agent.AgentSettings;
import dev.pickup.core.call.CallDesk;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.CallResolver;
import dev.pickup.core.call.CallStore;
import dev.pickup.core.call.CommandSender;
import dev.pickup.core.call.CommandSender.StreamDoor;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CarrierEvent;
import dev.pickup.core.carrier.CommandId;
import dev.pickup.core.carrier.LegStatus;
import dev.pickup.core.carrier.StreamRequest;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.core.state.Database;
import dev.pickup.core.state.DynamoDbAccountStore;
import dev.pickup.core.state.DynamoDbAgentStore;
import dev.pickup.core.state.DynamoDbCallStore;
import dev.pickup.core.state.DynamoDbNumberStore;
import dev.pickup.core.state.DynamoDbPendingCommands;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;

/// A call in a real database that was answered just now and asked for a stream.
///
/// @param stream what the carrier was asked to open
record AnsweredCall(CallId id, CallLeg leg, StreamRequest stream) {
    private static final Instant MADE = Instant.parse("2026-11-01T08:00:00Z");

    static AnsweredCall in(Database database, AgentSettings settings) {
        AccountId account = new AccountId("acc_" + UUID.randomUUID().toString().replace("-", ""));
        AgentId agent = new AgentId("agt_desk");
        PhoneNumber number =
                new PhoneNumber("+131255" + ThreadLocalRandom.current().nextInt(10_000, 100_000));
        new DynamoDbAccountStore(database)
                .create(new Account(account, "Clinic", 50, Optional.empty(), Account.Status.ACTIVE, MADE, 1));
        DynamoDbAgentStore agents = new DynamoDbAgentStore(database);
        agents.create(new Agent(account, agent, 1, settings, MADE, MADE));
        DynamoDbNumberStore numbers = new DynamoDbNumberStore(database);
        numbers.add(new Did(
                account,
                number,
                "desk",
                Did.Source.MANAGED,
                Did.CarrierName.TELNYX,
                "1293384261075731499",
                Did.Status.ACTIVE,
                Optional.empty(),
                MADE,
                Optional.empty(),
                1));
        numbers.attach(account, number, agent, MADE);
        return answer(
                database,
                new CallResolver(new DynamoDbAccountStore(database), numbers, agents, new DynamoDbCallStore(database)),
                number);
    }

    String token() {
        String path = stream.url().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static AnsweredCall answer(Database database, CallResolver resolver, PhoneNumber number) {
        CallStore calls = new DynamoDbCallStore(database);
        CallDesk desk = new CallDesk(calls, resolver);
        Instant now = Clock.systemUTC().instant();
        String id = UUID.randomUUID().toString();
        CallLeg leg = new CallLeg(Did.CarrierName.TELNYX, id, "v3:" + id, "session");
        CarrierEvent.Offer offer = new CarrierEvent.Offer(leg, Optional.of(new PhoneNumber("+13125550100")), number);
        CallId call = CallId.of(Did.CarrierName.TELNYX, id);
        AtomicReference<StreamRequest> asked = new AtomicReference<>();
        CommandSender commands = new CommandSender(
                calls,
                new DynamoDbPendingCommands(database),
                desk,
                _ -> new Opening(asked),
                new StreamDoor(URI.create("http://127.0.0.1"), new SecureRandom()));
        desk.take(call, new CarrierEvent.CallOffered("e1-" + id, now, offer));
        commands.deliver(call, now);
        desk.take(call, new CarrierEvent.CallAnswered("e2-" + id, now, offer));
        commands.deliver(call, now);
        return new AnsweredCall(call, leg, asked.get());
    }

    /// Takes every command and keeps the stream that is asked for.
    private record Opening(AtomicReference<StreamRequest> asked) implements Carrier {
        @Override
        public void answer(CallLeg leg, CommandId id) {}

        @Override
        public void startStream(CallLeg leg, StreamRequest request, CommandId id) {
            asked.set(request);
        }

        @Override
        public void stopStream(CallLeg leg, CommandId id) {}

        @Override
        public void hangUp(CallLeg leg, CommandId id) {}

        @Override
        public void speak(CallLeg leg, String sentence, String language, CommandId id) {}

        @Override
        public void transfer(CallLeg leg, PhoneNumber to, CommandId id) {}

        @Override
        public LegStatus status(CallLeg leg) {
            return new LegStatus.Alive();
        }
    }
}
