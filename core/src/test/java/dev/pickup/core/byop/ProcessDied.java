package dev.pickup.core.byop;

/// The end of a process: nothing of ours catches it.
final class ProcessDied extends Error {
    private static final long serialVersionUID = 1L;

    /// @param where what it was about to do, or had just done
    ProcessDied(String where) {
        super(where, null, false, false);
    }
}
