package dev.pickup.media.turn;

/// The timers of a conversation; each is armed at most once at a time.
public enum Timer {
    /// The caller has been silent long enough: their turn is over.
    ENDPOINT,
    /// The recognizer has had long enough to say what it was.
    TRANSCRIPT,
    /// The caller has been making sound for too long without a pause.
    LONGEST_TURN,
    /// No further digit comes.
    DIGITS,
    /// Decide whether a sound over our voice was a barge-in.
    BARGE_IN,
    /// The model is stuck.
    MODEL,
    /// A tool is stuck.
    TOOL,
    /// The voice is stuck.
    VOICE,
    /// A mark does not come back.
    MARK,
    /// Speech goes on, and the recognizer says nothing.
    RECOGNIZER,
    /// A tool takes its time.
    FILLER,
    /// The caller waits and hears nothing.
    DEAD_AIR,
    /// Nobody says anything.
    SILENCE,
    /// 30 s are left.
    WARNING,
    /// The call has lasted long enough.
    LONGEST_CALL,
    /// The goodbye took too long: end it anyway.
    LAST_RESORT
}
