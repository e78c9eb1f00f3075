package dev.pickup.core.state;

import dev.pickup.core.Page;
import dev.pickup.core.call.Call;
import dev.pickup.core.call.CallId;
import dev.pickup.core.call.CallResult;
import dev.pickup.core.call.Finalizations;
import dev.pickup.events.journal.JournalEntry.Measure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The end of calls in `pickup-calls`, in one transaction with the ledger.
public final class DynamoDbFinalizations implements Finalizations {
    // What of a transcript is searched; an item holds 400 KB, and lists read it. Chosen.
    private static final int MAX_WORDS = 8_000;

    private final Database database;

    public DynamoDbFinalizations(Database database) {
        this.database = database;
    }

    @Override
    public List<Measure> measures(CallId call) {
        Map<Measure, Long> sums = new LinkedHashMap<>();
        CallPartition.all(database, call, Keys.MEASURES).stream()
                .flatMap(item -> TranscriptItems.measures(item).stream())
                .forEach(m -> sums.merge(new Measure(m.part(), m.provider(), 0, m.unit()), m.units(), Long::sum));
        return sums.entrySet().stream()
                .map(e -> new Measure(
                        e.getKey().part(),
                        e.getKey().provider(),
                        e.getValue(),
                        e.getKey().unit()))
                .sorted(Comparator.comparing(Measure::part).thenComparing(Measure::unit))
                .toList();
    }

    @Override
    public boolean closeJournal(Call call, Instant now) {
        return call.closing().journalClosedAt().isEmpty()
                && database.transact("force journal", List.of(CallHeader.write(call.journalForced(now))))
                        .isEmpty();
    }

    @Override
    public boolean finish(Call call, CallResult result, String words, Optional<Charge> charge) {
        Call finished = call.finalized(result);
        String searched =
                words.substring(0, Math.min(words.length(), MAX_WORDS)).toLowerCase(Locale.ROOT);
        Attributes header = CallItems.header(finished, call.version() + 1).text(CallItems.WORDS, searched);
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(CallHeader.write(header, finished));
        charge.ifPresent(c -> {
            writes.add(UsageItems.append(c.usage()));
            writes.add(Outbox.put(Tables.CALLS, Keys.call(call.id()), c.event()));
        });
        return database.transact("finalize call", writes).isEmpty();
    }

    @Override
    public Page<CallId> unfinished(int limit, Optional<String> next) {
        ScanRequest.Builder scan = ScanRequest.builder()
                .tableName(Tables.CALLS.name())
                .indexName(Tables.UNFINISHED_CALLS.name())
                .limit(limit);
        next.ifPresent(cursor -> scan.exclusiveStartKey(Cursor.decode(cursor)));
        ScanResponse answer =
                database.run("list unfinished calls", () -> database.client().scan(scan.build()));
        return new Page<>(
                answer.items().stream().map(CallItems::id).toList(),
                answer.hasLastEvaluatedKey() && !answer.lastEvaluatedKey().isEmpty()
                        ? Optional.of(Cursor.encode(answer.lastEvaluatedKey()))
                        : Optional.empty());
    }
}
