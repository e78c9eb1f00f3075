package dev.pickup.local.stack;

import dev.pickup.core.call.TaskId;
import dev.pickup.core.carrier.CarrierByLeg;
import dev.pickup.core.state.DynamoDbCallClaims;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.media.Engines;
import dev.pickup.media.MediaPorts;
import dev.pickup.media.MediaSettings;
import dev.pickup.media.MediaTask;
import dev.pickup.media.audio.LocalRecordings;
import dev.pickup.media.replying.LanguageModel;
import dev.pickup.media.session.CallJournal;
import dev.pickup.media.speech.offline.SmartTurn;
import java.nio.file.Path;
import java.util.UUID;

/// The media task of this process, on local ports.
record LocalMedia(StackSettings settings, LanguageModel model, Speech speech, FunctionsWiring wiring) {
    /// More than the demo account may have, so that its limit is the one that is met.
    private static final int MOST_CALLS = 200;

    MediaTask start(LocalFunctions functions, CallJournal journal, Path recordings) {
        TaskId task = new TaskId("local-" + UUID.randomUUID());
        Engines engines = new Engines(speech.voiceActivity(), speech.speechToText(), model, speech.textToSpeech())
                .withEndOfTurn(speech.models().flatMap(_ -> SmartTurn.in(settings.modelsFolder())));
        return new MediaTask(
                MediaSettings.of(task, MOST_CALLS),
                engines,
                new MediaPorts(
                        new DynamoDbCallClaims(wiring.database(), wiring.calls(), wiring.agents()),
                        new CarrierByLeg(wiring::carrier),
                        new ToolCalls(functions.tools()),
                        journal,
                        new LocalRecordings(recordings),
                        wiring.clock()));
    }
}
