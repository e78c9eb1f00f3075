package dev.pickup.media.speech.polly;

import java.util.List;

/// A stream that is late with its first sound, and a request for the first clause beside it: whoever is heard first
/// speaks on, the other is given up. Owned by the reply's thread.
final class RacingSpeaker implements Speaker {
    private final StreamSpeaker stream;
    private final RequestSpeaker rival;

    RacingSpeaker(StreamSpeaker stream, RequestSpeaker rival) {
        this.stream = stream;
        this.rival = rival;
    }

    /// The rival is given no more than it needs to win.
    @Override
    public void more(List<String> clauses, boolean ended) {
        stream.more(clauses, ended);
        rival.more(clauses.subList(0, Math.min(1, clauses.size())), false);
    }

    @Override
    public Progress take(Input input) {
        boolean ofStream = isOf(input, SpeechStream.SOURCE);
        if (input instanceof Input.Audio(int _, short[] samples) && samples.length > 0) {
            Progress _ = (ofStream ? stream : rival).take(input);
            return ofStream ? streamAlone() : rivalAlone();
        }
        return ofStream ? afterStream(stream.take(input)) : afterRival(rival.take(input));
    }

    @Override
    public Progress tick() {
        Progress progress = afterStream(stream.tick());
        return progress instanceof Progress.GoesOn ? afterRival(rival.tick()) : progress;
    }

    @Override
    public void abandon() {
        stream.abandon();
        rival.abandon();
    }

    /// A stream that breaks has lost; one that says that all is said without a sound has, too.
    private Progress afterStream(Progress progress) {
        return switch (progress) {
            case Progress.Broken(int _, long _, long characters) -> rivalInstead(characters);
            case Progress.Done(long characters) -> rivalInstead(characters);
            case Progress.GoesOn _, Progress.Late _ -> new Progress.GoesOn();
            case Progress.TakenOver _, Progress.Failed _ -> progress;
        };
    }

    /// A rival that fails leaves everything as it was.
    private Progress afterRival(Progress progress) {
        return progress instanceof Progress.GoesOn ? progress : streamAlone();
    }

    private Progress streamAlone() {
        rival.abandon();
        return new Progress.TakenOver(stream, 0);
    }

    private Progress rivalAlone() {
        return rivalInstead(stream.beaten());
    }

    private Progress rivalInstead(long characters) {
        stream.abandon();
        return new Progress.TakenOver(rival, characters);
    }

    private static boolean isOf(Input input, int source) {
        return switch (input) {
            case Input.Audio(int by, short[] _) -> by == source;
            case Input.Said(int by, long _) -> by == source;
            case Input.Broke(int by, var _) -> by == source;
            case Input.Awaited _, Input.Clause _, Input.End _, Input.Wanted _, Input.Cancel _ -> false;
        };
    }
}
