package dev.pickup.media.stream;

import dev.pickup.core.call.CallClaims.ClaimOutcome;
import dev.pickup.core.call.CallClaims.PendingStream;
import dev.pickup.core.call.ClaimedCall;
import dev.pickup.core.call.StreamToken;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.media.audio.WireFormat.ByteOrder;
import dev.pickup.media.session.Mailbox;
import dev.pickup.media.speaking.OutputLine;
import java.util.Optional;

/// What a socket needs of the task it belongs to. Any thread; the ones that say so block.
public interface StreamHost {
    /// Takes one of the task's places; false when all are taken.
    boolean enter();

    /// Gives the place back.
    void leave();

    /// Whether the socket may be opened. Blocks.
    Optional<PendingStream> peek(StreamToken token);

    /// Spends the token and takes the call. Blocks.
    ClaimOutcome claim(StreamToken token, String carrierCallId);

    /// Holds the call until it is over. Blocks all that time.
    void hold(ClaimedCall call, Mailbox mailbox, OutputLine line, JournalEntry.WireFormat format);

    /// Whether the caller's leg is over; asks the carrier, blocks.
    boolean legOver(CallLeg leg, boolean stopSeen);

    /// L16 byte order until the audio tells.
    ByteOrder byteOrder();

    void count(String counter);

    void add(String counter, long amount);
}
