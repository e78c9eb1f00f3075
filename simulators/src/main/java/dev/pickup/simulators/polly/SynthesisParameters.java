package dev.pickup.simulators.polly;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a client asks for, checked as the service does. Immutable.
///
/// @param marks speech marks instead of audio
public record SynthesisParameters(
        String engine,
        String voiceId,
        int sampleRateHz,
        Optional<String> language,
        List<String> lexicons,
        boolean marks) {
    private static final Set<String> ENGINES = Set.of("generative", "neural", "standard", "long-form");
    private static final Set<String> RATES = Set.of("8000", "16000");

    /// A request that the service refuses.
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final String type;

        RefusedException(int status, String type, String message) {
            super(message);
            this.status = status;
            this.type = type;
        }

        int status() {
            return status;
        }

        String type() {
            return type;
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    /// @param read a parameter by its name; empty when it was not sent
    static SynthesisParameters of(Request read, Set<String> existingLexicons) throws RefusedException {
        String engine = read.value("Engine").orElse("standard");
        check(ENGINES.contains(engine), "ValidationException", "No such engine.");
        String voice = read.value("VoiceId").orElse("");
        check(voice.matches("[A-Z][a-z]+"), "ValidationException", "No such voice.");
        String format = read.value("OutputFormat").orElse("");
        boolean marks = format.equals("json");
        check(marks || format.equals("pcm"), "ValidationException", "This simulation speaks pcm only.");
        String rate = read.value("SampleRate").orElse("16000");
        check(RATES.contains(rate), "InvalidSampleRateException", "Not a sample rate of pcm.");
        List<String> lexicons = read.value("LexiconNames")
                .map(names -> List.of(names.split(",", -1)))
                .orElse(List.of());
        if (!existingLexicons.containsAll(lexicons)) {
            throw new RefusedException(404, "LexiconNotFoundException", "A lexicon couldn't be found.");
        }
        return new SynthesisParameters(
                engine, voice, Integer.parseInt(rate), read.value("LanguageCode"), lexicons, marks);
    }

    /// Parameters by name, wherever they stand.
    interface Request {
        Optional<String> value(String name);
    }

    private static void check(boolean right, String type, String otherwise) throws RefusedException {
        if (!right) {
            throw new RefusedException(400, type, otherwise);
        }
    }
}
