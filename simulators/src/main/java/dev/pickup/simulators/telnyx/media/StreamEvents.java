package dev.pickup.simulators.telnyx.media;

/// Told what becomes of a media stream, on the exchange's loop.
public interface StreamEvents {
    /// `start` was sent.
    void started();

    /// It has ended in order; nothing more comes.
    void stopped();

    /// It never began, or it broke; nothing more comes. The call goes on.
    void failed();

    /// The customer sent `clear`.
    void cleared();

    /// Something for the report.
    void note(String sentence);

    /// Milliseconds since the call was answered.
    double nowMs();
}
