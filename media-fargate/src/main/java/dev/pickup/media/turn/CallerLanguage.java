package dev.pickup.media.turn;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Which language the caller speaks: the one in which the agent answers. An agent that speaks one language has nothing
/// to find out. Not thread-safe.
///
/// It changes with a turn that is over and says enough to be told apart: "okay", "hello" and names belong to many
/// languages, a recognizer needs a second of speech to be sure of one (Amazon Transcribe, "Language identification
/// with streaming transcriptions", 2026), and an agent that jumps between languages is worse than one that is a turn
/// late. Two turns in a row that say little are enough, too. So it is on the way back.
final class CallerLanguage {
    /// "¿Habla español?" is enough, "okay thanks" is not. Chosen: some 0.8 s of speech.
    private static final int ENOUGH_LETTERS = 12;

    private final String own;
    private final List<String> others;
    private State state = new State(Optional.empty(), Optional.empty());
    private State before = state;

    /// @param spoken empty: the agent's own
    /// @param hinted what the last turn was in, though it said too little; empty: nothing else than `spoken`
    private record State(Optional<String> spoken, Optional<String> hinted) {}

    CallerLanguage(TurnSettings settings) {
        this.own = settings.language();
        this.others = settings.otherLanguages();
    }

    /// BCP 47, one of the agent's other languages; empty: its own.
    Optional<String> spoken() {
        return state.spoken();
    }

    /// The same, if the turn is over as it is.
    Optional<String> spokenAfter(CallerTurn turn) {
        return next(state, turn).spoken();
    }

    /// The turn is over.
    void heard(CallerTurn turn) {
        before = state;
        state = next(state, turn);
    }

    /// The recognizer corrected the turn that was heard last. True when it is in another language than it seemed.
    boolean corrected(CallerTurn turn) {
        Optional<String> seemed = state.spoken();
        state = next(before, turn);
        return !state.spoken().equals(seemed);
    }

    /// What the turn is in, however little it says; where nobody knows, the caller's language.
    String of(CallerTurn turn) {
        return turn.language().flatMap(this::known).or(state::spoken).orElse(own);
    }

    /// What we say by ourselves, in the caller's language if we know the words, else in our own.
    Wording wording(String phrase) {
        return wordingIn(state.spoken(), phrase)
                .map(text -> new Wording(state.spoken(), text))
                .orElseGet(() -> new Wording(Optional.empty(), ownWording(phrase)));
    }

    /// The phrase in our own language.
    String ownWording(String phrase) {
        return Phrases.in(own, phrase).orElse(phrase);
    }

    /// The phrase for what is being said in this language; empty when we do not know the words.
    ///
    /// @param language empty: our own
    Optional<String> wordingIn(Optional<String> language, String phrase) {
        return language.isEmpty() ? Optional.of(ownWording(phrase)) : Phrases.in(language.get(), phrase);
    }

    /// @param language empty: our own
    record Wording(Optional<String> language, String text) {}

    private State next(State last, CallerTurn turn) {
        Optional<String> heard = turn.language().flatMap(this::known);
        if (heard.isEmpty()) {
            return last;
        }
        Optional<String> other = heard.filter(language -> !language.equals(own));
        if (other.equals(last.spoken())) {
            return new State(other, Optional.empty());
        }
        boolean enough = turn.letters() >= ENOUGH_LETTERS || last.hinted().equals(heard);
        return enough ? new State(other, Optional.empty()) : new State(last.spoken(), heard);
    }

    /// The agent's own tag for a language; empty when it does not speak it.
    private Optional<String> known(String tag) {
        return Stream.concat(Stream.of(own), others.stream())
                .filter(language -> primary(language).equals(primary(tag)))
                .findFirst();
    }

    private static String primary(String tag) {
        return tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
    }
}
