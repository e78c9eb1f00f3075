package dev.pickup.media.speech.polly;

import java.util.List;

/// Speaks a reply's clauses, one way or the other. Owned by the reply's thread.
interface Speaker {
    /// Clauses were added, or no more of them come.
    void more(List<String> clauses, boolean ended);

    /// Something came from the service.
    Progress take(Input input);

    /// What is due.
    Progress tick();

    /// Gives all up that is under way.
    void abandon();

    /// How it stands.
    sealed interface Progress {
        record GoesOn() implements Progress {}

        /// Everything was said.
        record Done(long characters) implements Progress {}

        /// The rest, from `clause` on and without its first `heard` samples, must be said in another way.
        record Broken(int clause, long heard, long characters) implements Progress {}

        /// Nothing was heard yet, and it is time for somebody else to try beside this one.
        record Late() implements Progress {}

        /// `by` goes on speaking alone; the other was given up, and charges for `characters`.
        record TakenOver(Speaker by, long characters) implements Progress {}

        record Failed(String code, String sentence) implements Progress {}
    }
}
