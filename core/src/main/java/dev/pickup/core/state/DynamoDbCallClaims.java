package dev.pickup.core.state;

import dev.pickup.core.agent.Agent;
import dev.pickup.core.agent.AgentStore;
import dev.pickup.core.call.Answering;
import dev.pickup.core.call.Call;
import dev.pickup.core.call.CallClaims;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.CallStore;
import dev.pickup.core.call.ClaimedCall;
import dev.pickup.core.call.StreamToken;
import dev.pickup.core.call.TaskId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Claims as conditional writes of the call's header and of the stream token, together.
public final class DynamoDbCallClaims implements CallClaims {
    // A claim loses to a webhook that writes the header at the same moment; a call has few of those.
    private static final int MAX_ATTEMPTS = 5;

    private final Database database;
    private final CallStore calls;
    private final AgentStore agents;

    public DynamoDbCallClaims(Database database, CallStore calls, AgentStore agents) {
        this.database = database;
        this.calls = calls;
        this.agents = agents;
    }

    @Override
    public Optional<PendingStream> peek(StreamToken token, Instant now) {
        return item(token)
                .filter(item -> !TokenItems.isSpent(item) && !TokenItems.isExpired(item, now))
                .map(item -> new PendingStream(TokenItems.call(item), item.text("authToken")));
    }

    @Override
    public ClaimOutcome claim(StreamToken token, String carrierCallId, TaskId task, Instant now) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<Item> item = item(token);
            if (item.isEmpty()) {
                return new ClaimOutcome.Unknown();
            }
            Optional<Call> found = calls.find(TokenItems.call(item.get()));
            if (found.isEmpty() || !found.get().leg().controlId().equals(carrierCallId)) {
                return new ClaimOutcome.WrongCall();
            }
            Call call = found.get();
            if (TokenItems.isSpent(item.get())) {
                return new ClaimOutcome.TokenSpent();
            }
            if (TokenItems.isExpired(item.get(), now)) {
                return new ClaimOutcome.Unknown();
            }
            if (!call.isLive() || !call.stream().wanted()) {
                return new ClaimOutcome.CallEnded();
            }
            Call taken = call.claimedBy(task, now);
            if (take(token, taken, task, now)) {
                return claimed(taken);
            }
        }
        throw new StoreUnavailableException("claim call", new IllegalStateException("lost every race"));
    }

    @Override
    public boolean heartbeat(CallId call, int epoch, Instant now) {
        return whileHeld(
                "heartbeat",
                call,
                epoch,
                "SET heartbeatAt = :now",
                Map.of(":now", AttributeValue.fromS(now.toString())));
    }

    @Override
    public boolean conclude(CallId call, int epoch, Instant now) {
        return whileHeld(
                "conclude",
                call,
                epoch,
                "SET streamWanted = :false, heartbeatAt = :now, #version = #version + :one",
                Map.of(
                        ":now", AttributeValue.fromS(now.toString()),
                        ":false", AttributeValue.fromBool(false),
                        ":one", AttributeValue.fromN("1")));
    }

    private boolean take(StreamToken token, Call taken, TaskId task, Instant now) {
        Attributes header = CallItems.header(taken, taken.version() + 1).instant(CallItems.HEARTBEAT, now);
        return database.transact(
                        "claim call", List.of(TokenItems.spend(token, task, now), CallHeader.write(header, taken)))
                .isEmpty();
    }

    private ClaimOutcome claimed(Call call) {
        return switch (call.answering()) {
            case Answering.Refused _ -> new ClaimOutcome.WrongCall(); // never streams
            case Answering.ByAgent by -> new ClaimOutcome.Claimed(claimed(call, by));
        };
    }

    private ClaimedCall claimed(Call call, Answering.ByAgent by) {
        Agent agent = agents.find(call.account(), by.agent(), by.version())
                .orElseThrow(() -> new CorruptItemException("call", "agentVersion"));
        return new ClaimedCall(
                call.id(),
                call.account(),
                by.agent(),
                by.version(),
                agent.settings(),
                call.caller(),
                call.called(),
                call.leg(),
                call.owner().epoch(),
                call.answeredAt().orElse(call.startedAt()),
                CallPartition.all(database, call.id(), Keys.TURN).stream()
                        .map(TranscriptItems::turn)
                        .toList());
    }

    private Optional<Item> item(StreamToken token) {
        return database.get(TokenItems.KIND, Tables.IDEMPOTENCY, Keys.stream(token.hash()), TokenItems.SORT);
    }

    private boolean whileHeld(
            String operation, CallId call, int epoch, String update, Map<String, AttributeValue> values) {
        Map<String, AttributeValue> all = new HashMap<>(values);
        all.put(":epoch", AttributeValue.fromN(Integer.toString(epoch)));
        all.put(":ended", AttributeValue.fromS("ENDED"));
        all.put(":finalized", AttributeValue.fromS("FINALIZED"));
        Map<String, String> names = new HashMap<>(Map.of("#state", CallItems.STATE));
        if (update.contains("#version")) {
            names.put("#version", CallItems.VERSION);
        }
        return database.writes(
                operation,
                () -> database.client()
                        .updateItem(r -> r.tableName(Tables.CALLS.name())
                                .key(CallHeader.key(call))
                                .updateExpression(update)
                                .conditionExpression("epoch = :epoch AND NOT #state IN (:ended, :finalized)")
                                .expressionAttributeNames(names)
                                .expressionAttributeValues(all)));
    }
}
