package dev.pickup.simulators.transcribe;

import dev.pickup.simulators.eventstream.ServiceRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a client asks for, checked as the service does. Immutable.
///
/// @param language  the one named, or the preferred one of those to identify
/// @param options   languages among which to identify; empty when one was named
/// @param several   whether to identify each segment's; else the dominant one of the stream
/// @param stability `high`, `medium`, `low`, or empty when results are not stabilized
public record StreamParameters(
        String sessionId,
        String language,
        List<String> options,
        boolean several,
        int sampleRateHz,
        String stability,
        Optional<String> vocabulary,
        boolean redactsPii) {
    public StreamParameters {
        options = List.copyOf(options);
    }

    public boolean identifiesLanguage() {
        return !options.isEmpty();
    }

    private static final String PREFIX = "x-amzn-transcribe-";
    private static final Set<String> STABILITIES = Set.of("", "high", "medium", "low");
    private static final Set<String> PII = Set.of(
            "ADDRESS",
            "ALL",
            "BANK_ACCOUNT_NUMBER",
            "BANK_ROUTING",
            "CREDIT_DEBIT_CVV",
            "CREDIT_DEBIT_EXPIRY",
            "CREDIT_DEBIT_NUMBER",
            "EMAIL",
            "NAME",
            "PHONE",
            "PIN",
            "SSN");
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
        boolean several = isTrue(request, "identify-multiple-languages");
        boolean one = isTrue(request, "identify-language");
        boolean identifies = one || several;
        check(
                language.isPresent() != identifies && !(one && several),
                "Either a language code or language identification of one kind must be given.");
        check(
                one || request.header(PREFIX + "preferred-language").isEmpty(),
                "A language can be preferred only where one is identified.");
        List<String> options = options(request);
        check(identifies == !options.isEmpty(), "Language options and language identification go together.");
        boolean redacts = redacts(request);
        check(!identifies || !redacts, "Content redaction cannot be combined with language identification.");
        check(request.header(PREFIX + "media-encoding").equals(Optional.of("pcm")), "This simulation takes pcm only.");
        Optional<String> vocabulary = request.header(PREFIX + "vocabulary-name");
        check(vocabulary.isEmpty() || vocabularies.contains(vocabulary.get()), "The vocabulary couldn't be found.");
        return new StreamParameters(
                request.header(PREFIX + "session-id").orElse(""),
                language.or(() -> request.header(PREFIX + "preferred-language")).orElseGet(options::getFirst),
                options,
                several,
                rate(request),
                stability(request),
                vocabulary,
                redacts);
    }

    /// "Language identification with streaming", 2026: two to five languages, one dialect each, the preferred one
    /// among them.
    private static List<String> options(ServiceRequest request) throws BadRequestException {
        List<String> options = request.header(PREFIX + "language-options")
                .map(list -> List.of(list.split(",", -1)))
                .orElse(List.of());
        long languages =
                options.stream().map(tag -> tag.split("-", 2)[0]).distinct().count();
        check(options.isEmpty() || (options.size() >= 2 && options.size() <= 5), "Name two to five language options.");
        check(languages == options.size(), "Only one dialect of each language can be an option.");
        Optional<String> preferred = request.header(PREFIX + "preferred-language");
        check(preferred.isEmpty() || options.contains(preferred.get()), "The preferred language must be an option.");
        return options;
    }

    private static boolean redacts(ServiceRequest request) throws BadRequestException {
        Optional<String> type = request.header(PREFIX + "content-redaction-type");
        check(type.isEmpty() || type.get().equals("PII"), "PII is the only type of redaction.");
        List<String> entities = request.header(PREFIX + "pii-entity-types")
                .map(list -> List.of(list.split(",", -1)))
                .orElse(List.of());
        check(PII.containsAll(entities), "There is no such type of PII.");
        return type.isPresent();
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
