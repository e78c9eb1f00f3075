package dev.pickup.media.speech.transcribe;

import dev.pickup.media.listening.SpeechToText.Transcript;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What a caller leg's results amount to. Pure: results and turn ends in, transcripts out. All times are the
/// leg's, so that results of one stream and of its replacement meet on one line: a word that lies before the last
/// one that was told is known already. A turn's end settles nothing but words: a short one that was not known yet
/// when the turn was taken for complete is told afterwards. Not thread-safe.
final class Hearing {
    /// Words' times and voice activity's differ by so much. As in turn taking.
    private static final long TOLERANCE_MS = 300;

    private static final int REMEMBERED_RESULTS = 32;

    private final boolean finalsOnly;
    private final Set<String> closedResults = new LinkedHashSet<>();
    private Optional<Result> open = Optional.empty();
    private OptionalLong turnEndMs = OptionalLong.empty();
    private long endedMs;
    private long settledMs;
    private long settledMiddleMs;
    private Optional<Item> lastTold = Optional.empty();
    /// Nothing has been told since another stream took over.
    private boolean heardByAnother;

    /// A word, or punctuation right after one.
    record Item(String text, long startMs, long endMs, boolean punctuation) {
        long middleMs() {
            return (startMs + endMs) / 2;
        }

        boolean sounds(Item other) {
            return text.equalsIgnoreCase(other.text); // punctuation is an item of its own
        }
    }

    /// A segment as it is known by now.
    ///
    /// @param language what it was identified as; empty when it was not, or not surely
    record Result(String id, boolean partial, List<Item> items, Optional<String> language) {
        Result {
            items = List.copyOf(items);
        }

        /// In whatever language.
        Result(String id, boolean partial, List<Item> items) {
            this(id, partial, items, Optional.empty());
        }

        long endMs() {
            return items.isEmpty() ? 0 : items.getLast().endMs();
        }

        /// Where the first word of all begins; 0 where there is none.
        static long startMs(List<Result> results) {
            return results.stream()
                    .filter(result -> !result.items().isEmpty())
                    .mapToLong(result -> result.items().getFirst().startMs())
                    .min()
                    .orElse(0);
        }
    }

    /// @param finalsOnly partial results are not told: they are not redacted yet
    Hearing(boolean finalsOnly) {
        this.finalsOnly = finalsOnly;
    }

    /// The end of the last word that was told as final.
    long settledMs() {
        return settledMs;
    }

    /// A turn's end whose words are still missing.
    OptionalLong awaitedMs() {
        return turnEndMs;
    }

    /// Takes a result: older and repeated ones of a segment are ignored, each word is told as final once.
    List<Transcript> take(Result result) {
        if (closedResults.contains(result.id()) || isStale(result)) {
            return List.of();
        }
        List<Transcript> told = new ArrayList<>();
        open.filter(before -> !before.id().equals(result.id())).ifPresent(before -> settle(before, told));
        if (result.partial()) {
            open = Optional.of(result);
            if (!finalsOnly) {
                tellTurnBefore(result, told);
                List<Item> words = unsettled(result);
                if (!words.isEmpty()) {
                    told.add(new Transcript.Interim(
                            text(words),
                            words.getFirst().startMs(),
                            words.getLast().endMs(),
                            result.language()));
                }
            }
        } else {
            settle(result, told);
        }
        if (turnEndMs.isPresent() && covers(result, turnEndMs.getAsLong()) && !(finalsOnly && result.partial())) {
            finish(turnEndMs.getAsLong(), told);
        }
        return told;
    }

    /// The turn is over: the final of what was said up to `atMs`, as soon as its words are there.
    List<Transcript> turnEnded(long atMs) {
        List<Transcript> told = new ArrayList<>();
        boolean known = settledMs >= atMs - TOLERANCE_MS
                || open.filter(result -> covers(result, atMs)).isPresent();
        if (known && !(finalsOnly && settledMs < atMs - TOLERANCE_MS)) {
            finish(atMs, told);
        } else {
            turnEndMs = OptionalLong.of(atMs);
        }
        return told;
    }

    /// The words of the awaited turn do not come any more: what there is is final.
    List<Transcript> giveUpWaiting() {
        List<Transcript> told = new ArrayList<>();
        turnEndMs.ifPresent(atMs -> finish(atMs, told));
        return told;
    }

    /// The stream is lost. Words that end before `replayMs` will not be heard again: they are final as they
    /// are.
    List<Transcript> lost(long replayMs) {
        List<Transcript> told = new ArrayList<>();
        open.ifPresent(result -> {
            List<Item> words = unsettled(result).stream()
                    .takeWhile(item -> item.endMs() <= replayMs)
                    .toList();
            tell(words, result, Long.MAX_VALUE, told);
        });
        open = Optional.empty();
        heardByAnother = true;
        return told;
    }

    private boolean isStale(Result result) {
        return result.items().isEmpty()
                || open.filter(before -> before.id().equals(result.id()) && result.partial())
                        .filter(before -> result.endMs() < before.endMs() || result.equals(before))
                        .isPresent();
    }

    private void settle(Result result, List<Transcript> told) {
        closedResults.add(result.id());
        if (closedResults.size() > REMEMBERED_RESULTS) {
            closedResults.remove(closedResults.iterator().next());
        }
        open = Optional.empty();
        tellTurnBefore(result, told);
        turnEndMs.ifPresent(atMs -> tell(saidBefore(atMs, result), result, atMs, told));
        tell(unsettled(result), result, Long.MAX_VALUE, told);
    }

    private void finish(long atMs, List<Transcript> told) {
        long beganMs = endedMs;
        turnEndMs = OptionalLong.empty();
        if (!finalsOnly) {
            open.ifPresent(result -> {
                tellTurnBefore(result, told);
                tell(saidBefore(atMs, result), result, atMs, told);
            });
        }
        endedMs = Math.max(endedMs, atMs);
        if (told.stream().noneMatch(each -> each instanceof Transcript.Final && each.startMs() >= beganMs)) {
            told.add(new Transcript.Final("", Math.min(settledMs, atMs), atMs));
        }
    }

    /// Words of the turn that is over, which nobody knew when it ended.
    private void tellTurnBefore(Result result, List<Transcript> told) {
        tell(saidBefore(endedMs, result), result, endedMs, told);
    }

    /// @param words   of the result
    /// @param untilMs the end of the turn that they belong to: no word of it ends later
    private void tell(List<Item> words, Result of, long untilMs, List<Transcript> told) {
        if (!words.isEmpty()) {
            Item last = words.getLast();
            told.add(new Transcript.Final(
                    text(words), words.getFirst().startMs(), Math.min(last.endMs(), untilMs), of.language()));
            settledMs = Math.max(settledMs, last.endMs());
            settledMiddleMs = Math.max(settledMiddleMs, last.middleMs());
            lastTold = words.stream().filter(word -> !word.punctuation()).reduce((_, word) -> word);
            heardByAnother = false;
        }
    }

    private List<Item> saidBefore(long atMs, Result result) {
        return unsettled(result).stream().filter(item -> item.startMs() < atMs).toList();
    }

    private List<Item> unsettled(Result result) {
        List<Item> items = new ArrayList<>(result.items());
        items.removeIf(item -> item.punctuation() ? item.endMs() <= settledMs : isSettled(item));
        if (heardByAnother && !items.isEmpty() && isToldAgain(items.getFirst(), result)) {
            items.removeFirst();
        }
        while (!items.isEmpty() && items.getFirst().punctuation()) {
            items.removeFirst();
        }
        return items;
    }

    /// A word that was told may come again with a later end, as sound goes on: it begins where it began.
    private boolean isSettled(Item word) {
        return word.middleMs() <= settledMs || word.startMs() < settledMiddleMs;
    }

    /// Two streams may date a word differently: the last one told, which the new stream puts a little later, and which
    /// was not among those before it.
    private boolean isToldAgain(Item word, Result result) {
        Optional<Item> before = result.items().stream()
                .filter(item -> !item.punctuation() && item.endMs() <= word.startMs())
                .reduce((_, item) -> item);
        return lastTold.filter(told -> word.sounds(told) && word.startMs() < told.endMs() + TOLERANCE_MS)
                .filter(told -> before.filter(told::sounds).isEmpty())
                .isPresent();
    }

    private static boolean covers(Result result, long atMs) {
        return result.endMs() >= atMs - TOLERANCE_MS;
    }

    private static String text(List<Item> items) {
        StringBuilder text = new StringBuilder();
        for (Item item : items) {
            text.append(text.isEmpty() || item.punctuation() ? "" : " ").append(item.text());
        }
        return text.toString();
    }
}
