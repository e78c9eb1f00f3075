package dev.pickup.core.byop;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.byop.ByopImporter.Imported;
import dev.pickup.core.byop.ByopImporter.RolledBack;
import dev.pickup.core.byop.OpenAccounts.Opened;
import dev.pickup.core.carrier.OurPlace;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An importer over a fake carrier account and a fake store, at a time of our choice; both can be made to
/// fail at any step.
final class ByopWorld {
    static final AccountId ACCOUNT = new AccountId("acc_a");
    static final AccountId STRANGER = new AccountId("acc_b");
    static final CredentialId CREDENTIAL = new CredentialId("cred_one");
    static final CredentialId STRANGERS = new CredentialId("cred_two");
    static final PhoneNumber NUMBER = new PhoneNumber("+14155550100");
    static final AgentId AGENT = new AgentId("agt_one");
    static final String ID = "PN1";

    final FakeByopStore store = new FakeByopStore();
    final List<AgentId> attached = new ArrayList<>();
    Instant now = Instant.parse("2026-11-26T10:00:00Z");
    final FakeCarrierAccount carrier = new FakeCarrierAccount(() -> now);
    Runnable aroundSaves = () -> {};

    private final OpenAccounts accounts = (account, credential) -> {
        boolean theirs = account.equals(ACCOUNT) ? credential.equals(CREDENTIAL) : credential.equals(STRANGERS);
        return theirs ? Optional.of(new Opened(CarrierName.TWILIO, carrier)) : Optional.empty();
    };
    private final ByopStore failing = new MortalByopStore(store, _ -> aroundSaves.run());
    private final ImportDriver driver = new ImportDriver(failing, this::attach, accounts, this::place, () -> now);
    private final ByopImporter importer = new ByopImporter(failing, accounts, driver, () -> now);

    ByopWorld() {
        store.credential(ACCOUNT, CREDENTIAL);
        store.credential(STRANGER, STRANGERS);
        carrier.application("APP-SHARED", "their old system", "https://old.example.com/voice");
        carrier.own("PN2", new PhoneNumber("+14155550101"), Map.of("voice_application", "\"APP-SHARED\""));
    }

    ByopWorld with(Map<String, String> fields) {
        carrier.own(ID, NUMBER, fields);
        return this;
    }

    Imported take() {
        return importer.take(ACCOUNT, CREDENTIAL, NUMBER, Optional.of(AGENT));
    }

    Imported takeAsStranger() {
        return importer.take(STRANGER, STRANGERS, NUMBER, Optional.empty());
    }

    RolledBack rollBack(boolean force) {
        return importer.rollBack(ACCOUNT, NUMBER, force);
    }

    void reconcile() {
        failing.due(now, 10).forEach(due -> driver.drive(due.account(), due.number()));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Optional<ByopImport> state() {
        return store.find(ACCOUNT, NUMBER);
    }

    private void attach(ByopImport state, AgentId agent) {
        attached.add(agent);
    }

    private OurPlace place(ByopImport state) {
        URI base = URI.create("https://pickup.example.com/webhooks/twilio/voice/" + state.credential());
        return new OurPlace(state.placeName(), base, base, base);
    }
}
