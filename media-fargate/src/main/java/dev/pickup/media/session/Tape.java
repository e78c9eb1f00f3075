package dev.pickup.media.session;

import dev.pickup.core.call.ClaimedCall;
import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.audio.CallRecorder;
import dev.pickup.media.audio.Recordings.RecordingUnavailableException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The recording of a call whose agent wants one. A call goes on without it. Owned by the loop.
final class Tape {
    private static final Logger LOG = LoggerFactory.getLogger(Tape.class);

    private Optional<CallRecorder> recorder = Optional.empty();

    void start(SessionContext context, ClaimedCall call) {
        try {
            recorder = Optional.of(new CallRecorder(context.recordings()
                    .open(call.account().value(), call.callId().value(), call.epoch())));
        } catch (RecordingUnavailableException e) {
            context.count("recordings-failed");
            LOG.warn("recording-unavailable {}: {}", call.callId(), e.getMessage());
        }
    }

    void caller(AudioFrame frame, long atMs) {
        recorder.ifPresent(tape -> tape.caller(frame, atMs));
    }

    void agent(AudioFrame frame, long heardAtMs) {
        recorder.ifPresent(tape -> tape.agent(frame, heardAtMs));
    }

    /// What was to be heard from now on never will be.
    void cut(double nowMs) {
        recorder.ifPresent(tape -> tape.cut(Math.round(nowMs)));
    }

    /// Its key, unless there is none.
    Optional<String> finish() {
        return recorder.flatMap(CallRecorder::finish);
    }
}
