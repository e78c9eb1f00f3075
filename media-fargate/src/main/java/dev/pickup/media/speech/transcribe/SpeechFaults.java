package dev.pickup.media.speech.transcribe;

import dev.pickup.media.listening.SpeechToText.SpeechFault;
import dev.pickup.media.speech.aws.ServiceFault;

/// What a failure of the service is to the port.
final class SpeechFaults {
    private SpeechFaults() {}

    static SpeechFault of(ServiceFault fault) {
        return switch (fault.kind()) {
            case THROTTLED -> new SpeechFault("engine-overloaded", "Transcribe refuses more streams.");
            case REFUSED -> new SpeechFault("engine-refused", "Transcribe refused the stream (" + fault.code() + ").");
            case BROKEN -> new SpeechFault("stream-lost", "Transcribe's streams broke (" + fault.code() + ").");
        };
    }
}
