package dev.pickup.media.listening;

import dev.pickup.media.audio.AudioFrame;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns a caller's speech into text while it is spoken.
///
/// One [Stream] per caller leg, opened when the socket opens and fed every 20 ms with every frame, silence
/// included.
///
/// Shape: [AudioFrame]s in, [Transcript]s out. Times are milliseconds of the audio that was fed: frame `n` covers `20
/// n`
/// to `20 (n + 1)`. Repeat: a stream that is opened anew hears what it is fed anew, and charges for it anew.
/// Ends: after `failed` nothing more comes and the stream is closed; the session opens another one. `close` is quick,
/// may be repeated, and nothing is delivered after it returned.
/// Threads: `open` and the stream's methods never block longer than a frame (a bounded queue inside, oldest audio
/// dropped and counted when full); the listener is called on the engine's threads, one call at a time per stream.
public interface SpeechToText {
    /// Opens a stream. Never throws for a fault of the engine: that arrives as `failed`.
    Stream open(Settings settings, Listener listener);

    /// As it appears in the journal and the rate card, e.g. `offline/moonshine-base`.
    String name();

    /// @param language       BCP 47; the likeliest one when there are others
    /// @param vocabulary     words to expect
    /// @param otherLanguages that a caller may speak instead; an engine that cannot tell languages apart expects
    ///                       `language` only
    /// @param redactPii      leave account and card numbers and the like out of transcripts, where the engine can
    record Settings(String language, List<String> vocabulary, List<String> otherLanguages, boolean redactPii) {
        public Settings {
            vocabulary = List.copyOf(vocabulary);
            otherLanguages = List.copyOf(otherLanguages);
        }

        /// One language, everything written down.
        public Settings(String language, List<String> vocabulary) {
            this(language, vocabulary, List.of(), false);
        }
    }

    /// One caller leg.
    interface Stream extends AutoCloseable {
        /// The next 20 ms. A stream that replaces a dead one is given up to 8 s at once, then goes on in real time.
        void audio(AudioFrame frame);

        /// Our voice activity detection heard speech begin at `atMs`. A hint: engines that segment by
        /// themselves ignore it.
        void speechStarted(long atMs);

        /// Speech paused at `atMs` (last speech sample): a good moment for an interim of all that was said so
        /// far.
        void speechPaused(long atMs);

        /// The turn is over: whatever was said up to `atMs` belongs to it; send the final for it.
        void turnEnded(long atMs);

        /// Seconds of audio that the engine will charge for so far.
        double billableSeconds();

        /// The same, by the names under which the rate card has their price.
        ///
        /// @param engine the [SpeechToText#name] of whoever opened this stream
        default Map<String, Double> billableSecondsBy(String engine) {
            return Map.of(engine, billableSeconds());
        }

        @Override
        void close();
    }

    /// Hears what the engine found.
    interface Listener {
        /// Which provider listens from here on, by its [SpeechToText#name]; only from recognizers made of several.
        default void servedBy(String provider) {}

        void transcript(Transcript transcript);

        void failed(SpeechFault fault);
    }

    /// What was said between two times.
    sealed interface Transcript {
        /// Words so far; may be empty when the engine heard nothing that it can name.
        String text();

        /// First sample covered.
        long startMs();

        /// Last sample covered.
        long endMs();

        /// BCP 47, one of [Settings#language] and [Settings#otherLanguages]: what these words were spoken in.
        /// Empty when the engine cannot tell languages apart, or is not sure: then nothing is known.
        Optional<String> language();

        /// May change; replaces the earlier interim of the same utterance.
        record Interim(String text, long startMs, long endMs, Optional<String> language) implements Transcript {
            /// In whatever language.
            public Interim(String text, long startMs, long endMs) {
                this(text, startMs, endMs, Optional.empty());
            }
        }

        /// Will not change.
        record Final(String text, long startMs, long endMs, Optional<String> language) implements Transcript {
            /// In whatever language.
            public Final(String text, long startMs, long endMs) {
                this(text, startMs, endMs, Optional.empty());
            }
        }
    }

    /// Why a stream ended.
    ///
    /// A call opens another stream whatever it was, and gives up after three without a word between them.
    ///
    /// @param code     stable: `engine-overloaded`, `engine-failed`, `engine-refused`, `stream-lost`
    /// @param sentence for people who look after the service; no transcript in it
    record SpeechFault(String code, String sentence) {}
}
