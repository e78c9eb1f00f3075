package dev.pickup.media;

import dev.pickup.core.call.TaskId;
import dev.pickup.media.audio.WireFormat.ByteOrder;
import dev.pickup.media.turn.TurnSettings;
import io.soabase.recordbuilder.core.RecordBuilder;
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
/// @param speculations replies that may be begun in one turn of the caller's before it is over
@RecordBuilder
public record MediaSettings(
        TaskId task,
        int mostCalls,
        ByteOrder byteOrder,
        Duration silentSocket,
        Duration heartbeat,
        Duration sendAhead,
        TurnSettings.Waits waits,
        int speculations) {

    /// The usual ones: little-endian (as Telnyx sends in practice), 5 s of nothing, heartbeat every 5 s, 200 ms ahead.
    public static MediaSettings of(TaskId task, int mostCalls) {
        return new MediaSettings(
                task,
                mostCalls,
                ByteOrder.LITTLE_ENDIAN,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMillis(200),
                TurnSettings.Waits.usual(),
                TurnSettings.USUAL_SPECULATIONS);
    }

    public MediaSettings withByteOrder(ByteOrder value) {
        return MediaSettingsBuilder.builder(this).byteOrder(value).build();
    }

    public MediaSettings withSilentSocket(Duration value) {
        return MediaSettingsBuilder.builder(this).silentSocket(value).build();
    }

    public MediaSettings withHeartbeat(Duration value) {
        return MediaSettingsBuilder.builder(this).heartbeat(value).build();
    }

    public MediaSettings withSpeculations(int value) {
        return MediaSettingsBuilder.builder(this).speculations(value).build();
    }
}
