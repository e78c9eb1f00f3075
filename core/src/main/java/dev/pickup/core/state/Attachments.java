package dev.pickup.core.state;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.NumberStore.AttachOutcome;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.events.DomainEvent;
import dev.pickup.events.NumberEvent.NumberAttached;
import dev.pickup.events.NumberEvent.NumberDetached;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Which agent a number drives: the number, both agents' sets of numbers and the event change in one transaction.
final class Attachments {
    private static final TableShape TABLE = Tables.ACCOUNTS;
    private static final int NUMBER = 0;
    // The last writer wins; more than a few writers of one number at one instant are not people.
    private static final int MAX_LOST_RACES = 5;

    private final Database database;

    Attachments(Database database) {
        this.database = database;
    }

    AttachOutcome change(AccountId account, PhoneNumber number, Optional<AgentId> wanted, Instant now) {
        for (int attempt = 0; attempt < MAX_LOST_RACES; attempt++) {
            Optional<Did> found = database.get(DidItems.KIND, TABLE, Keys.account(account), Keys.number(number))
                    .map(DidItems::read);
            if (found.isEmpty()) {
                return AttachOutcome.NUMBER_NOT_FOUND;
            }
            if (found.get().agent().equals(wanted)) {
                return AttachOutcome.DONE;
            }
            List<Integer> refused = database.transact("attach number", writes(found.get(), wanted, now));
            if (refused.isEmpty()) {
                return AttachOutcome.DONE;
            }
            if (!refused.contains(NUMBER)) {
                return AttachOutcome.AGENT_NOT_FOUND;
            }
        }
        throw new StoreUnavailableException(
                "attach number", new IllegalStateException("lost " + MAX_LOST_RACES + " races"));
    }

    private static List<TransactWriteItem> writes(Did before, Optional<AgentId> wanted, Instant now) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(number(before, wanted));
        wanted.ifPresent(agent -> {
            writes.add(Writes.check(
                    TABLE,
                    Attributes.of(Keys.account(before.account()), Keys.agent(agent)),
                    Writes.PRESENT + " AND attribute_not_exists(deleted)"));
            writes.add(numbersOf(before, agent, "ADD numbers :number"));
        });
        before.agent().ifPresent(agent -> writes.add(numbersOf(before, agent, "DELETE numbers :number")));
        writes.add(Outbox.put(TABLE, Keys.account(before.account()), event(before, wanted, now)));
        return writes;
    }

    private static TransactWriteItem number(Did before, Optional<AgentId> wanted) {
        Attributes values = Attributes.nested()
                .number(":before", before.version())
                .number(":after", before.version() + 1L)
                .text(":agent", wanted.map(AgentId::value));
        return Writes.update(
                TABLE,
                Attributes.of(Keys.account(before.account()), Keys.number(before.number())),
                wanted.isPresent() ? "SET version = :after, agentId = :agent" : "SET version = :after REMOVE agentId",
                "version = :before",
                values);
    }

    private static TransactWriteItem numbersOf(Did did, AgentId agent, String change) {
        // Adding what is there and removing what is not are harmless: the set needs no condition of its own.
        return TransactWriteItem.builder()
                .update(u -> u.tableName(TABLE.name())
                        .key(Attributes.of(Keys.account(did.account()), Keys.numbersOf(agent))
                                .toMap())
                        .updateExpression(change)
                        .expressionAttributeValues(Map.of(
                                ":number",
                                AttributeValue.fromSs(List.of(did.number().e164())))))
                .build();
    }

    private static DomainEvent event(Did before, Optional<AgentId> wanted, Instant now) {
        String account = before.account().value();
        String number = before.number().e164();
        String fact = account + number + "#" + (before.version() + 1);
        String eventId = "evt_" + UUID.nameUUIDFromBytes(fact.getBytes(StandardCharsets.UTF_8));
        return wanted.<DomainEvent>map(agent -> new NumberAttached(eventId, account, now, number, agent.value()))
                .orElseGet(() -> new NumberDetached(eventId, account, now, number));
    }
}
