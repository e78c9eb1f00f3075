package dev.pickup.simulators.telnyx.call;

/// The person at the other end of a leg. Called on the exchange's loop.
interface FarEnd {
    /// The leg was answered; frames follow.
    void answered();

    /// Lets 20 ms pass: `heard` comes to the person, `said` is filled with what they say.
    void frame(short[] heard, short[] said);

    /// What was to be played to the person was thrown away, `atMs` after the answer.
    void cleared(double atMs);

    /// The other side pressed a key.
    void hearDigit(char digit);

    /// The leg is over.
    void ended(Hangup hangup);
}
