package dev.pickup.media.turn;

import java.util.List;
import java.util.Map;

/// One input of a [Conversation]. Times inside are on the call's own line: ms (or us, where said) since the
/// answer.
///
/// Every fact is journaled under its simple name with its components: enough to replay the call.
public sealed interface Fact {
    /// From the caller's side.
    sealed interface FromCaller extends Fact {}

    /// From the language model. `run` names one request; facts of a run that is not the current one are stale.
    sealed interface FromModel extends Fact {
        int run();
    }

    /// From the voice, about one utterance.
    sealed interface FromVoice extends Fact {
        int utterance();
    }

    /// From the output: what went out and what was heard of one utterance.
    sealed interface FromOutput extends Fact {
        int utterance();
    }

    /// The socket carries audio now. `resumed` when another task held the call before.
    record Opened(boolean resumed) implements Fact {}

    /// Voice activity: speech goes on for ~100 ms; its first sample was at `atMs`.
    record SpeechStarted(long atMs) implements FromCaller {}

    /// Voice activity: no sound for some 70 ms. Speech has not paused yet, and mostly goes on; the last sound was at
    /// `atMs`.
    record SpeechHushed(long atMs) implements FromCaller {}

    /// Voice activity: the last speech sample was at `atMs`.
    record SpeechPaused(long atMs) implements FromCaller {}

    /// How the voice sounded at the pause that follows; comes right before it. Absent when too little was voiced.
    ///
    /// @param atMs         the last speech sample
    /// @param level        pitch of the last voiced sound against the caller's usual one, in semitones
    /// @param slope        how it moved over its last quarter of a second, in semitones
    /// @param energy       its loudness against the turn's, in dB
    /// @param lastVoicedMs length of the last voiced sound
    record Intonation(long atMs, double level, double slope, double energy, long lastVoicedMs) implements FromCaller {
        /// From -1, the voice is held up and goes on, to 1, it fell as at the end of a thought. A long vowel on one
        /// pitch is somebody thinking.
        double finality() {
            if (lastVoicedMs >= 350 && Math.abs(slope) < 1 && level > -2) {
                return -0.8;
            }
            return 0.45 * share(-level, 4) + 0.35 * share(-slope, 3) + 0.2 * share(-energy, 10);
        }

        private static double share(double value, double whole) {
            return Math.clamp(value / whole, -1.0, 1.0);
        }
    }

    /// The end-of-turn model's probability that the turn is over with the pause whose last speech sample was at `atMs`.
    record EndOfTurnJudged(long atMs, double probability) implements FromCaller {}

    /// The recognizer's text for the time between; an interim replaces the one before.
    ///
    /// @param language BCP 47, what it was spoken in; empty when the recognizer does not tell
    record Transcribed(String text, long startMs, long endMs, boolean isFinal, String language) implements FromCaller {
        /// In whatever language.
        public Transcribed(String text, long startMs, long endMs, boolean isFinal) {
            this(text, startMs, endMs, isFinal, "");
        }
    }

    /// The recognizer's stream broke.
    record RecognizerFailed(String code) implements FromCaller {}

    /// A key was pressed.
    record Digit(char digit) implements FromCaller {}

    /// The request is on its way.
    record ModelAsked(int run, long atUs) implements FromModel {}

    record Token(int run, String text, long atUs) implements FromModel {}

    record ToolRequested(int run, String id, String name, Map<String, Object> arguments) implements FromModel {
        public ToolRequested {
            arguments = Map.copyOf(arguments);
        }
    }

    record ModelCompleted(int run, long atUs, long inputTokens, long outputTokens, long cachedInputTokens, ModelEnd end)
            implements FromModel {}

    record ModelFailed(int run, boolean worthRepeating) implements FromModel {}

    /// @param outcome `ok`, `refused`, `failed`, `timed-out`
    record ToolAnswered(String invocation, String outcome, Map<String, Object> result) implements Fact {
        public ToolAnswered {
            result = Map.copyOf(result);
        }
    }

    /// The first samples of a clause are there.
    ///
    /// @param handedUs when the clause was given to the voice
    record VoiceBegan(int utterance, int clause, long handedUs, long atUs) implements FromVoice {}

    /// All samples of a clause are there.
    ///
    /// @param wordsEndMs where each word ends, from the clause's first sample; empty when the voice knows no
    ///   timings
    record ClauseMade(int utterance, int clause, long lengthMs, List<Long> wordsEndMs) implements FromVoice {
        public ClauseMade {
            wordsEndMs = List.copyOf(wordsEndMs);
        }
    }

    record VoiceDone(int utterance, long characters) implements FromVoice {}

    record VoiceFailed(int utterance, String code) implements FromVoice {}

    /// The first frame of an utterance is on the wire.
    record FrameSent(int utterance, long atUs) implements FromOutput {}

    /// The last frame of a clause is on the wire; the caller will have heard it at `endsAtMs`.
    record ClauseSent(int utterance, int clause, long endsAtMs) implements FromOutput {}

    /// The carrier returned the clause's mark: the caller heard it to its end.
    record ClausePlayed(int utterance, int clause) implements FromOutput {}

    /// Output was paused; the caller heard `playedMs` of this clause and nothing after. Clause -1: nothing at
    /// all.
    record OutputHeld(int utterance, int clause, long playedMs) implements FromOutput {}

    record TimerFired(Timer timer) implements Fact {}

    /// The socket is gone. `callOver`: the caller hung up; else the call may go on in another task.
    record SocketClosed(boolean callOver) implements Fact {}

    /// This task must go. `handOver`: the call goes on elsewhere; else it is ended here.
    record ShutDown(boolean handOver) implements Fact {}
}
