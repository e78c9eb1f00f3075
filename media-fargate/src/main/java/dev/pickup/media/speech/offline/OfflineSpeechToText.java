package dev.pickup.media.speech.offline;

import ai.onnxruntime.OrtException;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.speech.offline.EngineWorkers.Urgency;

/// Moonshine as streaming recognition. It is not a streaming model: while the caller speaks, what was said so
/// far is decoded again and again by the small model (interims); at a pause the large model decodes all of it,
/// so that the words are there when the turn ends. English, whatever language the settings name.
final class OfflineSpeechToText implements SpeechToText {
    /// With more urgent work than this waiting, the small model writes finals too (it takes less than half the
    /// time).
    private static final int BUSY = 2;

    private final Moonshine base;
    private final Moonshine tiny;
    private final EngineWorkers workers;
    private final Degradation degradation;

    OfflineSpeechToText(Moonshine base, Moonshine tiny, EngineWorkers workers, Degradation degradation) {
        this.base = base;
        this.tiny = tiny;
        this.workers = workers;
        this.degradation = degradation;
    }

    @Override
    public Stream open(Settings settings, Listener listener) {
        return new ListeningStream(this, listener);
    }

    @Override
    public String name() {
        return "offline/" + base.name();
    }

    /// Queues `work`; false when there is no room. An interim has room only when a worker is idle.
    boolean submit(Urgency urgency, Runnable work) {
        if (urgency == Urgency.SPARE && !workers.haveTime()) {
            degradation.interimSkipped();
            return false;
        }
        return workers.submit(urgency, work);
    }

    void settledForGuess() {
        degradation.finalFromInterim();
    }

    /// On a worker: a quick look.
    String glance(Moonshine.Audio audio) throws OrtException, InterruptedException {
        return Transcripts.tidy(tiny.transcribe(audio, false));
    }

    /// On a worker: the best that the load allows.
    String listen(Moonshine.Audio audio, boolean somethingIsSaid) throws OrtException, InterruptedException {
        boolean busy = workers.waiting() > BUSY;
        if (busy) {
            degradation.finalBySmallModel();
        }
        return Transcripts.tidy((busy ? tiny : base).transcribe(audio, somethingIsSaid));
    }
}
