package dev.pickup.media.turn;

import dev.pickup.events.journal.JournalEntry.Latency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the time of one reply went. Stages as [Latency] defines them; stamps in us since the answer. A model that was
/// asked before the turn was declared over has a head start, and a voice that rehearsed: that much of their stages lies
/// within the endpoint's.
///
/// `own` is summed from the gaps between the stages, which is the same as response minus stages as long as the reply
/// needed no tool; with tools, the tools' time and the model's earlier rounds are nobody's stage, and not ours either.
final class TurnLedger {
    private static final long NONE = -1;

    private final long lastSpeechUs;
    private final long declaredUs;
    private final long wordsUs;
    private long askedUs = NONE;
    private long tokenUs = NONE;
    private long clauseUs = NONE;
    private long handedUs = NONE;
    private long audioUs = NONE;
    private long wireUs = NONE;
    private long ownUs;
    private long readyUs;
    private boolean disturbed;

    /// @param lastSpeechUs the caller's last speech sample
    /// @param declaredUs   the turn was declared over
    /// @param wordsUs      the words were in hand
    TurnLedger(long lastSpeechUs, long declaredUs, long wordsUs) {
        this.lastSpeechUs = lastSpeechUs;
        this.declaredUs = declaredUs;
        this.wordsUs = Math.max(wordsUs, declaredUs);
        this.readyUs = this.wordsUs;
    }

    /// All that the next request needs is there: the words, or the tools' results.
    void ready(long atUs) {
        readyUs = atUs;
    }

    void asked(long atUs) {
        if (clauseUs == NONE) {
            ownUs += Math.max(0, atUs - readyUs);
            askedUs = atUs;
            tokenUs = NONE;
        }
    }

    void token(long atUs) {
        if (tokenUs == NONE) {
            tokenUs = atUs;
        }
    }

    /// The first clause is complete.
    void clause(long atUs) {
        if (clauseUs == NONE) {
            clauseUs = atUs;
        }
    }

    void audio(long handed, long atUs) {
        if (audioUs == NONE && clauseUs != NONE) {
            handedUs = handed;
            audioUs = atUs;
            ownUs += Math.max(0, handed - Math.max(clauseUs, wordsUs)); // written ahead: it waited for the caller
        }
    }

    /// The first frame is on the wire. Audio that is not the model's came first: a filler, which says nothing
    /// about us.
    void wire(long atUs) {
        if (audioUs == NONE) {
            disturbed = true;
        } else {
            ownUs += Math.max(0, atUs - Math.max(audioUs, wordsUs)); // rehearsed: it waited for the caller
        }
        wireUs = atUs;
    }

    /// The reply had to wait for the caller or for a guarded sentence: its response says nothing about us.
    void disturb() {
        disturbed = true;
    }

    /// The ledger, once the reply is on the wire.
    Optional<Latency> latency() {
        if (wireUs == NONE) {
            return Optional.empty();
        }
        return Optional.of(new Latency(
                ms(lastSpeechUs, declaredUs),
                ms(declaredUs, wordsUs),
                ms(askedUs, tokenUs),
                ms(tokenUs, clauseUs),
                ms(handedUs, audioUs),
                headStart(),
                disturbed ? null : ms(lastSpeechUs, wireUs),
                disturbed ? null : ownUs / 1_000.0));
    }

    /// How much of the model's and the voice's stages was over when the words were in hand.
    private @Nullable Long headStart() {
        if (askedUs == NONE || clauseUs == NONE || askedUs >= wordsUs) {
            return null;
        }
        long writtenUs = Math.min(wordsUs, clauseUs) - askedUs;
        long spokenUs = audioUs == NONE ? 0 : Math.max(0, Math.min(wordsUs, audioUs) - handedUs);
        return Math.round((writtenUs + spokenUs) / 1_000.0);
    }

    private static @Nullable Long ms(long fromUs, long toUs) {
        return fromUs == NONE || toUs == NONE ? null : Math.max(0, Math.round((toUs - fromUs) / 1_000.0));
    }
}
