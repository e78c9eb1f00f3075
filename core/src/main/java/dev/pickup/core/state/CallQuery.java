package dev.pickup.core.state;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.call.Call;
import dev.pickup.core.call.CallFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// The list of an account's calls: one index, newest first; what is not in its key is filtered by the database.
final class CallQuery {
    // What one answer may read: 10 pages of 100 headers. A filter that matches nothing costs that, then says `next`.
    private static final int MAX_PAGES = 10;
    private static final int PAGE = 100;
    private static final String BEGINNING_OF_TIME = "0";
    private static final String END_OF_TIME = "9";

    private CallQuery() {}

    static Page<Call> run(Database database, AccountId account, CallFilter filter, int limit, Optional<String> next) {
        Map.Entry<String, String> partition = Map.entry(Tables.CALLS_BY_ACCOUNT.partition(), Keys.account(account));
        QueryRequest query = query(account, filter);
        List<Item> found = new ArrayList<>();
        Optional<String> cursor = next;
        for (int pages = 0; pages < MAX_PAGES; pages++) {
            Page<Item> page = database.page("call", partition, cursor, query);
            found.addAll(page.items());
            cursor = page.next();
            if (found.size() > limit) {
                return new Page<>(calls(found.subList(0, limit)), Optional.of(cursorAfter(found.get(limit - 1))));
            }
            if (cursor.isEmpty() || found.size() == limit) {
                break;
            }
        }
        return new Page<>(calls(found), cursor);
    }

    private static List<Call> calls(List<Item> items) {
        return items.stream().map(CallItems::read).toList();
    }

    private static String cursorAfter(Item last) {
        return Cursor.encode(
                List.of(
                                Tables.PARTITION,
                                Tables.SORT,
                                Tables.CALLS_BY_ACCOUNT.partition(),
                                Tables.CALLS_BY_ACCOUNT.sort())
                        .stream()
                        .collect(Collectors.toMap(name -> name, name -> AttributeValue.fromS(last.text(name)))));
    }

    private static QueryRequest query(AccountId account, CallFilter filter) {
        Map<String, String> names = new HashMap<>(
                Map.of("#account", Tables.CALLS_BY_ACCOUNT.partition(), "#started", Tables.CALLS_BY_ACCOUNT.sort()));
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":account", AttributeValue.fromS(Keys.account(account)));
        values.put(
                ":from",
                AttributeValue.fromS(filter.from().map(CallItems::sortable).orElse(BEGINNING_OF_TIME)));
        values.put(
                ":to", AttributeValue.fromS(filter.to().map(CallItems::sortable).orElse(END_OF_TIME)));
        List<String> conditions = new ArrayList<>();
        equal(conditions, names, values, CallItems.AGENT, filter.agent().map(a -> a.value()));
        equal(conditions, names, values, CallItems.CALLED, filter.number().map(n -> n.e164()));
        equal(conditions, names, values, CallItems.OUTCOME, filter.outcome().map(Enum::name));
        filter.words().ifPresent(words -> {
            names.put("#words", CallItems.WORDS);
            names.put("#caller", "caller");
            values.put(":words", AttributeValue.fromS(words.toLowerCase(Locale.ROOT)));
            conditions.add("(contains(#words, :words) OR contains(#caller, :words))");
        });
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(Tables.CALLS.name())
                .indexName(Tables.CALLS_BY_ACCOUNT.name())
                .keyConditionExpression("#account = :account AND #started BETWEEN :from AND :to")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .scanIndexForward(false)
                .limit(PAGE);
        return conditions.isEmpty()
                ? query.build()
                : query.filterExpression(String.join(" AND ", conditions)).build();
    }

    private static void equal(
            List<String> conditions,
            Map<String, String> names,
            Map<String, AttributeValue> values,
            String attribute,
            Optional<String> wanted) {
        wanted.ifPresent(value -> {
            names.put("#" + attribute, attribute);
            values.put(":" + attribute, AttributeValue.fromS(value));
            conditions.add("#" + attribute + " = :" + attribute);
        });
    }
}
