package dev.pickup.core.state;

import dev.pickup.core.call.CallId;
import dev.pickup.core.call.PendingCommands;
import dev.pickup.core.call.StreamToken;
import dev.pickup.core.carrier.CarrierCommand;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// Commands that wait in `pickup-calls`; stream tokens in `pickup-idempotency`.
public final class DynamoDbPendingCommands implements PendingCommands {
    /// Position, in `open`'s writes, of the one that asks whether the stream is still wanted.
    private static final int WANTED = 1;

    private final Database database;

    public DynamoDbPendingCommands(Database database) {
        this.database = database;
    }

    @Override
    public List<Pending> of(CallId call) {
        return CallPartition.all(database, call, Keys.COMMAND).stream()
                .map(item -> CommandItems.read(call, item))
                .toList();
    }

    @Override
    public void done(Pending command) {
        database.run(
                "finish command",
                () -> database.client()
                        .deleteItem(r -> r.tableName(Tables.CALLS.name()).key(key(command))));
    }

    @Override
    public Opening open(Pending command, StreamToken token, String authToken, Instant now) {
        CallId call = command.call();
        int number = ((CarrierCommand.StartStream) command.command()).number();
        Put put = Put.builder()
                .tableName(Tables.IDEMPOTENCY.name())
                .item(TokenItems.fresh(token, call, authToken, now.plus(StreamToken.LIFETIME)))
                .conditionExpression("attribute_not_exists(pk)")
                .build();
        List<Integer> refused = database.transact(
                "open stream",
                List.of(
                        TransactWriteItem.builder().put(put).build(),
                        TransactWriteItem.builder()
                                .update(present(call, number, token))
                                .build(),
                        TransactWriteItem.builder().update(taken(command, now)).build()));
        if (refused.isEmpty()) {
            return Opening.OPENED;
        }
        return refused.contains(WANTED) ? Opening.NOT_WANTED : Opening.IN_OTHER_HANDS;
    }

    @Override
    public void release(Pending command) {
        database.writes(
                "release command",
                () -> database.client()
                        .updateItem(r -> r.tableName(Tables.CALLS.name())
                                .key(key(command))
                                .updateExpression("REMOVE takenUntil")
                                .conditionExpression("attribute_exists(pk)")));
    }

    private static Update taken(Pending command, Instant now) {
        return Update.builder()
                .tableName(Tables.CALLS.name())
                .key(key(command))
                .updateExpression("SET takenUntil = :until")
                .conditionExpression(
                        "attribute_exists(pk) AND (attribute_not_exists(takenUntil) OR takenUntil <= :now)")
                .expressionAttributeValues(Map.of(
                        ":until", millis(now.plus(SENDING)),
                        ":now", millis(now)))
                .build();
    }

    private static Map<String, AttributeValue> key(Pending command) {
        return Attributes.of(Keys.call(command.call()), command.key()).toMap();
    }

    private static AttributeValue millis(Instant instant) {
        return AttributeValue.fromN(Long.toString(instant.toEpochMilli()));
    }

    private static Update present(CallId call, int number, StreamToken token) {
        return Update.builder()
                .tableName(Tables.CALLS.name())
                .key(CallHeader.key(call))
                .updateExpression("SET streamTokens = list_append(streamTokens, :token), #version = #version + :one")
                .conditionExpression("streamNumber = :number AND streamWanted = :true"
                        + " AND NOT #state IN (:ended, :finalized, :transferred)")
                .expressionAttributeNames(Map.of("#version", CallItems.VERSION, "#state", CallItems.STATE))
                .expressionAttributeValues(Map.of(
                        ":token", AttributeValue.fromL(List.of(AttributeValue.fromS(token.hash()))),
                        ":one", AttributeValue.fromN("1"),
                        ":number", AttributeValue.fromN(Integer.toString(number)),
                        ":true", AttributeValue.fromBool(true),
                        ":ended", AttributeValue.fromS("ENDED"),
                        ":finalized", AttributeValue.fromS("FINALIZED"),
                        ":transferred", AttributeValue.fromS("TRANSFERRED")))
                .build();
    }
}
