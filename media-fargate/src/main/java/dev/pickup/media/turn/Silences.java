package dev.pickup.media.turn;

import dev.pickup.media.turn.Utterance.After;
import java.util.Optional;

/// What is said into a silence: an excuse while the caller waits for us, a question while we wait for them. Not
/// thread-safe.
final class Silences {
    private final TurnSettings.Waits waits;
    private final Speaking speaking;
    private final Replying replying;
    private final Presence presence;
    private final Answering answering;
    private final Departure departure;

    Silences(
            TurnSettings.Waits waits,
            Speaking speaking,
            Replying replying,
            Presence presence,
            Answering answering,
            Departure departure) {
        this.waits = waits;
        this.speaking = speaking;
        this.replying = replying;
        this.presence = presence;
        this.answering = answering;
        this.departure = departure;
    }

    /// The caller waits and hears nothing: say that we are at it, or admit that we are not.
    void fill(String filler, Effects out) {
        if (!presence.mayFill()) {
            departure.giveUp(out);
            return;
        }
        Optional<Utterance> open =
                replying.utterance().filter(u -> speaking.current().equals(Optional.of(u)));
        if (open.isPresent()) {
            speaking.phraseWithin(open.get(), filler, out);
        } else {
            speaking.phrase(Priority.FILLER, new After.Listen(), filler, out);
        }
    }

    /// Nobody says anything.
    void nobodySpeaks(Effects out) {
        if (presence.wasPrompted()) {
            speaking.phrase(Priority.PROMPT, new After.HangUp(EndReason.SILENCE), Phrases.SILENT_GOODBYE, out);
        } else {
            presence.prompted();
            speaking.phrase(Priority.PROMPT, new After.Listen(), Phrases.STILL_THERE, out);
        }
    }

    /// A mark does not come back: what should have been heard was, or the caller has heard nothing.
    void marksOverdue(Effects out) {
        switch (speaking.marksOverdue(out)) {
            case Speaking.Overdue.Heard(long silentForMs) -> presence.silentFor(silentForMs);
            case Speaking.Overdue.Lost(Utterance lost) -> {
                presence.silentFor(waits.deadAir());
                answering.lost(lost, out);
            }
        }
    }
}
