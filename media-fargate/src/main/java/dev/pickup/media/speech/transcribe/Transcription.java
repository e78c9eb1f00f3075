package dev.pickup.media.speech.transcribe;

import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.SpeechToText.SpeechFault;
import dev.pickup.media.listening.SpeechToText.Transcript;
import dev.pickup.media.speech.aws.ServiceFault;
import dev.pickup.media.speech.transcribe.Hearing.Item;
import dev.pickup.media.speech.transcribe.Hearing.Result;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/// A leg's recognition over as many streams as it takes. Owned by the leg's thread, but for `billableSeconds`.
final class Transcription {
    /// What a stream that breaks may have heard and not told: sent once more to the next one.
    private static final long REPLAY_MS = 3_000;

    /// Sound before the first word to be heard again, so that it is not cut.
    private static final long LEAD_IN_MS = 200;

    private final TranscribeSpeechToText engine;
    private final TranscribeSettings settings;
    private final TranscriptionRequests requests;
    private final AudioTape tape;
    private final Consumer<Input> post;
    private final Consumer<List<Transcript>> deliver;
    private final Consumer<SpeechFault> fail;
    private final Hearing hearing;
    private final StallWatch watch;
    private final Attempts attempts;
    private final StreamSeconds seconds = new StreamSeconds();
    private Optional<String> vocabulary;
    private State state = new State.Waiting(0, 0);
    private int streams;

    private sealed interface State {
        /// No stream; one is opened as soon as it is time and there is a place, or it is too late.
        record Waiting(long dueMs, long sinceMs) implements State {}

        record Open(int number, AudioFeed feed, long openedMs) implements State {}

        record Over() implements State {}
    }

    Transcription(
            TranscribeSpeechToText engine,
            SpeechToText.Settings leg,
            AudioTape tape,
            Consumer<Input> post,
            Consumer<List<Transcript>> deliver,
            Consumer<SpeechFault> fail) {
        this.engine = engine;
        this.settings = engine.settings();
        this.requests = new TranscriptionRequests(leg, settings.piiTypes());
        this.tape = tape;
        this.post = post;
        this.deliver = deliver;
        this.fail = fail;
        this.hearing = new Hearing(leg.redactPii());
        this.watch = new StallWatch(settings.stall().toMillis());
        this.attempts = new Attempts(settings.attempts(), ThreadLocalRandom.current());
        this.vocabulary = settings.vocabulary().apply(leg);
    }

    void begin() {
        state = new State.Waiting(nowMs(), nowMs());
        tick();
    }

    boolean isOver() {
        return state instanceof State.Over;
    }

    double billableSeconds() {
        return seconds.billable();
    }

    void take(Input input) {
        switch (input) {
            case Input.Fed _, Input.Close _ -> {}
            case Input.SpeechStarted(long atMs) -> watch.speechStarted(atMs);
            case Input.SpeechPaused(long atMs) -> watch.speechPaused(atMs);
            case Input.TurnEnded(long atMs) -> deliver.accept(hearing.turnEnded(atMs));
            case Input.Accepted(int number)
            when isCurrent(number) -> {
                attempts.accepted();
                seconds.accepted();
            }
            case Input.Heard(int number, List<Result> results) when isCurrent(number) -> hear(results);
            case Input.Over(int number, Optional<Throwable> thrown)
            when isCurrent(number) -> lost(thrown.map(ServiceFault::of).orElse(ServiceFault.ENDED));
            case Input.Accepted _, Input.Heard _, Input.Over _ -> {}
        }
    }

    /// What is due: audio to be sent, a stream to be opened or given up, a turn's words that do not come.
    void tick() {
        switch (state) {
            case State.Waiting(long dueMs, long sinceMs) when nowMs() >= dueMs -> open(sinceMs);
            case State.Waiting _, State.Over _ -> {}
            case State.Open(int _, AudioFeed feed, long openedMs) -> {
                engine.counts().add("transcribe-filled-ms", feed.send(nowMs()));
                seconds.sent(feed.sentMs());
                if (!attempts.isAccepted()
                        && nowMs() - openedMs > settings.answer().toMillis()) {
                    lost(ServiceFault.STALLED);
                } else if (attempts.isAccepted() && isStalled(feed)) {
                    engine.counts().count("transcribe-stalls");
                    lost(ServiceFault.STALLED);
                }
            }
        }
        var awaited = hearing.awaitedMs();
        if (awaited.isPresent()
                && tape.endMs() - awaited.getAsLong() > settings.lastWords().toMillis()) {
            deliver.accept(hearing.giveUpWaiting());
        }
    }

    /// The leg is over: the service is told, and its stream ends by itself.
    void end() {
        if (state instanceof State.Open(int _, AudioFeed feed, long _)) {
            feed.stream().end();
            engine.places().release();
        }
        state = new State.Over();
    }

    private void open(long sinceMs) {
        if (!engine.places().tryAcquire()) {
            if (nowMs() - sinceMs > settings.waitForPlace().toMillis()) {
                engine.counts().count("transcribe-places-full");
                over(new SpeechFault("engine-overloaded", "All streams of the account are in use.", true));
            }
            return;
        }
        long fromMs = Math.max(replayFromMs(), tape.startMs());
        fromMs -= fromMs % CallerLeg.PIECE_MS;
        int number = ++streams;
        attempts.opened(nowMs());
        seconds.next();
        engine.counts().count("transcribe-streams");
        ServiceStream stream = new ServiceStream(number, engine.client(), requests.next(vocabulary), post);
        state = new State.Open(number, new AudioFeed(tape, stream, fromMs, nowMs()), nowMs());
    }

    private void hear(List<Result> results) {
        watch.heard(tape.endMs());
        if (state instanceof State.Open(int _, AudioFeed feed, long _)) {
            for (Result result : results) {
                deliver.accept(hearing.take(onTheLeg(result, feed.timeline())));
            }
        }
    }

    private void lost(ServiceFault fault) {
        if (state instanceof State.Open(int _, AudioFeed feed, long _)) {
            state = new State.Waiting(Long.MAX_VALUE, nowMs());
            feed.stream().abandon();
            engine.places().release();
        }
        boolean throttled = fault.kind() == ServiceFault.Kind.THROTTLED;
        engine.counts().count(throttled ? "transcribe-throttled" : "transcribe-reconnects");
        if (fault.kind() == ServiceFault.Kind.REFUSED && !attempts.isAccepted() && vocabulary.isPresent()) {
            engine.counts().count("transcribe-vocabulary-missing");
            vocabulary = Optional.empty();
            state = new State.Waiting(nowMs(), nowMs());
            return;
        }
        deliver.accept(hearing.lost(tape.endMs() - REPLAY_MS));
        attempts.pauseAfter(fault, nowMs())
                .ifPresentOrElse(
                        pause -> state = new State.Waiting(nowMs() + pause, nowMs() + pause),
                        () -> over(speechFault(fault)));
        tick();
    }

    private boolean isStalled(AudioFeed feed) {
        return feed.isStuck(nowMs(), settings.stall().toMillis()) || watch.overdue(tape.endMs());
    }

    private void over(SpeechFault fault) {
        state = new State.Over();
        fail.accept(fault);
    }

    private long replayFromMs() {
        return streams == 0 ? 0 : Math.max(hearing.settledMs() - LEAD_IN_MS, tape.endMs() - AudioTape.LENGTH_MS);
    }

    private boolean isCurrent(int number) {
        return state instanceof State.Open(int current, AudioFeed _, long _) && current == number;
    }

    private long nowMs() {
        return engine.nanos().getAsLong() / 1_000_000;
    }

    private static SpeechFault speechFault(ServiceFault fault) {
        return switch (fault.kind()) {
            case THROTTLED -> new SpeechFault("engine-overloaded", "Transcribe refuses more streams.", true);
            case REFUSED ->
                new SpeechFault("engine-refused", "Transcribe refused the stream (" + fault.code() + ").", false);
            case BROKEN -> new SpeechFault("stream-lost", "Transcribe's streams broke (" + fault.code() + ").", true);
        };
    }

    private static Result onTheLeg(Result result, Timeline timeline) {
        return new Result(
                result.id(),
                result.partial(),
                result.items().stream()
                        .map(item -> new Item(
                                item.text(),
                                timeline.legMs(item.startMs()),
                                timeline.legMs(item.endMs()),
                                item.punctuation()))
                        .toList());
    }
}
