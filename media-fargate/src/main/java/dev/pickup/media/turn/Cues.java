package dev.pickup.media.turn;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Small words by which a thought shows that it is complete, or that it hangs; by language. A language that we do not
/// know has none: then silence, melody and the caller's own pace decide alone.
///
/// @param hanging  a sentence that ends in one goes on
/// @param fillers  said while thinking
/// @param asking   with one of them among its first words it is a question
/// @param inverted with one of them as its first word, too
/// @param closing  said at the end of what one has to say
/// @param answers  answer a yes-or-no question alone
/// @param whole    pairs of last words that are complete although the second one would hang alone
/// @param last     pairs of words that say: this is all; little follows them
/// @param settling pairs of last words that end most statements they stand in
/// @param syntax   what word order shows
record Cues(
        Set<String> hanging,
        Set<String> fillers,
        Set<String> asking,
        Set<String> inverted,
        Set<String> closing,
        Set<String> answers,
        Set<String> whole,
        Set<String> last,
        Set<String> settling,
        Syntax syntax) {
    private static final Cues NONE = new Cues(
            Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Syntax.UNKNOWN);

    private static final Cues ENGLISH = new Cues(
            words("""
                    and or but because if which with for to at in on of from about the a an my your our his her their is
                    are was it's i'm i like maybe also between until around by number name so email address dot
                    underscore dash hyphen plus i'd i'll i've we we're want need would could can have get when than as
                    we'd after before during without"""),
            words("um uh er erm uhm umm uhh hmm hm well"),
            words("what what's when when's where where's who who's how how's which why"),
            words("""
                    do does did can could would will is are have may should am was were has isn't don't can't"""),
            words("please thanks bye goodbye correct exactly nope great perfect everything nothing"),
            words("""
                    yes no yeah yep yup nope nah sure okay ok correct right exactly absolutely definitely please thanks
                    you it all that not fine good great perfect sir ma'am that's is does do works"""),
            Set.of(
                    "think so",
                    "hope so",
                    "guess so",
                    "come in",
                    "check in",
                    "drop in",
                    "walk in",
                    "hold on",
                    "move on",
                    "go on",
                    "i am",
                    "i do",
                    "i can",
                    "i would",
                    "i could",
                    "i have",
                    "it is",
                    "they are",
                    "you are",
                    "that is",
                    "you can",
                    "you have",
                    "you need",
                    "i need",
                    "i want",
                    "you want",
                    "love to",
                    "day after",
                    "day before",
                    "week after",
                    "as well",
                    "log in",
                    "sign in"),
            Set.of(
                    "thank you",
                    "that's it",
                    "that's all",
                    "is all",
                    "nothing else",
                    "that's everything",
                    "is everything",
                    "never mind",
                    "all set"),
            Set.of(
                    "for me",
                    "don't know",
                    "don't mind",
                    "don't care",
                    "don't understand",
                    "don't remember",
                    "catch that",
                    "hear you",
                    "is fine",
                    "be fine",
                    "be great",
                    "be best",
                    "the better",
                    "if possible",
                    "too early",
                    "too late",
                    "back later",
                    "go now"),
            Syntax.ENGLISH);

    /// Words that may follow "that's all".
    private static final int FEW = 5;

    private static final Map<String, Cues> BY_LANGUAGE = Map.of(
            "en",
            ENGLISH,
            "es",
            new Cues(
                    words("""
                            y o pero porque si que con para a en de del el la los las un una mi su es son por como
                            cuando número"""),
                    words("eh em este pues mmm"),
                    words("qué cuándo dónde quién cómo cuál cuánto"),
                    words("puedo puede tiene tienen hay está es"),
                    words("gracias favor adiós nada todo"),
                    words("sí si no claro vale correcto exacto gracias bien"),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Syntax.UNKNOWN),
            "de",
            new Cues(
                    words("""
                            und oder aber weil wenn dass mit für zu am im in an auf von der die das den dem ein eine
                            einen mein meine ihr ist sind ich nummer name um"""),
                    words("äh ähm hm also naja"),
                    words("was wann wo wer wie welche warum"),
                    words("kann können haben hat ist sind gibt darf"),
                    words("bitte danke tschüss wiederhören alles nichts"),
                    words("ja nein genau gerne richtig okay ok stimmt bitte danke"),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Syntax.UNKNOWN),
            "fr",
            new Cues(
                    words("""
                            et ou mais parce si que avec pour à en de du des le la les un une mon ma votre est sont je
                            par numéro"""),
                    words("euh hum ben alors"),
                    words("quoi quand où qui comment quel quelle combien pourquoi"),
                    words("pouvez puis avez est êtes"),
                    words("merci plaît revoir tout rien"),
                    words("oui non ouais exactement bien sûr correct merci"),
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Syntax.UNKNOWN));

    /// Words after which something must come, in a question too. A question may end in any other: "Who is this
    /// for?"
    private static final Set<String> BINDING = words("the a an my your our his her their and or but because if than");

    /// Nouns that hang in a statement ("my number") and not in a question.
    private static final Set<String> ASKED_FOR = words("number name email address");

    /// Said before a sentence begins.
    private static final Set<String> PREFACES = words("""
            hi hello hey yes yeah okay ok so and oh actually sorry please also but no um uh well alright great good
            morning afternoon""");

    /// Of a BCP 47 language.
    static Cues of(String language) {
        int end = language.indexOf('-');
        String primary = (end < 0 ? language : language.substring(0, end)).toLowerCase(Locale.ROOT);
        return BY_LANGUAGE.getOrDefault(primary, NONE);
    }

    /// Whether the words end in the middle of a sentence.
    boolean hangs(List<String> words) {
        String last = words.getLast();
        if ((fillers.contains(last) && !isWhole(words)) || syntax.hangs(words)) {
            return true;
        }
        if (!hanging.contains(last)) {
            return false;
        }
        if (asks(words) && !BINDING.contains(last) && (asksWhat(words) || !syntax.dangles(words))) {
            return false;
        }
        return !isWhole(words);
    }

    /// Whether the words may be all, and as well may not.
    boolean mayGoOn(List<String> words) {
        return syntax.subordinate(sentence(words))
                || (!asksWhat(words) && syntax.mayGoOn(words))
                || (!asks(words) && syntax.trails(words));
    }

    /// Whether it is a question, as far as its first words tell.
    boolean asks(List<String> words) {
        return asksWhat(words)
                || (words.size() >= 3 && inverted.contains(sentence(words).getFirst()));
    }

    /// Whether a question ends on a word that something could follow. "What's your name" does not: a name is asked
    /// for.
    boolean stranded(List<String> words) {
        return hanging.contains(words.getLast()) && !ASKED_FOR.contains(words.getLast()) && !isWhole(words);
    }

    /// Whether the words say that this is all. A few may follow: "that's all I wanted to know".
    boolean closes(List<String> words) {
        if (closing.contains(words.getLast())) {
            return true;
        }
        int from = Math.max(1, words.size() - 1 - FEW);
        return IntStream.range(from, words.size()).anyMatch(i -> last.contains(pair(words, i)));
    }

    /// Whether it is a statement that probably ends here.
    boolean settles(List<String> words) {
        return words.size() >= 2 && settling.contains(pair(words, words.size() - 1));
    }

    private static String pair(List<String> words, int second) {
        return words.get(second - 1) + " " + words.get(second);
    }

    private boolean isWhole(List<String> words) {
        return words.size() >= 2 && whole.contains(pair(words, words.size() - 1));
    }

    /// A question that begins with what it asks for: what would stand at its end stands there.
    boolean asksWhat(List<String> words) {
        List<String> sentence = sentence(words);
        return words.size() >= 3
                && !syntax.subordinate(sentence)
                && sentence.stream().limit(5).anyMatch(asking::contains);
    }

    private static List<String> sentence(List<String> words) {
        int start = 0;
        while (start < words.size() - 1 && PREFACES.contains(words.get(start))) {
            start++;
        }
        return words.subList(start, words.size());
    }

    private static Set<String> words(String text) {
        return Set.copyOf(new HashSet<>(List.of(text.split("\\s+"))));
    }
}
