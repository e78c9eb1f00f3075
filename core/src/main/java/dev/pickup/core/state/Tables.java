package dev.pickup.core.state;

import dev.pickup.core.state.TableShape.ChangeStream;
import dev.pickup.core.state.TableShape.Index;
import dev.pickup.core.state.TableShape.Projection;
import java.util.List;
import java.util.Optional;

/// The one definition of tables, keys and indexes. The key map is drawn in this package's description.
public final class Tables {
    /// Partition key of every table.
    public static final String PARTITION = "pk";

    /// Sort key of every table.
    public static final String SORT = "sk";

    /// Attribute after which an item counts as gone, in tables that have an expiry. DynamoDB may delete it days later:
    /// readers compare it themselves.
    public static final String EXPIRES_AT = "expiresAt";

    /// Events that wait for their delivery to the bus, oldest first. In every table that holds outbox items.
    public static final Index PENDING_OUTBOX =
            new Index("pending-outbox", "outboxShard", "outboxSince", Projection.ALL);

    /// Call headers of an account by start, for lists.
    public static final Index CALLS_BY_ACCOUNT =
            new Index("calls-by-account", "callAccount", "callStartedAt", Projection.ALL);

    /// Call headers that are not finalized, for the reconciler and for counting live calls.
    public static final Index UNFINISHED_CALLS =
            new Index("unfinished-calls", "unfinishedAccount", "unfinishedSince", Projection.ALL);

    /// Orders and imports of numbers that have something to do, by when.
    public static final Index NUMBER_WORK = new Index("number-work", "workShard", "workDue", Projection.KEYS_ONLY);

    /// Orders of numbers that cost something, by when they are charged next.
    public static final Index NUMBER_CHARGES =
            new Index("number-charges", "chargeShard", "chargeDue", Projection.KEYS_ONLY);

    /// Accounts, agents, numbers, appointments, tool invocations.
    public static final TableShape ACCOUNTS = new TableShape(
            "pickup-accounts",
            List.of(PENDING_OUTBOX, NUMBER_WORK, NUMBER_CHARGES),
            Optional.of(ChangeStream.NEW_IMAGE),
            Optional.empty());

    /// Calls with their turns, tools and commands: one partition each.
    public static final TableShape CALLS = new TableShape(
            "pickup-calls",
            List.of(CALLS_BY_ACCOUNT, UNFINISHED_CALLS, PENDING_OUTBOX),
            Optional.of(ChangeStream.NEW_AND_OLD_IMAGES),
            Optional.empty());

    /// Usage records and monthly totals.
    public static final TableShape USAGE =
            new TableShape("pickup-usage", List.of(), Optional.empty(), Optional.empty());

    /// What was done already: carrier events, stream tokens, API requests.
    public static final TableShape IDEMPOTENCY =
            new TableShape("pickup-idempotency", List.of(), Optional.empty(), Optional.of(EXPIRES_AT));

    /// Every table.
    public static final List<TableShape> ALL = List.of(ACCOUNTS, CALLS, USAGE, IDEMPOTENCY);

    private Tables() {}
}
