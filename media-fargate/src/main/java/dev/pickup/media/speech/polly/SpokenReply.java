package dev.pickup.media.speech.polly;

import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speech.Deliveries;
import dev.pickup.media.speech.polly.Speaker.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// One reply being spoken. Its thread owns the state; clauses, audio and faults come in through one queue,
/// which holds no more than a reply.
///
/// It begins with a stream, when streams work, and changes to requests clause by clause for good when the
/// stream breaks: what was heard of a clause by then is left out of its second making. A stream that is late with its
/// first sound has to race with a request for the first clause.
final class SpokenReply implements TextToSpeech.Utterance {
    private static final long TICK_MS = 20;

    private final PollyTextToSpeech engine;
    private final Claim claim;
    private final VoiceChoice voice;
    private final TextToSpeech.Listener listener;
    private final Deliveries deliveries = new Deliveries();
    private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
    private final List<String> clauses = new ArrayList<>();
    private boolean ended;
    private boolean over;
    private long characters;

    SpokenReply(PollyTextToSpeech engine, Claim claim, VoiceChoice voice, TextToSpeech.Listener listener) {
        this.engine = engine;
        this.claim = claim;
        this.voice = voice;
        this.listener = listener;
    }

    void start() {
        Thread.ofVirtual().name("polly-reply").start(this::run);
    }

    @Override
    public void clause(int clause, String text) {
        inputs.add(new Input.Clause(text));
    }

    @Override
    public void awaited(Duration silence) {
        inputs.add(new Input.Awaited(engine.nowMs() - silence.toMillis()));
    }

    @Override
    public void end() {
        inputs.add(new Input.End());
    }

    @Override
    public void wanted() {
        claim.wanted();
        inputs.add(new Input.Wanted());
    }

    @Override
    public void cancel() {
        deliveries.close();
        inputs.add(new Input.Cancel());
    }

    private void run() {
        Speaker speaker = first();
        try {
            while (!over) {
                Input input = inputs.poll(TICK_MS, TimeUnit.MILLISECONDS);
                Progress progress = input == null ? new Progress.GoesOn() : take(input, speaker);
                if (progress instanceof Progress.GoesOn && !over) {
                    progress = speaker.tick();
                }
                speaker = next(progress, speaker);
                deliveries.run();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            speaker.abandon();
        }
    }

    /// A stream when there is a place for one. What is made ahead goes without until it is wanted.
    private Speaker first() {
        if (!engine.streamsWork()) {
            return requests(0, 0);
        }
        if (claim.tryEnter()) {
            return new StreamSpeaker(engine, claim, voice, inputs::add, new Delivering());
        }
        if (claim.isAhead()) {
            engine.counts().count("polly-not-ahead");
            return new Bystander();
        }
        return requests(0, 0);
    }

    private Progress take(Input input, Speaker speaker) {
        switch (input) {
            case Input.Wanted _
            when speaker instanceof Bystander -> {
                return new Progress.TakenOver(first(), 0);
            }
            case Input.Wanted _ -> {}
            case Input.Clause(String text) -> {
                clauses.add(text);
                speaker.more(clauses, ended);
            }
            case Input.End _ -> {
                ended = true;
                speaker.more(clauses, true);
            }
            case Input.Cancel _ -> {
                engine.counts().count("polly-cancelled");
                over = true;
            }
            case Input.Awaited _, Input.Audio _, Input.Said _, Input.Broke _ -> {
                return speaker.take(input);
            }
        }
        return new Progress.GoesOn();
    }

    /// Who goes on speaking.
    private Speaker next(Progress progress, Speaker speaker) {
        switch (progress) {
            case Progress.GoesOn _ -> {}
            case Progress.Done(long charged) -> {
                over = true;
                long all = characters + charged;
                deliveries.add(() -> listener.done(all));
            }
            case Progress.Failed(String code, String sentence) -> {
                over = true;
                deliveries.add(() -> listener.failed(code, sentence));
            }
            case Progress.Broken(int clause, long heard, long charged) -> {
                speaker.abandon();
                characters += charged;
                return goOn(requests(clause, heard));
            }
            case Progress.Late _ -> {
                if (speaker instanceof StreamSpeaker stream) {
                    engine.counts().count("polly-races");
                    return goOn(new RacingSpeaker(stream, requests(0, 0)));
                }
            }
            case Progress.TakenOver(Speaker by, long charged) -> {
                if (by instanceof RequestSpeaker) {
                    engine.counts().count("polly-races-won");
                }
                characters += charged;
                return goOn(by);
            }
        }
        return speaker;
    }

    private Speaker goOn(Speaker other) {
        other.more(clauses, ended);
        return other;
    }

    private RequestSpeaker requests(int clause, long heard) {
        return new RequestSpeaker(engine, claim, voice, inputs::add, new Delivering(), clause, heard);
    }

    private final class Delivering implements ClauseSplitter.Sink {
        @Override
        public void audio(int clause, short[] samples) {
            deliveries.add(() -> listener.audio(clause, samples));
        }

        @Override
        public void done(int clause) {
            deliveries.add(() -> listener.clauseDone(clause, List.of()));
        }
    }
}
