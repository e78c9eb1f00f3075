package dev.pickup.core.state;

import dev.pickup.core.call.CallId;
import dev.pickup.core.call.PendingCommands;
import dev.pickup.core.call.StreamToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// Commands that wait in `pickup-calls`; stream tokens in `pickup-idempotency`.
public final class DynamoDbPendingCommands implements PendingCommands {
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
                        .deleteItem(r -> r.tableName(Tables.CALLS.name())
                                .key(Attributes.of(Keys.call(command.call()), command.key())
                                        .toMap())));
    }

    @Override
    public boolean open(CallId call, int number, StreamToken token, String authToken, Instant now) {
        Put put = Put.builder()
                .tableName(Tables.IDEMPOTENCY.name())
                .item(TokenItems.fresh(token, call, authToken, now.plus(StreamToken.LIFETIME)))
                .conditionExpression("attribute_not_exists(pk)")
                .build();
        return database.transact(
                        "open stream",
                        List.of(
                                TransactWriteItem.builder().put(put).build(),
                                TransactWriteItem.builder()
                                        .update(present(call, number, token))
                                        .build()))
                .isEmpty();
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
