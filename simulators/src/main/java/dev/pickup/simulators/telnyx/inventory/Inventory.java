package dev.pickup.simulators.telnyx.inventory;

import dev.pickup.simulators.telnyx.account.Accounts;
import dev.pickup.simulators.telnyx.account.CarrierAccount;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The carrier's stock: which numbers are free, which are held, and which were shown to whom lately. Any thread.
///
/// A number that was somebody's is never for sale again.
public final class Inventory {
    /// A number must come from a search that is not older than this; the length is not published.
    private static final Duration RECENT = Duration.ofMinutes(30);

    private record Hold(String holder, Instant until) {
        /// Ordered, and not only reserved: nobody else can order it, and the same account cannot twice.
        boolean isOrder() {
            return until.equals(Instant.MAX);
        }
    }

    private record Shown(String organizationId, String phoneNumber) {}

    private final Accounts accounts;
    private final Clock clock;
    private final Catalogue catalogue = Catalogue.load();
    private final Set<String> gone = new HashSet<>();
    private final Map<String, Hold> holds = new HashMap<>();
    private final Map<Shown, Instant> shown = new HashMap<>();

    public Inventory(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /// One number that can be bought now.
    ///
    /// @param bestEffort it is not where it was asked for
    record Found(String phoneNumber, Series series, boolean bestEffort) {}

    /// What fits, in the order of the catalogue; what is shown can be ordered for a while.
    synchronized List<Found> search(SearchFilter wanted, CarrierAccount account) {
        Set<String> owned = accounts.everOwned();
        List<Found> found = new ArrayList<>(find(wanted, owned, account, true).toList());
        if (wanted.flags().bestEffort() && !wanted.place().anywhere() && found.size() < wanted.limit()) {
            find(wanted, owned, account, false)
                    .limit(wanted.limit() - found.size())
                    .forEach(found::add);
        }
        Instant now = clock.instant();
        found.forEach(f -> shown.put(new Shown(account.organizationId(), f.phoneNumber()), now));
        return found;
    }

    private Stream<Found> find(SearchFilter wanted, Set<String> owned, CarrierAccount account, boolean there) {
        return catalogue.series().stream()
                .filter(wanted::fits)
                .filter(s -> wanted.place().has(s) == there)
                .flatMap(s -> s.numbers().map(n -> new Found(n, s, !there)))
                .filter(f -> wanted.digits().fit(f.phoneNumber()))
                .filter(f -> !owned.contains(f.phoneNumber()) && !gone.contains(f.phoneNumber()))
                .filter(f -> heldBy(f.phoneNumber())
                        .map(h -> isReservedBy(account, h) && !wanted.flags().excludeHeld())
                        .orElse(true))
                .limit(wanted.limit());
    }

    /// Whether this account has seen the number in a search lately.
    public synchronized boolean wasShown(CarrierAccount account, String phoneNumber) {
        Instant oldest = clock.instant().minus(RECENT);
        shown.values().removeIf(at -> at.isBefore(oldest));
        return shown.containsKey(new Shown(account.organizationId(), phoneNumber));
    }

    /// Whether this account can have the number: nobody has it or ordered it, nobody else holds it.
    public synchronized boolean isFree(CarrierAccount account, String phoneNumber) {
        return catalogue.of(phoneNumber).isPresent()
                && !gone.contains(phoneNumber)
                && !accounts.everOwned().contains(phoneNumber)
                && heldBy(phoneNumber).map(h -> isReservedBy(account, h)).orElse(true);
    }

    /// Whether anybody holds it, the same account too.
    synchronized boolean isHeld(String phoneNumber) {
        return heldBy(phoneNumber).isPresent();
    }

    /// Nobody else can have the number for so long; for an order: until it is settled.
    public synchronized void hold(CarrierAccount account, String phoneNumber, Optional<Duration> length) {
        Instant until = length.map(clock.instant()::plus).orElse(Instant.MAX);
        holds.put(phoneNumber, new Hold(account.organizationId(), until));
    }

    public synchronized void release(String phoneNumber) {
        holds.remove(phoneNumber);
    }

    /// It is, or was, somebody's.
    public synchronized void sold(String phoneNumber) {
        holds.remove(phoneNumber);
        gone.add(phoneNumber);
    }

    /// Nobody else takes or holds a number while `step` runs.
    public synchronized <T> T atomically(Supplier<T> step) {
        return step.get();
    }

    /// What the first month costs, in US dollars.
    public BigDecimal price(String phoneNumber) {
        return catalogue
                .of(phoneNumber)
                .map(s -> s.offer().upfront().add(s.offer().monthly()))
                .orElseThrow();
    }

    /// ISO country and type, as orders show them.
    public Facts facts(String phoneNumber) {
        Offer offer = catalogue.of(phoneNumber).orElseThrow().offer();
        return new Facts(offer.country(), offer.type(), offer.features().contains("sms"), Requirement.of(offer));
    }

    /// @param sms          whether it can be texted
    /// @param requirements what the law asks of the buyer
    public record Facts(String country, String type, boolean sms, List<Requirement> requirements) {}

    private Optional<Hold> heldBy(String phoneNumber) {
        return Optional.ofNullable(holds.get(phoneNumber)).filter(h -> h.until().isAfter(clock.instant()));
    }

    private static boolean isReservedBy(CarrierAccount account, Hold hold) {
        return !hold.isOrder() && hold.holder().equals(account.organizationId());
    }
}
