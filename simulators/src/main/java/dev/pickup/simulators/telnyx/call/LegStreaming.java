package dev.pickup.simulators.telnyx.call;

import dev.pickup.simulators.telnyx.media.StreamEvents;

/// What the media stream of a leg tells the leg. Called on the exchange's loop.
final class LegStreaming implements StreamEvents {
    private final CallLeg leg;
    private final String streamId;
    private final String url;

    LegStreaming(CallLeg leg, String streamId, String url) {
        this.leg = leg;
        this.streamId = streamId;
        this.url = url;
    }

    @Override
    public void started() {
        leg.events().streamStarted(streamId, url);
    }

    @Override
    public void stopped() {
        leg.audio().ifPresent(LegAudio::detach);
        leg.events().streamStopped(streamId, url);
    }

    @Override
    public void failed() {
        leg.audio().ifPresent(LegAudio::detach);
        leg.events().streamFailed(streamId, url);
    }

    @Override
    public void cleared() {
        leg.person().cleared(nowMs());
    }

    @Override
    public void note(String sentence) {
        leg.line().note().accept(sentence);
    }

    @Override
    public double nowMs() {
        return leg.audio().map(LegAudio::nowMs).orElse(0.0);
    }
}
