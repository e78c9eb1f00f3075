package dev.pickup.media.session;

import dev.pickup.media.listening.SpeechToText.SpeechFault;
import dev.pickup.media.listening.SpeechToText.Transcript;
import dev.pickup.media.turn.Fact;

/// What the threads around a call tell its loop.
sealed interface Message {
    /// Frames of the caller lie in the mailbox.
    record Audio() implements Message {}

    /// An input of the conversation, as it is.
    record Noted(Fact fact) implements Message {}

    /// From recognizer stream number `stream`; times are of the audio that it was fed.
    record Recognized(int stream, Transcript transcript) implements Message {}

    record RecognizerBroke(int stream, SpeechFault fault) implements Message {}

    /// From the voice, at its `attempt` on an utterance.
    record Voiced(int attempt, Fact.FromVoice fact) implements Message {}

    /// Samples of a clause.
    final class Sound implements Message {
        final int attempt;
        final int utterance;
        final int clause;
        final short[] samples;

        Sound(int attempt, int utterance, int clause, short[] samples) {
            this.attempt = attempt;
            this.utterance = utterance;
            this.clause = clause;
            this.samples = samples;
        }
    }

    /// A sentence that was made beforehand; empty samples when there is none.
    final class ClipReady implements Message {
        final int utterance;
        final short[] samples;

        ClipReady(int utterance, short[] samples) {
            this.utterance = utterance;
            this.samples = samples;
        }
    }

    record MarkReturned(String name) implements Message {}

    /// The stream's byte order turned out to be this one.
    record WireProbed(String byteOrder) implements Message {}

    /// A provider of this port (`speech-to-text`, `model`, `voice`) serves from here on.
    record ServedBy(String port, String provider) implements Message {}

    /// A reply's prompt was put into the model's cache for those to come: so many tokens. Costs, and nothing else.
    record CacheWritten(long tokens) implements Message {}

    /// The carrier closed the socket, or it broke. `callOver`: the caller hung up.
    record SocketClosed(boolean callOver) implements Message {}

    record ShutDown(boolean handOver) implements Message {}

    /// Another task owns the call now, or it is over: stop at once, and write nothing more.
    record Displaced() implements Message {}
}
