package dev.pickup.media.speech.polly;

import dev.pickup.media.speech.aws.ServiceFault;
import dev.pickup.media.speech.aws.ServiceFault.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/// Speaks clause by clause, two requests at once, in order. Owned by the reply's thread.
final class RequestSpeaker implements Speaker {
    /// One is heard while the next is made.
    private static final int AT_ONCE = 2;

    private static final long PAUSE_MS = 150;

    private final PollyTextToSpeech engine;
    private final Claim claim;
    private final VoiceChoice voice;
    private final Consumer<Input> post;
    private final ClauseSplitter.Sink sink;
    private final Deque<Making> makings = new ArrayDeque<>();
    private List<String> clauses = List.of();
    private boolean ended;
    private int next;
    private long skip;
    private int requests = SpeechStream.SOURCE;
    private long characters;
    private long waitsSinceMs = -1;

    /// @param first the clause to begin with
    /// @param heard samples of it that were heard already
    RequestSpeaker(
            PollyTextToSpeech engine,
            Claim claim,
            VoiceChoice voice,
            Consumer<Input> post,
            ClauseSplitter.Sink sink,
            int first,
            long heard) {
        this.engine = engine;
        this.claim = claim;
        this.voice = voice;
        this.post = post;
        this.sink = sink;
        this.next = first;
        this.skip = heard;
    }

    @Override
    public void more(List<String> all, boolean noMore) {
        clauses = List.copyOf(all);
        ended = noMore;
    }

    @Override
    public Progress take(Input input) {
        switch (input) {
            case Input.Audio(int source, short[] samples) ->
                of(source).ifPresent(making -> making.audio(samples, engine.nowMs()));
            case Input.Said(int source, long charged) -> of(source).ifPresent(making -> said(making, charged));
            case Input.Broke(int source, ServiceFault fault) -> {
                return of(source).map(making -> broke(making, fault)).orElse(new Progress.GoesOn());
            }
            case Input.Awaited _, Input.Clause _, Input.End _, Input.Wanted _, Input.Cancel _ -> {}
        }
        handOn();
        return new Progress.GoesOn();
    }

    @Override
    public Progress tick() {
        while (makings.size() < AT_ONCE && next < clauses.size()) {
            makings.add(new Making(next, skip));
            next++;
            skip = 0;
        }
        for (Making making : makings) {
            Progress progress = drive(making);
            if (!(progress instanceof Progress.GoesOn)) {
                return progress;
            }
        }
        boolean allSaid = ended && makings.isEmpty() && next >= clauses.size();
        return allSaid ? new Progress.Done(characters) : new Progress.GoesOn();
    }

    @Override
    public void abandon() {
        makings.forEach(making -> release(making, true));
    }

    private Progress drive(Making making) {
        long nowMs = engine.nowMs();
        if (making.request.isPresent()) {
            boolean stalled = nowMs - making.lastAudioMs
                    >= engine.settings().timing().stall().toMillis();
            return stalled ? broke(making, ServiceFault.STALLED) : new Progress.GoesOn();
        }
        if (making.said || nowMs < making.dueMs) {
            return new Progress.GoesOn();
        }
        if (!claim.tryEnter()) {
            waitsSinceMs = waitsSinceMs < 0 || claim.isAhead() ? nowMs : waitsSinceMs;
            long longestMs = engine.settings().timing().waitForPlace().toMillis();
            return nowMs - waitsSinceMs > longestMs ? overloaded() : new Progress.GoesOn();
        }
        waitsSinceMs = -1;
        engine.counts().count("polly-requests");
        requests++;
        making.begin(new ClauseRequest(requests, engine.client(), voice, clauses.get(making.clause), post), nowMs);
        return new Progress.GoesOn();
    }

    private void said(Making making, long charged) {
        characters += charged;
        double expected = clauses.get(making.clause).length() * engine.samplesPerCharacter();
        if (making.isCutShort(expected)) {
            engine.counts().count("polly-request-faults");
        } else {
            making.said = true;
        }
        release(making, false);
    }

    private Progress broke(Making making, ServiceFault fault) {
        release(making, true);
        boolean throttled = fault.kind() == Kind.THROTTLED;
        engine.counts().count(throttled ? "polly-throttled" : "polly-request-faults");
        if (fault.kind() == Kind.REFUSED) {
            return new Progress.Failed("engine-refused", "Polly refused a text (" + fault.code() + ").");
        }
        if (making.attempts >= engine.settings().attempts()) {
            return throttled
                    ? overloaded()
                    : new Progress.Failed("engine-failed", "Polly failed (" + fault.code() + ").");
        }
        long pause = throttled ? PAUSE_MS + ThreadLocalRandom.current().nextLong(PAUSE_MS << making.attempts) : 0;
        making.dueMs = engine.nowMs() + pause;
        return new Progress.GoesOn();
    }

    /// The first clause's audio as it comes, the others' when it is their turn.
    private void handOn() {
        while (!makings.isEmpty()) {
            Making head = makings.getFirst();
            head.handOn(sink);
            if (!head.said) {
                return;
            }
            sink.done(head.clause);
            makings.removeFirst();
        }
    }

    private void release(Making making, boolean abandon) {
        making.request.ifPresent(request -> {
            if (abandon) {
                request.abandon();
            }
            claim.leave();
        });
        making.request = Optional.empty();
    }

    private Optional<Making> of(int source) {
        return makings.stream()
                .filter(making -> making.request
                        .filter(request -> request.number() == source)
                        .isPresent())
                .findFirst();
    }

    private static Progress overloaded() {
        return new Progress.Failed("engine-overloaded", "Polly's quota is used up.");
    }
}
