package dev.pickup.media.speaking;

import java.time.Duration;
import java.util.List;

/// Speaks text: 16,000 Hz mono PCM out, as it is made.
///
/// One [Utterance] per reply: text goes in clause by clause while the model still writes, audio comes out in the same
/// order. Repeat: the same text is made and charged for again, unless it is [said often][#saidOften].
/// Ends: `done` or `failed`, exactly one, unless cancelled: after `cancel` returned nothing more is delivered.
/// Threads: methods of an utterance never block longer than a frame; the listener is called on the engine's threads,
/// one call at a time per utterance.
public interface TextToSpeech {
    /// Opens an utterance. A fault of the engine arrives as `failed`.
    Utterance open(Settings settings, Listener listener);

    /// Opens an utterance that nobody may ever hear. It takes only what is left over, so it may stay silent until
    /// [Utterance#wanted]; `cancel` is its usual end.
    default Utterance openAhead(Settings settings, Listener listener) {
        return open(settings, listener);
    }

    /// Tells that these clauses will be said often, written as they should be said: worth making once and keeping.
    /// Returns at once; may be repeated with every call.
    default void saidOften(Settings settings, List<String> clauses) {}

    /// As it appears in the journal and the rate card, e.g. `offline/flite-slt`.
    String name();

    /// @param voice    name of a voice, or empty for the provider's default for the language; so is one that does not
    ///                 speak the language, where the provider has another that does
    /// @param language BCP 47, of what is going to be said
    record Settings(String voice, String language) {}

    /// One reply being spoken.
    interface Utterance {
        /// Adds a clause; `clause` counts from 0. Text is already written as it should be said.
        void clause(int clause, String text);

        /// The caller has heard nothing for so long. Told before a clause, or when what was made for nobody becomes a
        /// reply: whoever knows a second way to make it may take it sooner.
        default void awaited(Duration silence) {}

        /// No more clauses come.
        void end();

        /// Somebody will hear what was opened ahead: it goes on as if it had been opened like any other.
        default void wanted() {}

        /// Stop now; throw away what is not delivered.
        void cancel();
    }

    /// Receives the audio.
    interface Listener {
        /// Which provider speaks from here on, by its [TextToSpeech#name]; only from voices made of several.
        default void servedBy(String provider) {}

        /// Next samples of `clause`; any length. The array is the listener's to keep.
        void audio(int clause, short[] samples);

        /// All audio of `clause` was delivered; `words` may be empty when the engine knows no timings.
        void clauseDone(int clause, List<WordTiming> words);

        /// All clauses are done; `characters` is what the engine charges for.
        void done(long characters);

        /// The utterance broke; what was delivered stays valid.
        ///
        /// @param code     stable: `engine-overloaded`, `engine-failed`, `engine-refused`
        /// @param sentence for people who look after the service; nothing of the reply's text in it
        void failed(String code, String sentence);
    }

    /// @param word   as given
    /// @param atMs   from the clause's first sample
    /// @param lastMs where it ends
    record WordTiming(String word, long atMs, long lastMs) {}
}
