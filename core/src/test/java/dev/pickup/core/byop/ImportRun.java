package dev.pickup.core.byop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.byop.ByopImport.Stage;
import dev.pickup.core.byop.ByopImporter.Imported;
import dev.pickup.core.byop.ByopImporter.RolledBack;
import dev.pickup.core.byop.ImportSchedule.Act;
import dev.pickup.core.byop.OpenAccounts.Opened;
import dev.pickup.core.carrier.CarrierAccount;
import dev.pickup.core.carrier.CarrierNumber;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.NumberRouting;
import dev.pickup.core.carrier.OurPlace;
import dev.pickup.core.credential.CredentialId;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One schedule on one customer's account: the real importer and the real client over a real socket; only the store is
/// a fake, and time is virtual. After every act it is compared what we say, what we keep and what the carrier has.
final class ImportRun {
    private static final AccountId ACCOUNT = new AccountId("acc_a");
    private static final CredentialId CREDENTIAL = new CredentialId("cred_one");
    private static final AgentId AGENT = new AgentId("agt_one");
    private static final URI HOOK = URI.create("https://pickup.example.com/webhooks/voice/cred_one");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int MOST_SWEEPS = 5;

    private final SimulatedCustomer customer;
    private final ImportSchedule schedule;
    private final ImportTally tally;
    private final HttpClient calm;
    private final FakeByopStore store = new FakeByopStore();
    private final ByopStore mortal = new MortalByopStore(store, this::moment);
    private final ImportDriver driver;
    private final ByopImporter importer;
    private final String before;
    private final NumberRouting routing;
    private Instant now = Instant.parse("2026-11-26T10:00:00Z");
    private int lives;

    ImportRun(
            SimulatedCustomer.Carrier carrier, SimulatedCustomer customer, ImportSchedule schedule, ImportTally tally) {
        this.customer = customer;
        this.schedule = schedule;
        this.tally = tally;
        calm = tally.http();
        store.credential(ACCOUNT, CREDENTIAL);
        HttpClient http = new MortalHttp(calm, carrier::route, this::moment, tally::misfortune);
        OpenAccounts accounts = accounts(customer.open(http, schedule.patience(), schedule.attempts()));
        driver = driver(accounts);
        importer = new ByopImporter(mortal, accounts, driver, () -> now);
        before = customer.state();
        routing = tally.truths().computeIfAbsent(customer.number(), _ -> truth());
    }

    void run() {
        for (Act act : schedule.acts()) {
            now = now.plus(act.passed());
            lives = act.lives();
            customer.provoke(act.troubles());
            try {
                perform(act);
            } catch (ProcessDied death) {
                tally.death(String.valueOf(death.getMessage()));
            } catch (CarrierUnavailableException | CarrierRejectedException _) {
                // whoever asked is told; somebody comes again
            }
            theWayBackIsKept();
        }
        customer.provoke(List.of());
        lives = Integer.MAX_VALUE;
        finish();
    }

    private void perform(Act act) {
        switch (act.who()) {
            case IMPORT -> heldTo(importer.take(ACCOUNT, CREDENTIAL, customer.number(), Optional.of(AGENT)));
            case ROLLBACK -> heldTo(importer.rollBack(ACCOUNT, customer.number(), false));
            case FORCED_ROLLBACK -> heldTo(importer.rollBack(ACCOUNT, customer.number(), true));
            case RECONCILER -> sweep(driver);
        }
    }

    private void heldTo(Imported told) {
        tally.told(told);
        switch (told) {
            case Imported.PutBack _ ->
                assertThat(customer.state()).as("put back").isEqualTo(before);
            case Imported.Known(ByopImport state)
            when state.stage() == Stage.ACTIVE ->
                assertThat(customer.rings(HOOK)).as("with us").isTrue();
            case Imported.Known _ -> {}
            case Imported.CredentialNotFound _, Imported.NumberNotThere _, Imported.NumberTaken _ ->
                throw new AssertionError("Nobody took the number or the credential away: " + told);
        }
    }

    private void heldTo(RolledBack told) {
        tally.told(told);
        switch (told) {
            case RolledBack.Done _, RolledBack.NotImported _ ->
                assertThat(customer.state()).as("rolled back").isEqualTo(before);
            case RolledBack.UnderWay _ -> {}
            case RolledBack.ChangedMeanwhile(var differences) ->
                throw new AssertionError("Nobody else changed anything: " + differences);
        }
    }

    /// Whatever has been changed, it is known who did it and what was there; and no later reading ever takes the place
    /// of the first one.
    private void theWayBackIsKept() {
        Optional<ByopImport> kept = store.find(ACCOUNT, customer.number()).filter(i -> i.stage() != Stage.UNDONE);
        kept.ifPresent(
                i -> assertThat(i.before().fields()).as("the rollback point").isEqualTo(routing.fields()));
        if (!customer.state().equals(before)) {
            assertThat(kept).as("kept before anything is changed").isPresent();
            assertThat(customer.bearing(kept.orElseThrow().placeName()))
                    .as("made once")
                    .doesNotHaveDuplicates();
        }
    }

    /// Without deaths and troubles it comes to an end, and then goes back.
    private void finish() {
        ImportDriver healthy = driver(accounts(customer.open(calm, LONG, 1)));
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            now = now.plus(Duration.ofHours(2));
            sweep(healthy);
        }
        Stage stage =
                store.find(ACCOUNT, customer.number()).map(ByopImport::stage).orElse(Stage.UNDONE);
        tally.settled(stage);
        switch (stage) {
            case ACTIVE -> assertThat(customer.rings(HOOK)).as("with us").isTrue();
            case UNDONE -> assertThat(customer.state()).as("undone").isEqualTo(before);
            case READ, PREPARED, UNDOING, STUCK -> throw new AssertionError("not at rest: " + stage);
        }
        OpenAccounts accounts = accounts(customer.open(calm, LONG, 1));
        RolledBack told =
                new ByopImporter(store, accounts, healthy, () -> now).rollBack(ACCOUNT, customer.number(), false);
        assertThat(told).isInstanceOfAny(RolledBack.Done.class, RolledBack.NotImported.class);
        assertThat(customer.state()).as("after the rollback").isEqualTo(before);
        assertThat(store.ownerOf(customer.number())).isEmpty();
        assertThat(store.statusOf(customer.number())).isEmpty();
        assertThat(store.dependentsOf(CREDENTIAL)).isEmpty();
    }

    private void sweep(ImportDriver by) {
        store.due(now, 10).forEach(due -> by.drive(due.account(), due.number()));
    }

    /// As the number points before anybody does anything.
    private NumberRouting truth() {
        CarrierAccount account = customer.open(calm, LONG, 1);
        return account.find(customer.number())
                .map(CarrierNumber::id)
                .flatMap(account::routing)
                .orElseThrow();
    }

    private ImportDriver driver(OpenAccounts accounts) {
        return new ImportDriver(
                mortal,
                (_, _) -> moment("attach"),
                accounts,
                i -> new OurPlace(i.placeName(), HOOK, HOOK, HOOK),
                () -> now);
    }

    private OpenAccounts accounts(CarrierAccount account) {
        return (_, _) -> Optional.of(new Opened(customer.carrier(), account));
    }

    private void moment(String what) {
        if (lives-- <= 0) {
            throw new ProcessDied(what);
        }
    }
}
