package dev.pickup.media.speech.transcribe;

import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.SpeechToText.SpeechFault;
import dev.pickup.media.listening.SpeechToText.Transcript;
import dev.pickup.media.speech.aws.ServiceFault;
import dev.pickup.media.speech.transcribe.Hearing.Result;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/// A leg's recognition over as many streams as it takes. One that is late is not given up: a spare one hears the same
/// again, and whoever knows more first goes on. Owned by the leg's thread, but for `billableSeconds`.
final class Transcription {
    /// What a stream that breaks may have heard and not told: sent once more to the next one.
    private static final long REPLAY_MS = 3_000;

    /// Sound before the first word to be heard again, so that it is not cut.
    private static final long LEAD_IN_MS = 200;

    private final TranscribeSpeechToText engine;
    private final TranscribeSettings settings;
    private final TranscriptionRequests requests;
    /// Words are known when they are final and not before: none of a lost stream may be told, all must be heard again.
    private final boolean redacts;

    private final AudioTape tape;
    private final Consumer<Input> post;
    private final Consumer<List<Transcript>> deliver;
    private final Consumer<SpeechFault> fail;
    private final Hearing hearing;
    private final StallWatch stall;
    private final LateWatch late;
    private final Attempts attempts;
    private final StreamSeconds seconds = new StreamSeconds();
    private Optional<String> vocabulary;
    private Optional<String> spoken = Optional.empty();
    private LegState state = new LegState.Waiting(0, 0);
    private int streams;

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
        this.redacts = leg.redactPii();
        this.hearing = new Hearing(redacts);
        this.stall = new StallWatch(settings.stall().toMillis());
        this.late = new LateWatch(settings.late().toMillis());
        this.attempts = new Attempts(settings.attempts(), ThreadLocalRandom.current());
        this.vocabulary = settings.vocabulary().apply(leg);
    }

    void begin() {
        state = new LegState.Waiting(nowMs(), nowMs());
        tick();
    }

    boolean isOver() {
        return state instanceof LegState.Over;
    }

    double billableSeconds() {
        return seconds.billable();
    }

    void take(Input input) {
        switch (input) {
            case Input.Fed _, Input.Close _ -> {}
            case Input.SpeechStarted(long atMs) -> {
                stall.speechStarted(atMs);
                late.speechStarted(atMs);
            }
            case Input.SpeechPaused(long atMs) -> {
                stall.speechPaused(atMs);
                late.speechPaused(atMs);
            }
            case Input.TurnEnded(long atMs) -> deliver.accept(hearing.turnEnded(atMs));
            case Input.Accepted(int number) -> state.stream(number).ifPresent(this::accepted);
            case Input.Heard(int number, List<Result> results) ->
                state.stream(number).ifPresent(by -> heard(by, by.onTheLeg(results)));
            case Input.Over(int number, Optional<Throwable> thrown) ->
                state.stream(number)
                        .ifPresent(by -> broke(by, thrown.map(ServiceFault::of).orElse(ServiceFault.ENDED)));
        }
    }

    /// What is due: audio to be sent, a stream to be opened or given up, a turn's words that do not come.
    void tick() {
        switch (state) {
            case LegState.Waiting(long dueMs, long sinceMs) when nowMs() >= dueMs -> open(sinceMs);
            case LegState.Waiting _, LegState.Over _ -> {}
            case LegState.Open(LegStream current, Optional<LegStream> spare) -> {
                engine.counts().add("transcribe-filled-ms", feed(current));
                spare.ifPresent(this::feed);
                judge(current, spare);
            }
        }
        var awaited = hearing.awaitedMs();
        if (awaited.isPresent()
                && tape.endMs() - awaited.getAsLong() > settings.lastWords().toMillis()) {
            late.forgiven();
            deliver.accept(hearing.giveUpWaiting());
        }
    }

    /// The leg is over: the service is told, and its streams end by themselves.
    void end() {
        if (state instanceof LegState.Open(LegStream current, Optional<LegStream> spare)) {
            spare.ifPresent(this::abandon);
            current.feed().stream().end();
            engine.places().release();
        }
        state = new LegState.Over();
    }

    private void open(long sinceMs) {
        if (!engine.places().tryAcquire()) {
            if (nowMs() - sinceMs > settings.waitForPlace().toMillis()) {
                engine.counts().count("transcribe-places-full");
                over(new SpeechFault("engine-overloaded", "All streams of the account are in use."));
            }
            return;
        }
        attempts.opened(nowMs());
        state = new LegState.Open(openStream(), Optional.empty());
    }

    /// A stream that hears again what nobody has answered. The place is taken already.
    private LegStream openStream() {
        long fromMs = Math.max(replayFromMs(), tape.startMs());
        fromMs -= fromMs % CallerLeg.PIECE_MS;
        int number = ++streams;
        engine.counts().count("transcribe-streams");
        ServiceStream stream = new ServiceStream(number, engine.client(), requests.next(vocabulary, spoken), post);
        return new LegStream(number, new AudioFeed(tape, stream, fromMs, nowMs()), nowMs());
    }

    private void accepted(LegStream stream) {
        stream.accept();
        seconds.accepted(stream.number());
        if (state.isCurrent(stream)) {
            attempts.accepted();
        }
    }

    private void heard(LegStream by, List<Result> results) {
        long reachMs = results.stream().mapToLong(Result::endMs).max().orElse(0);
        if (!state.isCurrent(by)) {
            if (reachMs <= late.reachedMs()) {
                by.passOver(results);
                return;
            }
            engine.counts().count("transcribe-spares-won");
            promote(by, Math.max(by.passedOverMs(), Result.startMs(results)));
        }
        stall.heard(tape.endMs());
        late.heard(reachMs, tape.endMs());
        for (Result result : results) {
            spoken = result.language().or(() -> spoken);
            deliver.accept(hearing.take(result));
        }
        if (late.caughtUp(tape.endMs())) {
            state.spare().ifPresent(this::dismiss);
        }
    }

    private void judge(LegStream current, Optional<LegStream> spare) {
        long nowMs = nowMs();
        long answerMs = settings.answer().toMillis();
        spare.filter(each -> !each.isAccepted() && nowMs - each.openedMs() > answerMs)
                .ifPresent(this::dismiss);
        if (!current.isAccepted()) {
            if (nowMs - current.openedMs() > answerMs) {
                broke(current, ServiceFault.STALLED);
            }
        } else if (current.feed().isStuck(nowMs, settings.stall().toMillis())
                || stall.overdue(tape.endMs(), nowMs - current.openedMs())) {
            engine.counts().count("transcribe-stalls");
            broke(current, ServiceFault.STALLED);
        } else if (spare.isEmpty()
                && !redacts
                && nowMs - current.openedMs() >= settings.late().toMillis() // it is given seconds of audio at once
                && late.late(tape.endMs(), tape::soundFromMs)
                && engine.takePlaceForSpare()) {
            engine.counts().count("transcribe-spares");
            state = new LegState.Open(current, Optional.of(openStream()));
        }
    }

    private void broke(LegStream stream, ServiceFault fault) {
        if (!state.isCurrent(stream)) {
            dismiss(stream);
            return;
        }
        Optional<LegStream> spare = state.spare().filter(LegStream::isAccepted);
        if (spare.isPresent()) {
            engine.counts().count("transcribe-reconnects");
            promote(spare.get(), spare.get().passedOverMs());
        } else {
            state.spare().ifPresent(this::dismiss);
            lost(stream, fault);
        }
    }

    /// The spare stream goes on alone.
    ///
    /// @param untilMs words that end by then it does not tell
    private void promote(LegStream spare, long untilMs) {
        if (state instanceof LegState.Open(LegStream before, Optional<LegStream> _)) {
            abandon(before);
        }
        attempts.opened(spare.openedMs());
        attempts.accepted();
        state = new LegState.Open(spare, Optional.empty());
        deliver.accept(hearing.lost(untilMs));
    }

    /// The spare stream is not needed.
    private void dismiss(LegStream spare) {
        abandon(spare);
        if (state instanceof LegState.Open(LegStream current, Optional<LegStream> _)) {
            state = new LegState.Open(current, Optional.empty());
        }
    }

    private void lost(LegStream stream, ServiceFault fault) {
        state = new LegState.Waiting(Long.MAX_VALUE, nowMs());
        abandon(stream);
        boolean throttled = fault.kind() == ServiceFault.Kind.THROTTLED;
        engine.counts().count(throttled ? "transcribe-throttled" : "transcribe-reconnects");
        if (fault.kind() == ServiceFault.Kind.REFUSED && !attempts.isAccepted() && vocabulary.isPresent()) {
            engine.counts().count("transcribe-vocabulary-missing");
            vocabulary = Optional.empty();
            state = new LegState.Waiting(nowMs(), nowMs());
            return;
        }
        deliver.accept(hearing.lost(redacts ? 0 : Math.max(tape.endMs() - REPLAY_MS, late.replayFromMs())));
        attempts.pauseAfter(fault, nowMs())
                .ifPresentOrElse(
                        pause -> state = new LegState.Waiting(nowMs() + pause, nowMs() + pause),
                        () -> over(SpeechFaults.of(fault)));
        tick();
    }

    private void abandon(LegStream stream) {
        stream.feed().stream().abandon();
        engine.places().release();
    }

    /// Returns how much of what was sent was silence that nobody fed, in ms.
    private long feed(LegStream stream) {
        long filledMs = stream.feed().send(nowMs());
        seconds.sent(stream.number(), stream.feed().sentMs());
        return filledMs;
    }

    private void over(SpeechFault fault) {
        state = new LegState.Over();
        fail.accept(fault);
    }

    private long replayFromMs() {
        long settledMs = Math.max(hearing.settledMs() - LEAD_IN_MS, tape.endMs() - AudioTape.LENGTH_MS);
        return streams == 0 || redacts ? Math.max(0, settledMs) : Math.max(settledMs, late.replayFromMs());
    }

    private long nowMs() {
        return engine.nanos().getAsLong() / 1_000_000;
    }
}
