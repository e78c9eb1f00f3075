package dev.pickup.core.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.core.agent.ToolAnswer;
import dev.pickup.core.agent.ToolAnswer.Outcome;
import dev.pickup.core.agent.ToolAnswerStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Answers of tools in `pickup-idempotency`.
public final class DynamoDbToolAnswerStore implements ToolAnswerStore {
    private static final TableShape TABLE = Tables.IDEMPOTENCY;
    private static final String KIND = "answer of a tool";
    private static final String SORT = "ANSWER";
    // Longer than any call: the caps on a call's length are hours.
    private static final Duration KEPT = Duration.ofDays(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> RESULT = new TypeReference<>() {};

    private final Database database;

    public DynamoDbToolAnswerStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<ToolAnswer> find(Invocation invocation, Instant now) {
        return database.get(KIND, TABLE, key(invocation), SORT)
                .filter(item -> item.number(Tables.EXPIRES_AT) > now.getEpochSecond())
                .map(DynamoDbToolAnswerStore::read);
    }

    @Override
    public ToolAnswer keep(Invocation invocation, ToolAnswer answer, Instant now) {
        Attributes item = Attributes.of(key(invocation), SORT)
                .text("outcome", answer.outcome().name())
                .text("result", json(answer.result()))
                .number(Tables.EXPIRES_AT, now.plus(KEPT).getEpochSecond());
        boolean first = database.transact(
                        "keep answer",
                        List.of(Writes.put(
                                TABLE,
                                item,
                                Writes.ABSENT + " OR " + Tables.EXPIRES_AT + " <= :now",
                                Map.of(":now", AttributeValue.fromN(Long.toString(now.getEpochSecond()))))))
                .isEmpty();
        return first ? answer : find(invocation, now).orElse(answer);
    }

    private static String key(Invocation invocation) {
        return Keys.answer(invocation.account(), invocation.call(), invocation.id());
    }

    private static ToolAnswer read(Item item) {
        return new ToolAnswer(item.parsed("outcome", Outcome::valueOf), item.parsed("result", text -> {
            try {
                return JSON.readValue(text, RESULT);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(e);
            }
        }));
    }

    private static String json(Map<String, Object> result) {
        try {
            return JSON.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A tool's result is plain values", e);
        }
    }
}
