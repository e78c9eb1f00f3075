package dev.pickup.simulators.transcribe;

import dev.pickup.simulators.eventstream.ServiceRequest;
import java.util.Optional;
import java.util.Set;

/// What a client asks for, checked as the service does. Immutable.
///
/// @param language  the one named, or the preferred one of those to identify
/// @param stability `high`, `medium`, `low`, or empty when results are not stabilized
public record StreamParameters(
        String sessionId,
        String language,
        boolean identifiesLanguage,
        int sampleRateHz,
        String stability,
        Optional<String> vocabulary,
        boolean redactsPii) {
    private static final String PREFIX = "x-amzn-transcribe-";
    private static final Set<String> STABILITIES = Set.of("", "high", "medium", "low");
    private static final int LOWEST_RATE = 8_000;
    private static final int HIGHEST_RATE = 48_000;

    /// Said to a client whose request is wrong.
    static final class BadRequestException extends Exception {
        private static final long serialVersionUID = 1L;

        BadRequestException(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    static StreamParameters of(ServiceRequest request, Set<String> vocabularies) throws BadRequestException {
        Optional<String> language = request.header(PREFIX + "language-code");
        boolean identifies = isTrue(request, "identify-language") || isTrue(request, "identify-multiple-languages");
        check(language.isPresent() != identifies, "Either a language code or language identification must be given.");
        Optional<String> options = request.header(PREFIX + "language-options");
        check(!identifies || options.isPresent(), "Language identification needs language options.");
        boolean redacts = request.header(PREFIX + "content-redaction-type").isPresent();
        check(!identifies || !redacts, "Content redaction cannot be combined with language identification.");
        check(request.header(PREFIX + "media-encoding").equals(Optional.of("pcm")), "This simulation takes pcm only.");
        Optional<String> vocabulary = request.header(PREFIX + "vocabulary-name");
        check(vocabulary.isEmpty() || vocabularies.contains(vocabulary.get()), "The vocabulary couldn't be found.");
        return new StreamParameters(
                request.header(PREFIX + "session-id").orElse(""),
                language.or(() -> request.header(PREFIX + "preferred-language"))
                        .or(() -> options.map(list -> list.split(",", -1)[0]))
                        .orElseThrow(),
                identifies,
                rate(request),
                stability(request),
                vocabulary,
                redacts);
    }

    private static int rate(ServiceRequest request) throws BadRequestException {
        String text = request.header(PREFIX + "sample-rate").orElse("");
        check(text.matches("\\d{4,5}"), "The sample rate is missing.");
        int rate = Integer.parseInt(text);
        check(rate >= LOWEST_RATE && rate <= HIGHEST_RATE, "The sample rate is out of range.");
        return rate;
    }

    private static String stability(ServiceRequest request) throws BadRequestException {
        String stability = request.header(PREFIX + "partial-results-stability").orElse("");
        check(STABILITIES.contains(stability), "No such stability.");
        check(
                stability.isEmpty() || isTrue(request, "enable-partial-results-stabilization"),
                "Stability needs stabilization.");
        return stability;
    }

    private static boolean isTrue(ServiceRequest request, String name) {
        return request.header(PREFIX + name).equals(Optional.of("true"));
    }

    private static void check(boolean right, String otherwise) throws BadRequestException {
        if (!right) {
            throw new BadRequestException(otherwise);
        }
    }
}
