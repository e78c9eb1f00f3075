package dev.pickup.core.credential;

import dev.pickup.core.carrier.Finding;
import dev.pickup.core.carrier.Finding.Cause;
import dev.pickup.core.carrier.Finding.Status;
import java.util.List;
import java.util.Optional;

/// What the doctor found out about credentials: one finding for each capability, in the carrier's order.
public record Diagnosis(List<Finding> findings) {
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /// Whether numbers can be imported: nothing that is needed is missing, and the account can be used.
    /// What is merely unknown does not stand in the way: an import that fails puts everything back.
    public boolean isUsable() {
        return trouble().isEmpty() && findings.stream().noneMatch(Diagnosis::lacks);
    }

    /// What is wrong with the account as a whole, if anything is.
    public Optional<Cause> trouble() {
        return findings.stream()
                .filter(f -> f.status() != Status.OK && f.capability().needed())
                .flatMap(f -> f.cause().stream())
                .filter(Cause::concernsAccount)
                .min(Cause::compareTo);
    }

    private static boolean lacks(Finding finding) {
        return finding.capability().needed() && finding.status() == Status.MISSING;
    }
}
