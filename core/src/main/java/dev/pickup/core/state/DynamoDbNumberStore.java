package dev.pickup.core.state;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.NumberStore;
import dev.pickup.core.number.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Numbers in `pickup-accounts`, with an item of their own that makes each unique over all accounts.
public final class DynamoDbNumberStore implements NumberStore {
    private static final TableShape TABLE = Tables.ACCOUNTS;
    static final String OWNER = "OWNER";

    private final Database database;
    private final Attachments attachments;

    public DynamoDbNumberStore(Database database) {
        this.database = database;
        this.attachments = new Attachments(database);
    }

    @Override
    public AddOutcome add(Did did) {
        if (did.agent().isPresent()) {
            throw new IllegalArgumentException("A new number drives nothing; attach it afterwards.");
        }
        Attributes owner = Attributes.of(Keys.number(did.number()), OWNER)
                .text("accountId", did.account().value());
        List<Integer> refused =
                database.transact("add number", List.of(Writes.put(TABLE, owner, Writes.ABSENT), DidItems.putNew(did)));
        return refused.isEmpty() ? AddOutcome.ADDED : AddOutcome.TAKEN;
    }

    @Override
    public Optional<Did> find(AccountId account, PhoneNumber number) {
        return database.get(DidItems.KIND, TABLE, Keys.account(account), Keys.number(number))
                .map(DidItems::read);
    }

    @Override
    public Optional<Did> resolve(PhoneNumber number) {
        return database.get("owner of a number", TABLE, Keys.number(number), OWNER)
                .map(item -> item.parsed("accountId", AccountId::new))
                .flatMap(account -> find(account, number));
    }

    @Override
    public Page<Did> list(AccountId account, int limit, Optional<String> next) {
        return new Listing(DidItems.KIND, TABLE, Keys.account(account), "NUMBER#", false)
                .page(database, limit, next)
                .map(DidItems::read);
    }

    @Override
    public AttachOutcome attach(AccountId account, PhoneNumber number, AgentId agent, Instant now) {
        return attachments.change(account, number, Optional.of(agent), now);
    }

    @Override
    public AttachOutcome detach(AccountId account, PhoneNumber number, Instant now) {
        return attachments.change(account, number, Optional.empty(), now);
    }

    @Override
    public AttachOutcome label(AccountId account, PhoneNumber number, String label) {
        List<Integer> refused = database.transact(
                "label number",
                List.of(Writes.update(
                        TABLE,
                        Attributes.of(Keys.account(account), Keys.number(number)),
                        "SET label = :label, version = version + :one",
                        Attributes.nested().text(":label", label).number(":one", 1))));
        return refused.isEmpty() ? AttachOutcome.DONE : AttachOutcome.NUMBER_NOT_FOUND;
    }
}
