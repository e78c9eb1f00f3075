package dev.pickup.media.turn;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// How complete the caller's words are, as an answer to what was asked. The silence that ends a turn begins here.
///
/// Punctuation is no cue: recognizers end 95 % of sentences that were cut in the middle with a full stop. Words
/// alone are weak evidence (a list of hanging words finds a third of all cuts), so each level is a silence to begin
/// with, which melody, an end-of-turn model and the caller's own pace move.
enum Thought {
    /// Nothing is missing.
    COMPLETE(350),
    /// Probably nothing is missing.
    LIKELY(520),
    /// Nothing speaks for either. Also while no words are known yet. The reply is rehearsed by then and sounds at once:
    /// less than this would speak into pauses of 600 ms.
    UNSURE(720),
    /// One of several things was said.
    MORE_MAY_COME(950),
    /// The sentence hangs.
    HANGING(1_300),
    /// Digits, letters or an address are being dictated, and some are missing.
    DICTATING(1_800);

    private static final Set<String> DAYS = Set.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "today",
            "tomorrow",
            "tonight",
            "morning",
            "afternoon",
            "evening",
            "noon",
            "week",
            "weekend",
            "whenever",
            "anytime");

    private static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "twenty",
            "thirty",
            "nineteen",
            "next",
            "this",
            "last",
            "half",
            "quarter");

    private static final Set<String> STREETS = Set.of(
            "street",
            "st",
            "avenue",
            "ave",
            "road",
            "rd",
            "drive",
            "lane",
            "boulevard",
            "way",
            "court",
            "place",
            "unit",
            "apartment",
            "apt",
            "suite",
            "floor");

    private static final Set<String> REFUSING = Set.of("no", "don't", "not", "none", "haven't");

    /// "Not Monday": then which day?
    private static final Set<String> EXCLUDING = Set.of("not", "except", "either", "between");

    private static final Set<String> DOMAINS = Set.of("com", "org", "net", "edu", "gov", "io", "us", "uk", "ca", "de");

    /// They name nothing by themselves.
    private static final Set<String> POINTING = Set.of("then", "there", "here", "now", "again");

    private static final Pattern HOUR = Pattern.compile("(\\d{1,2}|am|pm|a|p|m|o'clock|thirty|fifteen|noon)");

    private final long silenceMs;

    Thought(long silenceMs) {
        this.silenceMs = silenceMs;
    }

    /// Silence after which the turn is over, if nothing else is known. Chosen from published gaps between turns
    /// (median 200 to 300 ms) and pauses within them (90 % below 700 ms).
    long silenceMs() {
        return silenceMs;
    }

    /// Whether a reply to it may be thought about already.
    boolean answerable() {
        return compareTo(MORE_MAY_COME) <= 0;
    }

    /// @param text  the caller's words so far, as well as they are known
    static Thought of(String text, Question asked, Cues cues) {
        List<String> words = Words.of(text);
        if (words.isEmpty()) {
            return UNSURE;
        }
        Thought dictated = Dictation.judge(words, asked);
        if (dictated != UNSURE) {
            return dictated;
        }
        if (asked == Question.YES_OR_NO && words.size() <= 4 && words.stream().allMatch(cues.answers()::contains)) {
            return COMPLETE;
        }
        if (asked == Question.EMAIL && words.stream().noneMatch(REFUSING::contains)) {
            return email(words) ? COMPLETE : DICTATING;
        }
        if (cues.hangs(words)) {
            return HANGING;
        }
        return answer(words, asked, cues).orElseGet(() -> general(words, cues));
    }

    private static Optional<Thought> answer(List<String> words, Question asked, Cues cues) {
        return switch (asked) {
            case OPEN, YES_OR_NO, PHONE, NUMBER, EMAIL -> Optional.empty();
            case NAME -> words.size() <= 3 ? Optional.of(LIKELY) : Optional.empty();
            case DATE -> date(words);
            case ADDRESS -> address(words);
            case LIST -> cues.closes(words) ? Optional.of(COMPLETE) : Optional.of(MORE_MAY_COME);
        };
    }

    private static Thought general(List<String> words, Cues cues) {
        if (cues.closes(words)) {
            return words.size() >= 2 ? COMPLETE : LIKELY;
        }
        if (cues.mayGoOn(words)) {
            return MORE_MAY_COME;
        }
        if (cues.asks(words)) {
            return question(words, cues);
        }
        return request(words) || cues.settles(words) || introduction(words) ? LIKELY : UNSURE;
    }

    /// A question that names first what it asks for may end in a preposition: "who am I speaking to". One for yes
    /// or no is seldom so short: "are you still", "is there any chance".
    private static Thought question(List<String> words, Cues cues) {
        if (cues.asksWhat(words)) {
            return words.size() >= 4 && !cues.stranded(words) ? COMPLETE : LIKELY;
        }
        if (words.size() < 4 || cues.stranded(words)) {
            return UNSURE;
        }
        return words.size() == 4 ? LIKELY : COMPLETE;
    }

    /// "I'd like to book an appointment": somebody wants something, and has named it. "I would like to cancel" has not,
    /// nor has "I would like to come then": a verb alone waits for what it is about.
    private static boolean request(List<String> words) {
        String start = String.join(" ", words.subList(0, Math.min(4, words.size())));
        return words.size() >= 5
                && named(words)
                && (start.startsWith("i'd like")
                        || start.startsWith("i would like")
                        || start.startsWith("i want")
                        || start.startsWith("i need")
                        || start.startsWith("i'm calling"));
    }

    private static boolean named(List<String> words) {
        int last = words.size() - 1;
        while (last > 0 && POINTING.contains(words.get(last))) {
            last--;
        }
        int to = words.indexOf("to");
        return to < 0 || to < last - 1;
    }

    /// "My name is Sarah Miller": both names.
    private static boolean introduction(List<String> words) {
        int from = words.size() - 4;
        return from >= 0
                && words.get(from + 1).equals("is")
                && (words.get(from).equals("name") || words.get(from).equals("this"));
    }

    private static Optional<Thought> date(List<String> words) {
        String last = words.getLast();
        if (MONTHS.contains(last)) {
            return Optional.of(HANGING);
        }
        if (HOUR.matcher(last).matches()) {
            return Optional.of(LIKELY);
        }
        if (!DAYS.contains(last)) {
            return Optional.empty();
        }
        return Optional.of(EXCLUDING.contains(words.getFirst()) ? MORE_MAY_COME : UNSURE);
    }

    private static boolean email(List<String> words) {
        String last = words.getLast();
        boolean named = words.contains("at") || words.stream().anyMatch(word -> word.contains("@"));
        int dot = last.lastIndexOf('.');
        return named && DOMAINS.contains(dot < 0 ? last : last.substring(dot + 1));
    }

    private static Optional<Thought> address(List<String> words) {
        String last = words.getLast();
        boolean zip = Dictation.trailingDigits(words) >= 5;
        if (zip && words.size() > 2) {
            return Optional.of(COMPLETE);
        }
        return STREETS.contains(last) ? Optional.of(MORE_MAY_COME) : Optional.of(words.size() < 3 ? HANGING : UNSURE);
    }
}
