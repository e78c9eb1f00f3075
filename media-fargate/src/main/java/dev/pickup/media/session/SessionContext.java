package dev.pickup.media.session;

import dev.pickup.core.call.CallClaims;
import dev.pickup.core.call.TaskId;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.events.journal.JournalEntry;
import dev.pickup.media.audio.Recordings;
import dev.pickup.media.listening.EndOfTurn;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.replying.LanguageModel;
import dev.pickup.media.replying.ToolInvoker;
import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.turn.TurnSettings;
import java.time.Duration;
import java.util.Optional;

/// What all calls of a task share. Any thread.
public interface SessionContext {
    TaskId task();

    VoiceActivity voiceActivity();

    SpeechToText speechToText();

    /// Judges pauses; absent when none is configured.
    Optional<EndOfTurn> endOfTurn();

    LanguageModel model();

    TextToSpeech voice();

    JournalEntry.Engines engineNames();

    CallClaims claims();

    Carrier carrier();

    ToolInvoker tools();

    CallJournal journal();

    Recordings recordings();

    Clips clips();

    TurnSettings.Waits waits();

    /// Replies that may be begun in one turn of the caller's before it is over.
    int speculations();

    Duration heartbeat();

    long sendAheadMs();

    /// Adds to a counter of the task.
    void add(String counter, long amount);

    default void count(String counter) {
        add(counter, 1);
    }
}
