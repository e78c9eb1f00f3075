package dev.pickup.core.state;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.call.CallId;
import dev.pickup.core.message.CallerMessage;
import dev.pickup.core.message.CallerMessageStore;
import java.util.List;
import java.util.Optional;

/// Messages in `pickup-accounts`.
public final class DynamoDbCallerMessageStore implements CallerMessageStore {
    private static final TableShape TABLE = Tables.ACCOUNTS;
    private static final String KIND = "message";
    private static final String PREFIX = "MESSAGE#";

    private final Database database;

    public DynamoDbCallerMessageStore(Database database) {
        this.database = database;
    }

    @Override
    public void leave(CallerMessage message) {
        // A refusal means that it is there: the first one stands.
        database.transact("leave message", List.of(Writes.put(TABLE, write(message), Writes.ABSENT)));
    }

    @Override
    public Page<CallerMessage> list(AccountId account, int limit, Optional<String> next) {
        return new Listing(KIND, TABLE, Keys.account(account), PREFIX, false)
                .page(database, limit, next)
                .map(DynamoDbCallerMessageStore::read);
    }

    private static Attributes write(CallerMessage message) {
        return Attributes.of(Keys.account(message.account()), PREFIX + message.id())
                .text("accountId", message.account().value())
                .text("messageId", message.id())
                .text("agentId", message.agent().value())
                .text("callId", message.call().value())
                .text("text", message.text())
                .text("name", message.name())
                .text("phone", message.phone())
                .instant("leftAt", message.leftAt());
    }

    private static CallerMessage read(Item item) {
        return new CallerMessage(
                item.parsed("accountId", AccountId::new),
                item.text("messageId"),
                item.parsed("agentId", AgentId::new),
                item.parsed("callId", CallId::new),
                item.text("text"),
                item.optionalText("name"),
                item.optionalText("phone"),
                item.instant("leftAt"));
    }
}
