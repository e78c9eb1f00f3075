package dev.pickup.media.speech.offline;

import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speech.offline.EngineWorkers.Urgency;

/// The offline voices behind the port. The agent's settings may name `flite-slt`, `flite-rms`, `flite-awb`,
/// `flite-kal16` or `freetts-kevin16`; any other name means the default. English, whatever language the
/// settings name.
final class OfflineTextToSpeech implements TextToSpeech {
    /// With more clauses than this waiting, a reply would come late: the quick voice says it.
    private static final int BUSY = 3;

    private final Voices voices;
    private final EngineWorkers workers;
    private final Degradation degradation;

    OfflineTextToSpeech(Voices voices, EngineWorkers workers, Degradation degradation) {
        this.voices = voices;
        this.workers = workers;
        this.degradation = degradation;
    }

    @Override
    public Utterance open(Settings settings, Listener listener) {
        return new SpokenUtterance(this, voices.known(settings.voice()), listener);
    }

    @Override
    public String name() {
        return "offline/" + Voices.AGENT;
    }

    Voices voices() {
        return voices;
    }

    boolean submit(Urgency urgency, Runnable work) {
        return workers.submit(urgency, work);
    }

    /// The voice that can say the next clause in time: `voice`, or the quick one.
    String inTime(String voice) {
        boolean late = Voices.isThorough(voice) && (!voices.areQuickEnough() || workers.waiting() > BUSY);
        if (late) {
            degradation.clauseByQuickVoice();
        }
        return late ? Voices.QUICK : voice;
    }
}
