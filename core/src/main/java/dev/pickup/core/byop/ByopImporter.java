package dev.pickup.core.byop;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.byop.ByopImport.Stage;
import dev.pickup.core.byop.OpenAccounts.Opened;
import dev.pickup.core.carrier.CarrierAccount;
import dev.pickup.core.carrier.CarrierNumber;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.NumberRouting;
import dev.pickup.core.carrier.NumberRouting.Difference;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.number.PhoneNumber;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Imports numbers and rolls them back: what a request asks for, up to where it can be carried at once.
/// The rest is the reconciler's, by [ImportDriver]. Blocking; any thread; two at once for one number do
/// no harm.
///
/// Repeat: harmless; the same import asked for again tells how far it is. Faults as [ByopStore],
/// [dev.pickup.core.credential.Vault] and [CarrierAccount]: nothing was changed, or the reconciler goes
/// on with it.
public final class ByopImporter {
    // Carriers say that a change shows "shortly" or after "some seconds".
    private static final Duration LONGEST_LAG = Duration.ofMinutes(1);

    private final ByopStore store;
    private final OpenAccounts accounts;
    private final ImportDriver driver;
    private final InstantSource clock;

    public ByopImporter(ByopStore store, OpenAccounts accounts, ImportDriver driver, InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.driver = driver;
        this.clock = clock;
    }

    /// What became of an import.
    public sealed interface Imported {
        /// It is with us, or on its way: its stage says which.
        record Known(ByopImport state) implements Imported {}

        /// It failed; the number is as it was. The state says why.
        record PutBack(ByopImport state) implements Imported {}

        record CredentialNotFound() implements Imported {}

        /// The carrier account does not have this number.
        record NumberNotThere() implements Imported {}

        /// An account has the number already: this one by another way, or another one.
        record NumberTaken() implements Imported {}
    }

    /// What became of a rollback.
    public sealed interface RolledBack {
        /// Everything is as it was before the import; nothing of ours is left in the account.
        record Done(ByopImport state) implements RolledBack {}

        /// It could not be finished now; the reconciler goes on.
        record UnderWay(ByopImport state) implements RolledBack {}

        /// Somebody changed the number at the carrier meanwhile; nothing was touched. With `force` it is
        /// overwritten.
        ///
        /// @param differences the field, what it was before the import, what stands there now
        record ChangedMeanwhile(List<Difference> differences) implements RolledBack {}

        /// The number was not imported by this account, or is back already.
        record NotImported() implements RolledBack {}
    }

    /// Takes the number: reads its routing, keeps that, then points it at us.
    ///
    /// @param agent drives it from its first call on; whoever asks has checked that there is one
    public Imported take(AccountId account, CredentialId credential, PhoneNumber number, Optional<AgentId> agent) {
        Optional<ByopImport> known = store.find(account, number);
        if (known.filter(i -> i.stage() != Stage.UNDONE).isPresent()) {
            return known.get().credential().equals(credential)
                    ? outcome(driver.drive(known.get()))
                    : new Imported.NumberTaken();
        }
        Optional<Opened> opened = accounts.open(account, credential);
        if (opened.isEmpty()) {
            return new Imported.CredentialNotFound();
        }
        CarrierAccount carrierAccount = opened.get().carrierAccount();
        Optional<NumberRouting> before =
                carrierAccount.find(number).map(CarrierNumber::id).flatMap(carrierAccount::routing);
        if (before.isEmpty()) {
            return new Imported.NumberNotThere();
        }
        known.ifPresent(earlier -> refuseStale(before.get(), earlier));
        ByopImport first =
                ByopImport.start(account, credential, opened.get().carrier(), before.get(), agent, clock.instant());
        return switch (store.start(first)) {
            case STARTED -> outcome(driver.driveHeld(first));
            case NUMBER_TAKEN -> new Imported.NumberTaken();
            case CREDENTIAL_NOT_FOUND -> new Imported.CredentialNotFound();
        };
    }

    /// Puts the number back as it was.
    ///
    /// @param force overwrite what somebody else changed at the carrier since the import
    public RolledBack rollBack(AccountId account, PhoneNumber number, boolean force) {
        Optional<ByopImport> known = store.find(account, number).filter(i -> i.stage() != Stage.UNDONE);
        if (known.isEmpty()) {
            return new RolledBack.NotImported();
        }
        ByopImport state = known.get();
        if (state.isHeld(clock.instant())) {
            return new RolledBack.UnderWay(state);
        }
        if (!force) {
            List<Difference> foreign = foreign(state);
            if (!foreign.isEmpty()) {
                return new RolledBack.ChangedMeanwhile(foreign);
            }
        }
        ByopImport asked = state.rollingBack(force, clock.instant());
        ByopImport reached = store.save(asked, List.of()) ? driver.driveHeld(asked) : state;
        return reached.stage() == Stage.UNDONE ? new RolledBack.Done(reached) : new RolledBack.UnderWay(reached);
    }

    /// A rollback point that shows what we wrote in an earlier import, which was put back this minute, is a read that
    /// lags behind: it would lead back to us.
    private void refuseStale(NumberRouting read, ByopImport earlier) {
        boolean justPutBack = earlier.undoneAt().plus(LONGEST_LAG).isAfter(clock.instant());
        boolean showsUs = earlier.plan().fields().entrySet().stream()
                .anyMatch(field -> field.getValue().equals(read.fields().get(field.getKey())));
        if (justPutBack && showsUs && !read.against(earlier.before().fields()).isEmpty()) {
            throw new CarrierUnavailableException("stale-read", "");
        }
    }

    /// What somebody else changed. A number that has gone from the account has nothing to compare.
    private List<Difference> foreign(ByopImport state) {
        return accounts.open(state.account(), state.credential())
                .flatMap(
                        opened -> opened.carrierAccount().routing(state.before().numberId()))
                .map(now -> Undo.of(state, now, false).foreign())
                .orElse(List.of());
    }

    private static Imported outcome(ByopImport state) {
        return state.stage() == Stage.UNDONE ? new Imported.PutBack(state) : new Imported.Known(state);
    }
}
