package dev.pickup.core.number;

import dev.pickup.core.Page;
import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.number.Did.Status;
import dev.pickup.core.number.NumberOrder.Stage;
import dev.pickup.core.usage.NumberCharge;
import dev.pickup.events.DomainEvent;
import dev.pickup.events.NumberEvent.NumberFailed;
import dev.pickup.events.NumberEvent.NumberPurchased;
import dev.pickup.events.NumberEvent.NumberReleased;
import dev.pickup.events.NumberEvent.NumberReturned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Numbers and their orders in memory, as the contracts of both stores want them.
final class InMemoryNumbers implements NumberOrders, NumberStore {
    final Set<AgentId> agents = new HashSet<>();
    final List<DomainEvent> events = new ArrayList<>();
    final List<NumberCharge> charges = new ArrayList<>();
    private final Map<OrderReference, NumberOrder> orders = new HashMap<>();
    private final Map<PhoneNumber, AccountId> owners = new HashMap<>();
    private final Map<String, Did> dids = new HashMap<>();
    private final Map<AccountId, Integer> bought = new HashMap<>();

    @Override
    public synchronized BeginOutcome begin(NumberOrder order, int limit) {
        if (orders.containsKey(order.reference())) {
            return BeginOutcome.KNOWN;
        }
        PhoneNumber number = order.wish().number();
        if (owners.containsKey(number)) {
            return Objects.equals(owners.get(number), order.account()) ? BeginOutcome.OURS : BeginOutcome.TAKEN;
        }
        if (bought.getOrDefault(order.account(), 0) >= limit) {
            return BeginOutcome.LIMIT_REACHED;
        }
        orders.put(order.reference(), order);
        owners.put(number, order.account());
        bought.merge(order.account(), 1, Integer::sum);
        put(shown(order, Optional.empty(), order.wish().label(), 1));
        return BeginOutcome.BEGUN;
    }

    @Override
    public synchronized BeginOutcome adopt(NumberOrder order) {
        Optional<Did> did = find(order.account(), order.wish().number());
        if (orders.containsKey(order.reference())) {
            return BeginOutcome.KNOWN;
        }
        if (did.isEmpty() || did.get().purchase().isPresent()) {
            return BeginOutcome.TAKEN;
        }
        orders.put(order.reference(), order);
        put(shown(order, did.get().agent(), did.get().label(), did.get().version() + 1));
        return BeginOutcome.BEGUN;
    }

    @Override
    public synchronized Optional<NumberOrder> find(AccountId account, NumberOrderId id) {
        return Optional.ofNullable(orders.get(new OrderReference(account, id)));
    }

    @Override
    public synchronized Page<NumberOrder> ofAccount(AccountId account, int limit, Optional<String> next) {
        List<NumberOrder> rest = orders.values().stream()
                .filter(order -> order.account().equals(account))
                .sorted(Comparator.comparing(order -> order.id().value()))
                .filter(order -> next.filter(last -> order.id().value().compareTo(last) <= 0)
                        .isEmpty())
                .toList();
        List<NumberOrder> page = rest.stream().limit(limit).toList();
        boolean more = rest.size() > page.size();
        return new Page<>(page, more ? Optional.of(page.getLast().id().value()) : Optional.empty());
    }

    @Override
    public synchronized Optional<NumberOrder> save(NumberOrder before, NumberOrder after, Instant now) {
        if (!before.equals(orders.get(before.reference()))) {
            return Optional.empty();
        }
        NumberOrder next = after.next();
        orders.put(next.reference(), next);
        String id = "evt_" + next.id() + "_" + next.version();
        String account = next.account().value();
        String number = next.wish().number().e164();
        find(next.account(), next.wish().number())
                .filter(did -> !before.stage().isFailed()
                        || did.purchase()
                                .filter(p -> p.order().equals(next.id()))
                                .isPresent())
                .ifPresent(did -> put(shown(next, did.agent(), did.label(), did.version() + 1)));
        if (next.times().purchasedAt().isPresent()
                && before.times().purchasedAt().isEmpty()) {
            events.add(new NumberPurchased(id, account, now, number, next.id().value()));
        }
        if (next.hasReturnedMoreThan(before)) {
            events.add(new NumberReturned(id, account, now, number, next.id().value()));
        }
        if (next.stage().isFailed() && !before.stage().isFailed()) {
            owners.remove(next.wish().number());
            bought.merge(next.account(), -1, Integer::sum);
            String reason = next.progress().problem().orElseThrow().code().wireName();
            events.add(new NumberFailed(id, account, now, number, next.id().value(), reason));
        }
        if (next.stage() == Stage.RELEASED && before.stage() != Stage.RELEASED) {
            owners.remove(next.wish().number());
            next.times().purchasedAt().ifPresent(_ -> bought.merge(next.account(), -1, Integer::sum));
            dids.remove(key(next.account(), next.wish().number()));
            events.add(new NumberReleased(id, account, now, number, next.id().value()));
        }
        return Optional.of(next);
    }

    @Override
    public synchronized boolean charge(NumberOrder before, NumberOrder after, NumberCharge charge) {
        boolean isCharged = charges.stream().anyMatch(c -> c.id().equals(charge.id()));
        if (isCharged || !before.equals(orders.get(before.reference()))) {
            return false;
        }
        orders.put(before.reference(), after.next());
        charges.add(charge);
        events.add(charge.toEvent());
        return true;
    }

    @Override
    public synchronized void forget(AccountId account, PhoneNumber number) {
        dids.computeIfPresent(key(account, number), (_, did) -> did.status() == Status.FAILED ? null : did);
    }

    @Override
    public synchronized List<OrderReference> due(Instant now, int limit) {
        return orders.values().stream()
                .filter(order -> !order.stage().isAtRest())
                .filter(order -> !order.isHeld(now) && !order.work().dueAt().isAfter(now))
                .sorted(Comparator.comparing(order -> order.work().dueAt()))
                .limit(limit)
                .map(NumberOrder::reference)
                .toList();
    }

    @Override
    public synchronized List<OrderReference> chargeable(Instant now, int limit) {
        return orders.values().stream()
                .filter(order ->
                        NumberRent.due(order).filter(due -> !due.isAfter(now)).isPresent())
                .limit(limit)
                .map(NumberOrder::reference)
                .toList();
    }

    @Override
    public synchronized AddOutcome add(Did did) {
        Optional<Did> before = find(did.account(), did.number());
        boolean isThere = before.filter(d -> d.status() != Status.FAILED).isPresent();
        if (isThere || owners.putIfAbsent(did.number(), did.account()) != null) {
            return AddOutcome.TAKEN;
        }
        put(did);
        return AddOutcome.ADDED;
    }

    @Override
    public synchronized Optional<Did> find(AccountId account, PhoneNumber number) {
        return Optional.ofNullable(dids.get(key(account, number)));
    }

    @Override
    public synchronized Optional<Did> resolve(PhoneNumber number) {
        return Optional.ofNullable(owners.get(number)).flatMap(account -> find(account, number));
    }

    @Override
    public synchronized Page<Did> list(AccountId account, int limit, Optional<String> next) {
        return new Page<>(
                dids.values().stream()
                        .filter(did -> did.account().equals(account))
                        .toList(),
                Optional.empty());
    }

    @Override
    public synchronized AttachOutcome attach(AccountId account, PhoneNumber number, AgentId agent, Instant now) {
        if (find(account, number).isEmpty()) {
            return AttachOutcome.NUMBER_NOT_FOUND;
        }
        return agents.contains(agent) ? drive(account, number, Optional.of(agent)) : AttachOutcome.AGENT_NOT_FOUND;
    }

    @Override
    public synchronized AttachOutcome detach(AccountId account, PhoneNumber number, Instant now) {
        return find(account, number).isEmpty()
                ? AttachOutcome.NUMBER_NOT_FOUND
                : drive(account, number, Optional.empty());
    }

    @Override
    public synchronized AttachOutcome label(AccountId account, PhoneNumber number, String label) {
        throw new UnsupportedOperationException("no test here needs it");
    }

    private AttachOutcome drive(AccountId account, PhoneNumber number, Optional<AgentId> agent) {
        Did did = find(account, number).orElseThrow();
        put(new Did(
                did.account(),
                did.number(),
                did.label(),
                did.source(),
                did.carrier(),
                did.carrierNumberId(),
                did.status(),
                agent,
                did.createdAt(),
                did.byop(),
                did.purchase(),
                did.version() + 1));
        return AttachOutcome.DONE;
    }

    private static Did shown(NumberOrder order, Optional<AgentId> agent, String label, int version) {
        return new Did(
                order.account(),
                order.wish().number(),
                label,
                Did.Source.MANAGED,
                Did.CarrierName.TELNYX,
                order.carrier().numberId().orElse(""),
                order.stage().status(),
                agent,
                order.times().createdAt(),
                Optional.empty(),
                Optional.of(new Did.Purchase(
                        order.id(), order.carrier().price(), order.progress().problem())),
                version);
    }

    private void put(Did did) {
        dids.put(key(did.account(), did.number()), did);
    }

    private static String key(AccountId account, PhoneNumber number) {
        return account + number.e164();
    }
}
