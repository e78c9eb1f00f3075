package dev.pickup.media.model.receptionist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds the name that callers give of themselves, spelled ones included: "this is Maria Jensen, J E N S E N".
final class NameGrammar {
    private static final int MAX_WORDS = 4;
    private static final int LEAST_SPELLED = 3;
    private static final Pattern INTRODUCED = Pattern.compile(
            "(?:my name is|my name's|the name is|name is|name's|names|this is|i am|i'm|call me|under the name of|under) ([a-z' ]+)");
    private static final Pattern SPEAKING = Pattern.compile("^((?:[a-z']+ ){1,3})(?:speaking|here)$");
    private static final Pattern FILLER = Pattern.compile(
            "^(?:(?:yes|yeah|sure|ok|okay|uh|um|uhm|er|well|oh|so|it's|it is|its|that's|that is|that would be|for|please|of course|hi|hello) )+");
    private static final Set<String> ENDS = Set.of(
            "and",
            "i",
            "i'd",
            "i'll",
            "i've",
            "my",
            "the",
            "on",
            "at",
            "for",
            "with",
            "calling",
            "speaking",
            "here",
            "please",
            "from",
            "is",
            "to",
            "thanks",
            "thank",
            "that's",
            "spelled",
            "spelt",
            "it's",
            "as",
            "tomorrow",
            "today",
            "by",
            "can",
            "could",
            "would",
            "about",
            "but",
            "because",
            "in",
            "a",
            "an");
    private static final Set<String> NO_NAMES = Set.of(
            "not",
            "sorry",
            "sure",
            "just",
            "fine",
            "good",
            "interested",
            "wondering",
            "trying",
            "looking",
            "late",
            "so",
            "very",
            "really",
            "going",
            "afraid",
            "hoping",
            "thinking",
            "new",
            "patient",
            "customer",
            "yes",
            "no",
            "yeah",
            "nope",
            "what",
            "who",
            "why",
            "how",
            "when",
            "where",
            "okay",
            "ok",
            "hello",
            "hi",
            "great",
            "well",
            "running",
            "having",
            "still",
            "back",
            "there",
            "all",
            "done",
            "it",
            "that",
            "you",
            "we",
            "free",
            "busy",
            "nothing",
            "never",
            "i'm",
            "you're",
            "let",
            "what's",
            "mind",
            "wait",
            "booked",
            "appointment",
            "morning",
            "afternoon",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "message",
            "open",
            "hours",
            "ready",
            "unable");

    private NameGrammar() {}

    /// The name, in capitals where names have them.
    ///
    /// @param expected a name was asked for: what is said is one, unless it cannot be
    static Optional<String> find(Words words, boolean expected) {
        List<String> spelled = spelled(words);
        String text = words.tokens().stream()
                .filter(token -> token.length() > 1 || token.equals("i") || token.equals("a"))
                .collect(Collectors.joining(" "));
        Optional<List<String>> said = introduced(text, expected).or(() -> expected ? bare(text) : Optional.empty());
        if (spelled.isEmpty()) {
            return said.map(NameGrammar::capitalized);
        }
        String last = String.join("", spelled);
        return said.isPresent() || expected ? Optional.of(capitalized(withSpelled(said, last))) : Optional.empty();
    }

    private static List<String> withSpelled(Optional<List<String>> said, String spelled) {
        List<String> name = new ArrayList<>(said.orElse(List.of()));
        if (!name.isEmpty() && name.getLast().charAt(0) == spelled.charAt(0)) {
            name.removeLast();
        }
        name.add(spelled);
        return name;
    }

    private static Optional<List<String>> introduced(String text, boolean expected) {
        Matcher introduced = INTRODUCED.matcher(text);
        if (introduced.find()) {
            return name(introduced.group(1));
        }
        Matcher speaking = SPEAKING.matcher(text);
        return speaking.find() && !expected ? name(speaking.group(1)) : Optional.empty();
    }

    private static Optional<List<String>> bare(String text) {
        return name(FILLER.matcher(text + " ").replaceFirst(""));
    }

    private static Optional<List<String>> name(String text) {
        List<String> name = new ArrayList<>();
        for (String word : List.of(text.strip().split(" ", -1))) {
            boolean over = word.isEmpty() || ENDS.contains(word);
            if (over || (NO_NAMES.contains(word) && !name.isEmpty())) {
                break;
            }
            if (NO_NAMES.contains(word) || !word.matches("[a-z']+")) {
                return Optional.empty();
            }
            name.add(word);
        }
        return name.isEmpty() || name.size() > MAX_WORDS ? Optional.empty() : Optional.of(name);
    }

    /// "J E N S E N", "double s", "m as in mike".
    private static List<String> spelled(Words words) {
        List<String> letters = new ArrayList<>();
        for (int at = 0; at < words.count(); at++) {
            String token = words.at(at);
            boolean article = (token.equals("a") || token.equals("i"))
                    && letters.isEmpty()
                    && words.at(at + 1).length() > 1;
            if (token.equals("double") && words.at(at + 1).length() == 1) {
                letters.add(words.at(at + 1));
            } else if (token.equals("as") && words.at(at + 1).equals("in")) {
                at += 2;
            } else if (token.length() == 1 && token.matches("[a-z]") && !article) {
                letters.add(token);
            } else if (letters.size() < LEAST_SPELLED) {
                letters.clear();
            } else {
                break;
            }
        }
        return letters.size() < LEAST_SPELLED ? List.of() : letters;
    }

    private static String capitalized(List<String> name) {
        return name.stream()
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }
}
