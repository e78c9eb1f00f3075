package dev.pickup.core.byop;

import dev.pickup.core.account.AccountId;
import dev.pickup.core.agent.AgentId;
import dev.pickup.core.carrier.NumberRouting;
import dev.pickup.core.carrier.NumberRouting.Difference;
import dev.pickup.core.carrier.Preparation;
import dev.pickup.core.credential.CredentialId;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A number on its way to us, with us, or on its way back, and all that the way back takes. Immutable;
/// every change is a new version.
///
/// ```
/// READ ── our things are made ──▶ PREPARED ── pointed, read back ──▶ ACTIVE
///   └──────────── refused, or tried too often ────────────┐             │ rollback
///                                                          ▼             ▼
///                          STUCK ◀── tried for a day ── UNDOING ◀────────┘
///                            └────── asked for again ─────▲ └── put back, read back ──▶ UNDONE
/// ```
///
/// @param agent     drives the number once it is with us
/// @param before    the number's routing before our first change: the rollback point
/// @param plan      what we write; empty until PREPARED. Kept before it is written, so that we know what
///                  is ours
/// @param drift     what of the plan was not so when last looked at, while ACTIVE
/// @param startedAt when somebody asked for it
/// @param version   grows with every write; the condition of the next one
public record ByopImport(
        AccountId account,
        PhoneNumber number,
        CredentialId credential,
        CarrierName carrier,
        Optional<AgentId> agent,
        NumberRouting before,
        Plan plan,
        Progress progress,
        List<Difference> drift,
        Instant startedAt,
        int version) {
    /// Somebody works on it for so long at most; after that whoever it was has died. Twice what the
    /// slowest step takes when every request runs into its time-out.
    static final Duration LEASE = Duration.ofMinutes(2);

    /// The way there: a carrier that fails three times in a row, each time after its client's own
    /// repeats, is not waited for. The number is put back and somebody can ask again.
    static final int MOST_ATTEMPTS_THERE = 3;

    /// The way back is gone for a day: 10 s, doubled up to an hour. Then a person has to look.
    static final int MOST_ATTEMPTS_BACK = 32;

    /// How often a number that is with us is looked at. Chosen: three reads of the carrier's API each
    /// time.
    static final Duration DRIFT_CHECK = Duration.ofMinutes(15);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    public ByopImport {
        drift = List.copyOf(drift);
    }

    /// Where it is.
    public enum Stage {
        READ,
        PREPARED,
        ACTIVE,
        UNDOING,
        STUCK,
        UNDONE;

        /// Whether work is left that nobody has to ask for.
        boolean isUnderWay() {
            return this == READ || this == PREPARED || this == UNDOING;
        }
    }

    /// What to write to the number, and what will not work even so.
    public record Plan(Map<String, String> fields, List<String> notes) {
        public static final Plan NONE = new Plan(Map.of(), List.of());

        public Plan {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
            notes = List.copyOf(notes);
        }
    }

    /// @param reason     why it is being undone, or was; empty when somebody asked for a rollback
    /// @param force      put back also what somebody else changed meanwhile
    /// @param attempts   failed ones in a row in this stage
    /// @param lastFault  code of the last of them; empty for none
    /// @param dueAt      when to look at it next; empty when only a person gets it on
    /// @param leaseUntil until then it is somebody's; in the past: nobody's
    public record Progress(
            Stage stage,
            Optional<Reason> reason,
            boolean force,
            int attempts,
            String lastFault,
            Optional<Instant> dueAt,
            Instant leaseUntil) {}

    /// @param code   stable, such as `carrier-rejected`, `changed-meanwhile`, `wrong-region`
    /// @param detail one sentence for a person
    public record Reason(String code, String detail) {}

    /// The first version: the routing is read, nothing is changed. Whoever makes it holds it.
    public static ByopImport start(
            AccountId account,
            CredentialId credential,
            CarrierName carrier,
            NumberRouting before,
            Optional<AgentId> agent,
            Instant now) {
        return new ByopImport(
                account,
                before.number(),
                credential,
                carrier,
                agent,
                before,
                Plan.NONE,
                new Progress(Stage.READ, Optional.empty(), false, 0, "", Optional.of(now.plus(LEASE)), now.plus(LEASE)),
                List.of(),
                now,
                1);
    }

    public Stage stage() {
        return progress.stage();
    }

    /// The name that whatever we make in the customer's account bears.
    public String placeName() {
        return "Pickup " + credential + " " + number.e164();
    }

    /// When it was undone; for one that is.
    Instant undoneAt() {
        return progress.leaseUntil();
    }

    public boolean isHeld(Instant now) {
        return now.isBefore(progress.leaseUntil());
    }

    /// Whether whoever holds it may still begin a request: one that began later could have its effect
    /// when somebody else works on it already.
    boolean isSafelyHeld(Instant now) {
        return now.isBefore(progress.leaseUntil().minus(LEASE.dividedBy(2)));
    }

    ByopImport held(Instant now) {
        return with(new Progress(
                stage(),
                progress.reason(),
                progress.force(),
                progress.attempts(),
                progress.lastFault(),
                Optional.of(now.plus(LEASE)),
                now.plus(LEASE)));
    }

    ByopImport prepared(Preparation.Ready ready) {
        return with(new Plan(ready.fields(), ready.notes()), at(Stage.PREPARED, progress.reason(), progress.force()));
    }

    ByopImport active(Instant now) {
        return with(
                new Progress(Stage.ACTIVE, Optional.empty(), false, 0, "", Optional.of(now.plus(DRIFT_CHECK)), now));
    }

    /// It failed on the way there: what we did is to be put back.
    ByopImport undoing(Reason why) {
        return with(at(Stage.UNDOING, Optional.of(why), false));
    }

    /// Somebody asked for the number as it was. Taken by whoever asks.
    ByopImport rollingBack(boolean force, Instant now) {
        Optional<Instant> lease = Optional.of(now.plus(LEASE));
        Optional<Reason> reason = stage() == Stage.ACTIVE ? Optional.empty() : progress.reason();
        return with(new Progress(Stage.UNDOING, reason, force, 0, "", lease, lease.get()));
    }

    ByopImport undone(Instant now) {
        return with(new Progress(Stage.UNDONE, progress.reason(), progress.force(), 0, "", Optional.empty(), now));
    }

    /// A fault that may pass. On the way there a few are borne, then it is undone; on the way back many,
    /// with growing pauses, then it is stuck.
    ByopImport failed(String fault, Instant now) {
        int attempts = progress.attempts() + 1;
        if (stage() != Stage.UNDOING) {
            return attempts < MOST_ATTEMPTS_THERE
                    ? with(faulty(stage(), attempts, fault, progress.dueAt(), progress.leaseUntil()))
                    : undoing(new Reason(
                            "carrier-unavailable",
                            "The carrier did not answer or asked for patience (" + fault + "); ask again later."));
        }
        boolean goesOn = attempts < MOST_ATTEMPTS_BACK;
        Optional<Instant> due = goesOn ? Optional.of(now.plus(pause(attempts))) : Optional.empty();
        return with(faulty(goesOn ? Stage.UNDOING : Stage.STUCK, attempts, fault, due, now));
    }

    /// Looked at while it is with us.
    ByopImport seen(List<Difference> differences, Instant now) {
        return new ByopImport(
                account,
                number,
                credential,
                carrier,
                agent,
                before,
                plan,
                active(now).progress(),
                differences,
                startedAt,
                version + 1);
    }

    private static Duration pause(int attempts) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private Progress at(Stage stage, Optional<Reason> reason, boolean force) {
        return new Progress(stage, reason, force, 0, "", progress.dueAt(), progress.leaseUntil());
    }

    private Progress faulty(Stage stage, int attempts, String fault, Optional<Instant> due, Instant leaseUntil) {
        return new Progress(stage, progress.reason(), progress.force(), attempts, fault, due, leaseUntil);
    }

    private ByopImport with(Progress next) {
        return with(plan, next);
    }

    private ByopImport with(Plan nextPlan, Progress next) {
        return new ByopImport(
                account, number, credential, carrier, agent, before, nextPlan, next, drift, startedAt, version + 1);
    }
}
