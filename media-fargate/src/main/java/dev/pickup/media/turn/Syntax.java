package dev.pickup.media.turn;

import java.util.List;
import java.util.Set;

/// Word order by which a sentence shows that something must follow, or well may. English; a language that we do not
/// know shows nothing.
///
/// @param auxiliaries   "what time do you": with a pronoun behind it, its verb is missing
/// @param pronouns      subjects
/// @param subordinators a sentence that begins with one has its main clause still to come
/// @param wanting       pairs of last words that want something
/// @param degrees       what they measure follows
/// @param binding       prepositions that a yes-or-no question cannot end with: "would you be able to"
/// @param open          last words that what follows narrows down, or that rarely stand alone: "anything", "I was told"
/// @param particles     last words of a verb in two pieces, which may as well begin a phrase: "come in"
record Syntax(
        Set<String> auxiliaries,
        Set<String> pronouns,
        Set<String> subordinators,
        Set<String> wanting,
        Set<String> degrees,
        Set<String> binding,
        Set<String> open,
        Set<String> particles) {
    static final Syntax UNKNOWN =
            new Syntax(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    static final Syntax ENGLISH = new Syntax(
            words("do does did can could will would should may might"),
            words("i you we they he she it"),
            words("if when since because after before while although unless once"),
            Set.of(
                    "tell me",
                    "give me",
                    "send me",
                    "show me",
                    "you know",
                    "a bit",
                    "a little",
                    "have to",
                    "need to",
                    "want to",
                    "able to",
                    "going to",
                    "supposed to"),
            words("very pretty quite just only"),
            words("to for with of from about at between until than"),
            words("""
                    anything something someone somebody anyone anybody some any come go get make take bring see speak
                    talk check ask told said wanted hoping wondering trying looking calling"""),
            words("in on up out over by back"));

    /// Nobody ends a sentence like this.
    boolean hangs(List<String> words) {
        List<String> said = words.getLast().equals("please") ? words.subList(0, words.size() - 1) : words;
        if (said.size() < 2) {
            return false;
        }
        String last = said.getLast();
        String before = said.get(said.size() - 2);
        return (auxiliaries.contains(before) && pronouns.contains(last))
                || wanting.contains(before + " " + last)
                || degrees.contains(last);
    }

    /// A question for yes or no that lacks what its preposition is about.
    boolean dangles(List<String> words) {
        return binding.contains(words.getLast());
    }

    /// "When I called yesterday" is no question: the main clause is still to come.
    ///
    /// @param words without what is said before a sentence begins
    boolean subordinate(List<String> words) {
        return words.size() >= 2
                && subordinators.contains(words.getFirst())
                && (pronouns.contains(subject(words.get(1))) || !inverts(words.get(1)));
    }

    /// People end a sentence like this, and they pause in one like this.
    boolean mayGoOn(List<String> words) {
        return open.contains(words.getLast());
    }

    /// A statement that ends in a piece of its verb, or begins a phrase.
    boolean trails(List<String> words) {
        return words.size() >= 4 && particles.contains(words.getLast());
    }

    private boolean inverts(String word) {
        return auxiliaries.contains(word) || word.equals("is") || word.equals("are") || word.equals("was");
    }

    /// "You're" as "you".
    private static String subject(String word) {
        int end = word.indexOf('\'');
        return end < 0 ? word : word.substring(0, end);
    }

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }
}
