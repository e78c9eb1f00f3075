package dev.pickup.media.speech.transcribe;

import dev.pickup.media.speech.transcribe.Hearing.Item;
import dev.pickup.media.speech.transcribe.Hearing.Result;
import java.util.List;

/// One of a leg's streams while it is open. Owned by the leg's thread.
final class LegStream {
    private final int number;
    private final AudioFeed feed;
    private final long openedMs;
    private boolean accepted;
    private long passedOverMs;

    LegStream(int number, AudioFeed feed, long openedMs) {
        this.number = number;
        this.feed = feed;
        this.openedMs = openedMs;
    }

    int number() {
        return number;
    }

    AudioFeed feed() {
        return feed;
    }

    long openedMs() {
        return openedMs;
    }

    /// The service took it.
    void accept() {
        accepted = true;
    }

    boolean isAccepted() {
        return accepted;
    }

    /// Its results with times of the leg.
    List<Result> onTheLeg(List<Result> results) {
        return results.stream()
                .map(result -> new Result(
                        result.id(),
                        result.partial(),
                        result.items().stream()
                                .map(item -> new Item(
                                        item.text(),
                                        feed.timeline().legMs(item.startMs()),
                                        feed.timeline().legMs(item.endMs()),
                                        item.punctuation()))
                                .toList(),
                        result.language()))
                .toList();
    }

    /// Another stream had told these words before: what is complete of them does not come again.
    void passOver(List<Result> results) {
        for (Result result : results) {
            passedOverMs = result.partial() ? passedOverMs : Math.max(passedOverMs, result.endMs());
        }
    }

    /// Words until then it will not tell any more.
    long passedOverMs() {
        return passedOverMs;
    }
}
