package dev.pickup.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.call.CallId;
import dev.pickup.core.state.CorruptItemException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [CallerMessageStore] does.
public abstract class CallerMessageStoreContract {
    private AccountId account;

    protected abstract CallerMessageStore store();

    protected abstract AccountId newAccount();

    /// Removes the text of a stored message.
    protected abstract void corrupt(CallerMessage message);

    @BeforeEach
    void ownAccount() {
        account = newAccount();
    }

    @Test
    void aMessageIsReadAsItWasLeftAndTheFirstOneStands() {
        CallerMessage message = message("m1", "Please call back.");
        store().leave(message);
        store().leave(message("m1", "Never mind."));

        assertThat(store().list(account, 10, Optional.empty()).items()).containsExactly(message);
        assertThat(store().list(newAccount(), 10, Optional.empty()).items()).isEmpty();
    }

    @Test
    void messagesComeInPages() {
        for (int i = 0; i < 5; i++) {
            store().leave(message("m" + i, "Message " + i));
        }
        Page<CallerMessage> first = store().list(account, 3, Optional.empty());
        Page<CallerMessage> second = store().list(account, 3, first.next());

        assertThat(first.items()).extracting(CallerMessage::id).containsExactly("m0", "m1", "m2");
        assertThat(second.items()).extracting(CallerMessage::id).containsExactly("m3", "m4");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void aCorruptMessageIsAFaultAndNotAbsent() {
        CallerMessage message = message("m1", "Please call back.");
        store().leave(message);
        corrupt(message);

        assertThatThrownBy(() -> store().list(account, 10, Optional.empty()))
                .isInstanceOf(CorruptItemException.class)
                .hasMessageContaining("text");
    }

    private CallerMessage message(String id, String text) {
        return new CallerMessage(
                account,
                id,
                new AgentId("agt_one"),
                new CallId("call_1"),
                text,
                Optional.of("Ada"),
                Optional.empty(),
                Instant.parse("2026-11-23T10:00:00Z"));
    }
}
