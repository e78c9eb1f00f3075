package dev.pickup.core.byop;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.byop.ByopImport.Stage;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.number.Did;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.events.DomainEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Imports in memory. One thread.
final class FakeByopStore implements ByopStore {
    private final Map<String, ByopImport> imports = new HashMap<>();
    private final Map<PhoneNumber, AccountId> owners = new HashMap<>();
    private final Map<PhoneNumber, Did.Status> numbers = new HashMap<>();
    private final Map<CredentialId, AccountId> credentials = new HashMap<>();
    private final Map<CredentialId, Set<PhoneNumber>> dependents = new HashMap<>();
    private final List<DomainEvent> events = new ArrayList<>();

    void credential(AccountId account, CredentialId id) {
        credentials.put(id, account);
        dependents.put(id, new HashSet<>());
    }

    Set<PhoneNumber> dependentsOf(CredentialId id) {
        return dependents.get(id);
    }

    Optional<AccountId> ownerOf(PhoneNumber number) {
        return Optional.ofNullable(owners.get(number));
    }

    Optional<Did.Status> statusOf(PhoneNumber number) {
        return Optional.ofNullable(numbers.get(number));
    }

    List<DomainEvent> events() {
        return events;
    }

    @Override
    public StartOutcome start(ByopImport first) {
        boolean known = find(first.account(), first.number())
                .filter(i -> i.stage() != Stage.UNDONE)
                .isPresent();
        if (owners.containsKey(first.number()) || known) {
            return StartOutcome.NUMBER_TAKEN;
        }
        if (!first.account().equals(credentials.get(first.credential()))) {
            return StartOutcome.CREDENTIAL_NOT_FOUND;
        }
        owners.put(first.number(), first.account());
        numbers.put(first.number(), Did.Status.CONFIGURING);
        dependents.get(first.credential()).add(first.number());
        imports.put(key(first.account(), first.number()), first);
        return StartOutcome.STARTED;
    }

    @Override
    public Optional<ByopImport> find(AccountId account, PhoneNumber number) {
        return Optional.ofNullable(imports.get(key(account, number)));
    }

    @Override
    public boolean save(ByopImport next, List<DomainEvent> told) {
        ByopImport newest = imports.get(key(next.account(), next.number()));
        if (newest == null
                || newest.version() != next.version() - 1
                || !newest.startedAt().equals(next.startedAt())) {
            return false;
        }
        imports.put(key(next.account(), next.number()), next);
        events.addAll(told);
        switch (next.stage()) {
            case READ, PREPARED -> numbers.put(next.number(), Did.Status.CONFIGURING);
            case ACTIVE -> numbers.put(next.number(), Did.Status.ACTIVE);
            case UNDOING -> numbers.put(next.number(), Did.Status.RELEASING);
            case STUCK -> numbers.put(next.number(), Did.Status.FAILED);
            case UNDONE -> {
                owners.remove(next.number());
                numbers.remove(next.number());
                dependents.get(next.credential()).remove(next.number());
            }
        }
        return true;
    }

    @Override
    public List<Due> due(Instant now, int limit) {
        return imports.values().stream()
                .filter(i ->
                        i.progress().dueAt().filter(due -> !due.isAfter(now)).isPresent())
                .map(i -> new Due(i.account(), i.number()))
                .limit(limit)
                .toList();
    }

    @Override
    public Page<ByopImport> list(AccountId account, int limit, Optional<String> next) {
        return new Page<>(
                imports.values().stream()
                        .filter(i -> i.account().equals(account) && i.stage() != Stage.UNDONE)
                        .toList(),
                Optional.empty());
    }

    private static String key(AccountId account, PhoneNumber number) {
        return account + number.e164();
    }
}
