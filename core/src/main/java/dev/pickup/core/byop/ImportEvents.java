package dev.pickup.core.byop;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pickup.core.byop.ByopImport.Stage;
import dev.pickup.core.carrier.NumberRouting.Difference;
import dev.pickup.events.DomainEvent;
import dev.pickup.events.NumberEvent.NumberDrifted;
import dev.pickup.events.NumberEvent.NumberImported;
import dev.pickup.events.NumberEvent.NumberRolledBack;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What others are told of a change of an import. Pure.
final class ImportEvents {
    private ImportEvents() {}

    static List<DomainEvent> of(ByopImport before, ByopImport after, Instant now) {
        String account = after.account().value();
        String number = after.number().e164();
        String id = "evt_"
                + UUID.nameUUIDFromBytes(
                        (account + number + after.startedAt() + "#" + after.version()).getBytes(UTF_8));
        if (before.stage() != Stage.ACTIVE && after.stage() == Stage.ACTIVE) {
            return List.of(
                    new NumberImported(id, account, now, number, after.carrier().name()));
        }
        if (after.stage() == Stage.UNDONE && before.stage() != Stage.UNDONE) {
            return after.progress().reason().isEmpty()
                    ? List.of(new NumberRolledBack(id, account, now, number))
                    : List.of(); // it never was ours: whoever asked was told
        }
        if (!after.drift().equals(before.drift())) {
            List<String> fields = after.drift().stream().map(Difference::field).toList();
            return List.of(new NumberDrifted(id, account, now, number, fields));
        }
        return List.of();
    }
}
