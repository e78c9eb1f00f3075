package dev.pickup.core.state;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.Agent;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.agent.AgentStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Agents in `pickup-accounts`: an item with the newest version, which carries the deletion mark, and one per
/// version.
public final class DynamoDbAgentStore implements AgentStore {
    private static final TableShape TABLE = Tables.ACCOUNTS;
    private static final String ALIVE = Writes.PRESENT + " AND attribute_not_exists(deleted)";

    private final Database database;

    public DynamoDbAgentStore(Database database) {
        this.database = database;
    }

    @Override
    public SaveOutcome create(Agent agent) {
        List<Integer> refused =
                database.transact("create agent", List.of(newest(agent, Writes.ABSENT, Map.of()), version(agent)));
        return refused.isEmpty() ? SaveOutcome.SAVED : SaveOutcome.EXISTS;
    }

    @Override
    public SaveOutcome save(Agent agent) {
        TransactWriteItem newest = newest(
                agent,
                ALIVE + " AND version = :before",
                Map.of(":before", AttributeValue.fromN(Integer.toString(agent.version() - 1))));
        if (database.transact("save agent", List.of(newest, version(agent))).isEmpty()) {
            return SaveOutcome.SAVED;
        }
        Optional<Agent> found = find(agent.account(), agent.id());
        if (found.isEmpty()) {
            return SaveOutcome.NOT_FOUND;
        }
        // A caller that repeats a save of unknown outcome finds its own work done.
        return found.get().equals(agent) ? SaveOutcome.SAVED : SaveOutcome.STALE;
    }

    @Override
    public Optional<Agent> find(AccountId account, AgentId id) {
        return database.get(AgentItems.KIND, TABLE, Keys.account(account), Keys.agent(id))
                .filter(item -> !item.has("deleted"))
                .map(AgentItems::read);
    }

    @Override
    public Optional<Agent> find(AccountId account, AgentId id, int version) {
        return database.get(AgentItems.KIND, TABLE, Keys.account(account), Keys.version(id, version))
                .map(AgentItems::read);
    }

    /// A page may hold fewer than `limit` agents, deleted ones being left out of it.
    @Override
    public Page<Agent> list(AccountId account, int limit, Optional<String> next) {
        Page<Item> page =
                new Listing(AgentItems.KIND, TABLE, Keys.account(account), "AGENT#", false).page(database, limit, next);
        return new Page<>(
                page.items().stream()
                        .filter(item -> !item.has("deleted"))
                        .map(AgentItems::read)
                        .toList(),
                page.next());
    }

    @Override
    public Page<Agent> versions(AccountId account, AgentId id, int limit, Optional<String> next) {
        return new Listing(AgentItems.KIND, TABLE, Keys.account(account), Keys.versionsOf(id), true)
                .page(database, limit, next)
                .map(AgentItems::read);
    }

    @Override
    public DeleteOutcome delete(AccountId account, AgentId id) {
        TransactWriteItem mark = Writes.update(
                TABLE,
                Attributes.of(Keys.account(account), Keys.agent(id)),
                "SET deleted = :yes",
                ALIVE,
                Attributes.nested().flag(":yes", true));
        TransactWriteItem drivesNothing = Writes.check(
                TABLE, Attributes.of(Keys.account(account), Keys.numbersOf(id)), "attribute_not_exists(numbers)");
        List<Integer> refused = database.transact("delete agent", List.of(mark, drivesNothing));
        if (refused.isEmpty()) {
            return DeleteOutcome.DELETED;
        }
        return refused.contains(0) ? DeleteOutcome.NOT_FOUND : DeleteOutcome.NUMBERS_ATTACHED;
    }

    private static TransactWriteItem newest(Agent agent, String condition, Map<String, AttributeValue> values) {
        return Writes.put(TABLE, AgentItems.write(Keys.agent(agent.id()), agent), condition, values);
    }

    private static TransactWriteItem version(Agent agent) {
        return Writes.put(TABLE, AgentItems.write(Keys.version(agent.id(), agent.version()), agent), Writes.ABSENT);
    }
}
