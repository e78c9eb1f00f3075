package dev.pickup.media;

import dev.pickup.core.call.TaskId;
import dev.pickup.media.audio.WireFormat.ByteOrder;
import dev.pickup.media.turn.TurnSettings;
import java.time.Duration;

/// How a media task runs. Immutable.
///
/// @param task         who we are
/// @param mostCalls    calls at once; further sockets are refused with 503
/// @param byteOrder    of L16 until the audio itself tells
/// @param silentSocket a socket that sends nothing for so long is dead
/// @param heartbeat    how often the task says that it holds its calls
/// @param sendAhead    how much audio lies at the carrier: covers jitter, and is what a `clear` throws away
/// @param waits        time-outs of the conversation
public record MediaSettings(
        TaskId task,
        int mostCalls,
        ByteOrder byteOrder,
        Duration silentSocket,
        Duration heartbeat,
        Duration sendAhead,
        TurnSettings.Waits waits) {

    /// The usual ones: little-endian (as Telnyx sends in practice), 5 s of nothing, heartbeat every 5 s, 200 ms ahead.
    public static MediaSettings of(TaskId task, int mostCalls) {
        return new MediaSettings(
                task,
                mostCalls,
                ByteOrder.LITTLE_ENDIAN,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMillis(200),
                TurnSettings.Waits.usual());
    }

    public MediaSettings withByteOrder(ByteOrder value) {
        return new MediaSettings(task, mostCalls, value, silentSocket, heartbeat, sendAhead, waits);
    }

    public MediaSettings withSilentSocket(Duration value) {
        return new MediaSettings(task, mostCalls, byteOrder, value, heartbeat, sendAhead, waits);
    }

    public MediaSettings withHeartbeat(Duration value) {
        return new MediaSettings(task, mostCalls, byteOrder, silentSocket, value, sendAhead, waits);
    }
}
