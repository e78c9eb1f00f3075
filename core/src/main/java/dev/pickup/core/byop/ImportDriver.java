package dev.pickup.core.byop;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.byop.ByopImport.Reason;
import dev.pickup.core.byop.ByopImport.Stage;
import dev.pickup.core.carrier.CarrierAccount;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.NumberRouting;
import dev.pickup.core.carrier.NumberRouting.Difference;
import dev.pickup.core.carrier.OurPlace;
import dev.pickup.core.carrier.Preparation;
import dev.pickup.core.number.PhoneNumber;
import dev.pickup.events.DomainEvent;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes an import as far as it goes now: one step, its outcome kept, the next step. Dying anywhere
/// leaves an import that the next drive goes on with, because every step can be done again. Blocking; any
/// thread.
public final class ImportDriver {
    private static final Logger LOG = LoggerFactory.getLogger(ImportDriver.class);
    // There and back again: READ, PREPARED, UNDOING, each with its attempts.
    private static final int MOST_STEPS = 12;
    // A change may show a little late; the carrier's own reads take long enough that no pause is needed between them.
    private static final int LOOKS = 3;

    private final ByopStore store;
    private final Attachment attachment;
    private final OpenAccounts accounts;
    private final OurPlaces places;
    private final InstantSource clock;

    /// Where an import's webhooks go.
    public interface OurPlaces {
        OurPlace of(ByopImport state);
    }

    /// Makes an agent drive the number, if it is still there. Repeat: harmless. Faults as [ByopStore].
    public interface Attachment {
        void attach(ByopImport state, AgentId agent);
    }

    public ImportDriver(
            ByopStore store, Attachment attachment, OpenAccounts accounts, OurPlaces places, InstantSource clock) {
        this.store = store;
        this.attachment = attachment;
        this.accounts = accounts;
        this.places = places;
        this.clock = clock;
    }

    /// Goes on with an import unless somebody else is at it. Repeat: harmless.
    ///
    /// @return the import as it is now
    public ByopImport drive(ByopImport state) {
        if (!state.stage().isUnderWay() || state.isHeld(clock.instant())) {
            return state;
        }
        ByopImport held = state.held(clock.instant());
        return store.save(held, List.of()) ? driveHeld(held) : newest(state);
    }

    /// The import of this number, if work on it is due: on its way, or to be looked at.
    public void drive(AccountId account, PhoneNumber number) {
        Optional<ByopImport> found = store.find(account, number)
                .filter(i -> i.progress()
                        .dueAt()
                        .filter(due -> !due.isAfter(clock.instant()))
                        .isPresent());
        if (found.isEmpty()) {
            return;
        }
        if (found.get().stage() == Stage.ACTIVE) {
            look(found.get());
        } else {
            drive(found.get());
        }
    }

    /// Goes on with an import that the caller holds.
    ByopImport driveHeld(ByopImport held) {
        ByopImport state = held;
        for (int step = 0; step < MOST_STEPS && goesOn(state); step++) {
            ByopImport next = step(state);
            if (!store.save(next, events(state, next))) {
                return newest(state); // somebody else took it over: our time was up
            }
            state = next;
        }
        return state;
    }

    private boolean goesOn(ByopImport state) {
        return state.stage().isUnderWay() && state.isSafelyHeld(clock.instant());
    }

    private ByopImport step(ByopImport state) {
        try {
            CarrierAccount account = accounts.open(state.account(), state.credential())
                    .orElseThrow(() -> new IllegalStateException("A credential stays while numbers depend on it"))
                    .carrierAccount();
            return switch (state.stage()) {
                case READ -> prepare(state, account);
                case PREPARED -> point(state, account);
                case UNDOING -> putBack(state, account);
                case ACTIVE, STUCK, UNDONE -> state;
            };
        } catch (CarrierUnavailableException e) {
            return state.failed(e.code(), clock.instant());
        } catch (CarrierRejectedException e) {
            LOG.warn("An import of {} was rejected while {}: {}", state.account(), state.stage(), e.getMessage());
            return state.stage() == Stage.UNDOING
                    ? state.failed(e.code(), clock.instant()) // keys may be put right again
                    : state.undoing(rejected(e));
        }
    }

    private ByopImport prepare(ByopImport state, CarrierAccount account) {
        return switch (account.prepare(places.of(state), state.before())) {
            case Preparation.Ready ready
            when state.before().fields().keySet().containsAll(ready.fields().keySet()) -> state.prepared(ready);
            case Preparation.Ready _ -> // a defect of the adapter; before anything was written
                state.undoing(new Reason("no-way-back", "The number cannot be imported: its routing is not readable."));
            case Preparation.Impossible no -> state.undoing(new Reason(no.code(), no.detail()));
        };
    }

    /// Points the number at us. What we find must be as it was or as we want it: anything else is a
    /// change that somebody made since we read it, and our rollback point would not bring it back.
    private ByopImport point(ByopImport state, CarrierAccount account) {
        Optional<NumberRouting> now = account.routing(state.before().numberId());
        if (now.isEmpty()) {
            return state.undoing(new Reason("number-gone", "The number left the carrier account during the import."));
        }
        if (!Undo.of(state, now.get(), false).foreign().isEmpty()) {
            return state.undoing(new Reason(
                    "changed-meanwhile", "Somebody changed the number at the carrier during the import; ask again."));
        }
        state.agent().ifPresent(agent -> attachment.attach(state, agent)); // before the first call comes
        account.write(state.before().numberId(), state.plan().fields());
        return isSo(state, account) ? state.active(clock.instant()) : state.failed("not-as-written", clock.instant());
    }

    private boolean isSo(ByopImport state, CarrierAccount account) {
        for (int look = 0; look < LOOKS; look++) {
            Optional<NumberRouting> now = account.routing(state.before().numberId());
            if (now.isPresent() && now.get().against(state.plan().fields()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /// Writes what was, reads it back, and only then removes what is ours: it cannot be removed while the
    /// number points to it. A number that has left the account takes its routing along.
    private ByopImport putBack(ByopImport state, CarrierAccount account) {
        for (int look = 0; look <= LOOKS; look++) {
            Undo undo = account.routing(state.before().numberId())
                    .map(now -> Undo.of(state, now, state.progress().force()))
                    .orElse(Undo.NOTHING);
            Map<String, String> fields = new LinkedHashMap<>(undo.toWrite());
            if (look == 0) {
                fields.putAll(undo.safely());
            }
            if (fields.isEmpty()) {
                account.removeOurs(state.placeName());
                return state.undone(clock.instant());
            }
            account.write(state.before().numberId(), fields);
        }
        return state.failed("not-as-written", clock.instant());
    }

    /// Whether a number that is with us still points at us.
    private void look(ByopImport state) {
        try {
            accounts.open(state.account(), state.credential()).ifPresent(opened -> {
                List<Difference> found = opened.carrierAccount()
                        .routing(state.before().numberId())
                        .map(now -> now.against(state.plan().fields()))
                        .orElse(List.of(new Difference("number", "\"there\"", "\"gone\"")));
                seen(state, found);
            });
        } catch (CarrierRejectedException e) {
            seen(state, List.of(new Difference("credentials", "\"accepted\"", "\"rejected " + e.code() + "\"")));
        } catch (CarrierUnavailableException e) {
            seen(state, state.drift()); // nothing was learned; later again
        }
    }

    private void seen(ByopImport state, List<Difference> differences) {
        ByopImport next = state.seen(differences, clock.instant());
        store.save(next, events(state, next));
    }

    private List<DomainEvent> events(ByopImport before, ByopImport after) {
        return ImportEvents.of(before, after, clock.instant());
    }

    private ByopImport newest(ByopImport state) {
        return store.find(state.account(), state.number()).orElse(state);
    }

    private static Reason rejected(CarrierRejectedException e) {
        return e.reason() == CarrierRejectedException.Reason.NOT_ALLOWED
                ? new Reason(
                        "carrier-not-allowed",
                        "The carrier does not let these credentials do that (" + e.code()
                                + "); test the credentials to see what is missing.")
                : new Reason("carrier-rejected", "The carrier refused the change (" + e.code() + ").");
    }
}
