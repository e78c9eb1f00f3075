package dev.pickup.media.session;

import dev.pickup.media.turn.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Voices that speak for nobody yet, one at a time: what comes of one is held back until an utterance begins with it.
/// Its messages carry a number below 0, for good, which is told as the utterance's from then on. Owned by the loop.
final class Rehearsals {
    private final Map<Integer, Integer> performedAs = new HashMap<>();
    private final List<Message> held = new ArrayList<>();
    private int last;
    private boolean open;

    /// Another one begins; its number.
    int begin() {
        drop();
        open = true;
        last--;
        return last;
    }

    /// Nobody will hear it.
    void drop() {
        open = false;
        held.clear();
    }

    /// It is the utterance's from now on; what came of it so far, in order.
    List<Message> perform(int utterance) {
        performedAs.put(last, utterance);
        List<Message> soFar = List.copyOf(held);
        drop();
        return soFar;
    }

    /// Keeps the message, if it is about what is still only rehearsed.
    boolean holdsBack(int number, Message message) {
        return open && number == last && held.add(message);
    }

    /// The utterance that a number stands for.
    int utterance(int number) {
        return performedAs.getOrDefault(number, number);
    }

    /// The same fact, about the utterance that its number stands for.
    Fact.FromVoice about(Fact.FromVoice fact) {
        int utterance = utterance(fact.utterance());
        if (utterance == fact.utterance()) {
            return fact;
        }
        return switch (fact) {
            case Fact.VoiceBegan began ->
                new Fact.VoiceBegan(utterance, began.clause(), began.handedUs(), began.atUs());
            case Fact.ClauseMade made ->
                new Fact.ClauseMade(utterance, made.clause(), made.lengthMs(), made.wordsEndMs());
            case Fact.VoiceDone done -> new Fact.VoiceDone(utterance, done.characters());
            case Fact.VoiceFailed failed -> new Fact.VoiceFailed(utterance, failed.code());
        };
    }

    /// Nothing more comes with this number.
    void forget(int number) {
        performedAs.remove(number);
    }
}
