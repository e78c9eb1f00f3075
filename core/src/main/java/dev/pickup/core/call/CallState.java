package dev.pickup.core.call;

/// Where a call is. `RINGING → ANSWERED → IN_PROGRESS ⇄ TRANSFERRING → TRANSFERRED`, each `→ ENDED → FINALIZED`.
public enum CallState {
    RINGING,
    ANSWERED,
    IN_PROGRESS,
    TRANSFERRING,
    TRANSFERRED,
    ENDED,
    FINALIZED
}
