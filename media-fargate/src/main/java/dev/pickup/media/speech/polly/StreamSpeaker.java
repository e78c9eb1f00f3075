package dev.pickup.media.speech.polly;

import dev.pickup.media.speech.aws.ServiceFault;
import java.util.List;
import java.util.function.Consumer;

/// Speaks through one bidirectional stream, opened before there is text. Owned by the reply's thread.
final class StreamSpeaker implements Speaker {
    private static final String SIGN_OF_LIFE = " ";

    private final PollyTextToSpeech engine;
    private final Claim claim;
    private final PollySettings.Timing timing;
    private final ClauseSplitter splitter;
    private final ClauseSplitter.Sink sink;
    private final SpeechStream stream;
    private final long openedMs;
    private int sent;
    private int wanted;
    private long charactersSent;
    private long samplesHeard;
    private boolean flushed = true;
    private boolean closed;
    private boolean left;
    private boolean raced;
    private long firstTextMs = -1;
    private long silentSinceMs = Long.MAX_VALUE;
    private long lastTextMs;
    private long lastSentMs;
    private long lastAudioMs;

    /// Takes over a place of the quota.
    StreamSpeaker(
            PollyTextToSpeech engine, Claim claim, VoiceChoice voice, Consumer<Input> post, ClauseSplitter.Sink sink) {
        this.engine = engine;
        this.claim = claim;
        this.timing = engine.settings().timing();
        this.splitter = new ClauseSplitter(engine.samplesPerCharacter());
        this.sink = sink;
        this.openedMs = engine.nowMs();
        this.lastSentMs = openedMs;
        this.lastAudioMs = openedMs;
        engine.counts().count("polly-streams");
        this.stream = new SpeechStream(engine.client(), voice, post);
    }

    @Override
    public void more(List<String> clauses, boolean ended) {
        wanted = clauses.size();
        boolean tooOld = engine.nowMs() - openedMs >= timing.rotation().toMillis();
        while (sent < wanted && !closed && !tooOld) {
            say(clauses.get(sent), sent == 0);
            sent++;
        }
        if ((ended || tooOld) && !closed) {
            closed = true;
            lastSentMs = engine.nowMs();
            stream.end();
        }
    }

    @Override
    public Progress take(Input input) {
        return switch (input) {
            case Input.Audio(int source, short[] samples)
            when source == SpeechStream.SOURCE -> {
                lastAudioMs = engine.nowMs();
                if (samplesHeard == 0) {
                    engine.firstSound().seen(lastAudioMs - firstTextMs);
                }
                samplesHeard += samples.length;
                splitter.accept(samples, sink);
                yield new Progress.GoesOn();
            }
            case Input.Said(int source, long characters) when source == SpeechStream.SOURCE -> said(characters);
            case Input.Broke(int source, ServiceFault fault) when source == SpeechStream.SOURCE -> broken(fault);
            case Input.Awaited(long sinceMs) -> {
                silentSinceMs = sinceMs;
                yield new Progress.GoesOn();
            }
            case Input.Audio _,
                    Input.Said _,
                    Input.Broke _,
                    Input.Clause _,
                    Input.End _,
                    Input.Wanted _,
                    Input.Cancel _ -> new Progress.GoesOn();
        };
    }

    @Override
    public Progress tick() {
        long nowMs = engine.nowMs();
        if (!closed && !flushed && nowMs - lastTextMs >= timing.flush().toMillis()) {
            flushed = true;
            send(SIGN_OF_LIFE, true);
        } else if (!closed && nowMs - lastSentMs >= timing.keepAlive().toMillis()) {
            send(SIGN_OF_LIFE, false);
        }
        boolean due = closed || (flushed && splitter.isShort());
        long quietMs = nowMs - Math.max(lastAudioMs, lastSentMs);
        if (due && quietMs >= timing.stall().toMillis()) {
            return broken(ServiceFault.STALLED);
        }
        if (!raced && samplesHeard == 0 && firstTextMs >= 0 && isLate(nowMs)) {
            raced = true;
            return new Progress.Late();
        }
        return new Progress.GoesOn();
    }

    private boolean isLate(long nowMs) {
        long silentMs = claim.isRoomy() ? firstTextMs - silentSinceMs : 0;
        return engine.firstSound().isLate(nowMs - firstTextMs, silentMs);
    }

    /// Somebody else was quicker. Returns what is charged for nothing.
    long beaten() {
        if (engine.firstSound().isLate(engine.nowMs() - firstTextMs, 0)) { // for everybody, not for one who had waited
            engine.streamFailed(ServiceFault.STALLED, true);
        }
        return charactersSent;
    }

    @Override
    public void abandon() {
        if (!left) {
            left = true;
            stream.abandon();
            claim.leave();
        }
    }

    private void say(String text, boolean flush) {
        splitter.expect(text.length());
        charactersSent += text.length();
        lastTextMs = engine.nowMs();
        firstTextMs = firstTextMs < 0 ? lastTextMs : firstTextMs;
        flushed = flush;
        send(text + SIGN_OF_LIFE, flush);
    }

    private void send(String text, boolean flush) {
        lastSentMs = engine.nowMs();
        stream.text(text, flush);
    }

    private Progress said(long characters) {
        splitter.end(sink);
        engine.streamWorked();
        engine.paceSeen(samplesHeard, charactersSent);
        boolean rest = sent < wanted || !closed;
        return rest ? new Progress.Broken(sent, 0, characters) : new Progress.Done(characters);
    }

    /// The service charges for what it took in, and says no number any more.
    private Progress broken(ServiceFault fault) {
        engine.streamFailed(fault, samplesHeard == 0);
        return new Progress.Broken(splitter.current(), splitter.handedOn(), charactersSent);
    }
}
