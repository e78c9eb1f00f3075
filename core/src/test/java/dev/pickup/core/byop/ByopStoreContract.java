package dev.pickup.core.byop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.byop.ByopImport.Reason;
import dev.pickup.core.byop.ByopStore.Due;
import dev.pickup.core.byop.ByopStore.StartOutcome;
import dev.pickup.core.carrier.NumberRouting;
import dev.pickup.core.carrier.NumberRouting.Difference;
import dev.pickup.core.carrier.Preparation;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.events.DomainEvent;
import dev.pickup.events.NumberEvent.NumberRolledBack;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [ByopStore] does.
public abstract class ByopStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private final PhoneNumber number =
            new PhoneNumber("+1415" + ThreadLocalRandom.current().nextInt(2_000_000, 9_999_999));
    private AccountId account;
    private CredentialId credential;

    protected abstract ByopStore store();

    protected abstract AccountId newAccount();

    /// Stores one; numbers may depend on it.
    protected abstract CredentialId newCredential(AccountId of);

    /// Whether it could be deleted now; it is not.
    protected abstract boolean isFree(AccountId of, CredentialId id);

    /// The status of the number, as whoever answers its calls sees it; empty when nobody does.
    protected abstract Optional<Did.Status> resolved(PhoneNumber called);

    protected abstract List<DomainEvent> events(AccountId of);

    @BeforeEach
    void ownAccount() {
        account = newAccount();
        credential = newCredential(account);
    }

    @Test
    void anImportIsReadAsItWasWrittenAndItsFieldsKeepTheirOrder() {
        ByopImport first = first(account, credential);

        assertThat(store().start(first)).isEqualTo(StartOutcome.STARTED);

        ByopImport read = store().find(account, number).orElseThrow();
        assertThat(read).isEqualTo(first);
        assertThat(read.before().fields().keySet()).containsExactly("zebra", "apple", "mango");
        assertThat(resolved(number)).contains(Did.Status.CONFIGURING);
        assertThat(store().list(account, 10, Optional.empty()).items()).containsExactly(first);
    }

    @Test
    void everyPartOfALaterStageIsReadAsItWasWritten() {
        ByopImport state = started();
        state = saved(state.prepared(new Preparation.Ready(Map.of("apple", "\"us\""), List.of("Texts stay."))));
        state = saved(state.failed("timeout", NOW));
        state = saved(state.active(NOW));
        state = saved(state.seen(List.of(new Difference("apple", "\"us\"", "null")), NOW));
        assertThat(resolved(number)).contains(Did.Status.ACTIVE);
        state = saved(state.rollingBack(true, NOW));
        assertThat(resolved(number)).contains(Did.Status.RELEASING);
        state = saved(state.undoing(new Reason("carrier-rejected", "No.")));

        assertThat(store().find(account, number)).contains(state);
    }

    @Test
    void aNumberIsOneAccountsOnly() {
        started();
        AccountId other = newAccount();

        assertThat(store().start(first(other, newCredential(other)))).isEqualTo(StartOutcome.NUMBER_TAKEN);
        assertThat(store().start(first(account, credential))).isEqualTo(StartOutcome.NUMBER_TAKEN);

        assertThat(store().find(other, number)).isEmpty();
    }

    @Test
    void withoutItsCredentialNothingIsStarted() {
        assertThat(store().start(first(account, new CredentialId("cred_gone"))))
                .isEqualTo(StartOutcome.CREDENTIAL_NOT_FOUND);
        AccountId other = newAccount();
        assertThat(store().start(first(other, credential))).isEqualTo(StartOutcome.CREDENTIAL_NOT_FOUND);

        assertThat(store().find(account, number)).isEmpty();
        assertThat(resolved(number)).isEmpty();
    }

    @Test
    void aCredentialIsNotFreeWhileANumberDependsOnIt() {
        ByopImport state = started();
        assertThat(isFree(account, credential)).isFalse();

        saved(saved(state.rollingBack(false, NOW)).undone(NOW));
        assertThat(isFree(account, credential)).isTrue();
    }

    @Test
    void anUndoneImportLeavesNothingButItself() {
        ByopImport state = saved(started().rollingBack(false, NOW));
        ByopImport undone = state.undone(NOW);
        DomainEvent told =
                new NumberRolledBack("evt_" + number.e164().substring(1), account.value(), NOW, number.e164());

        assertThat(store().save(undone, List.of(told))).isTrue();

        assertThat(store().find(account, number)).contains(undone);
        assertThat(store().list(account, 10, Optional.empty()).items()).isEmpty();
        assertThat(resolved(number)).isEmpty();
        assertThat(isFree(account, credential)).isTrue();
        assertThat(events(account)).contains(told);
    }

    @Test
    void whatWasUndoneCanBeImportedAgainAlsoByAnother() {
        saved(saved(started().rollingBack(false, NOW)).undone(NOW));

        AccountId other = newAccount();
        ByopImport theirs = first(other, newCredential(other));
        assertThat(store().start(theirs)).isEqualTo(StartOutcome.STARTED);
        saved(saved(theirs.rollingBack(false, NOW)).undone(NOW));
        assertThat(store().start(first(account, credential))).isEqualTo(StartOutcome.STARTED);
    }

    @Test
    void whoReadAnOlderVersionWritesNothing() {
        ByopImport state = started();
        ByopImport held = saved(state.held(NOW));

        assertThat(store().save(state.active(NOW), List.of())).isFalse();

        assertThat(store().find(account, number)).contains(held);
        assertThat(resolved(number)).contains(Did.Status.CONFIGURING);
    }

    @Test
    void whoWorkedOnAnEarlierImportOfTheNumberWritesNothing() {
        ByopImport earlier = started();
        saved(saved(earlier.rollingBack(false, NOW)).undone(NOW));
        ByopImport later = ByopImport.start(
                account, credential, CarrierName.TWILIO, routing(), Optional.empty(), NOW.plusSeconds(60));
        store().start(later);

        assertThat(store().save(earlier.held(NOW), List.of())).isFalse();

        assertThat(store().find(account, number)).contains(later);
    }

    @Test
    void whatIsDueIsFoundUntilItIsDone() {
        ByopImport state = started();
        Due ours = new Due(account, number);
        Instant due = state.progress().dueAt().orElseThrow();

        eventually(() -> assertThat(store().due(due, 100)).contains(ours));
        assertThat(store().due(due.minusSeconds(1), 100)).doesNotContain(ours);
        saved(saved(state.rollingBack(false, NOW)).undone(NOW));
        eventually(
                () -> assertThat(store().due(NOW.plus(Duration.ofDays(9)), 100)).doesNotContain(ours));
    }

    private static void eventually(ThrowingRunnable fact) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(fact);
    }

    private ByopImport started() {
        ByopImport first = first(account, credential);
        assertThat(store().start(first)).isEqualTo(StartOutcome.STARTED);
        return first;
    }

    private ByopImport saved(ByopImport next) {
        assertThat(store().save(next, List.of()))
                .as(next.stage() + " " + next.version())
                .isTrue();
        return next;
    }

    private ByopImport first(AccountId of, CredentialId with) {
        return ByopImport.start(of, with, CarrierName.TWILIO, routing(), Optional.empty(), NOW);
    }

    private NumberRouting routing() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("zebra", "null");
        fields.put("apple", "\"https://old.example.com\"");
        fields.put("mango", "{\"a\":true}");
        return new NumberRouting(number, "PN1", fields, Map.of("status", "\"in-use\""));
    }
}
