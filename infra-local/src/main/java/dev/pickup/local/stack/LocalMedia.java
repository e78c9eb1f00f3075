package dev.pickup.local.stack;

import dev.pickup.core.call.TaskId;
import dev.pickup.core.carrier.CarrierByLeg;
import dev.pickup.core.state.DynamoDbCallClaims;
import dev.pickup.functions.runtime.FunctionsWiring;
import dev.pickup.media.Engines;
import dev.pickup.media.EnginesChoice;
import dev.pickup.media.MediaPorts;
import dev.pickup.media.MediaSettings;
import dev.pickup.media.MediaTask;
import dev.pickup.media.audio.LocalRecordings;
import dev.pickup.media.model.openai.ModelTimeouts;
import dev.pickup.media.model.openai.OpenAiCompatibleModel;
import dev.pickup.media.model.receptionist.OfflineReceptionist;
import dev.pickup.media.replying.LanguageModel;
import dev.pickup.media.session.CallJournal;
import dev.pickup.media.speech.offline.SmartTurn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;

/// The media task of this process, on local ports.
record LocalMedia(StackSettings settings, Speech speech, FunctionsWiring wiring) {
    /// More than the demo account may have, so that its limit is the one that is met.
    private static final int MOST_CALLS = 200;

    /// How quickly the offline receptionist brings its words out: about a fast model's pace.
    private static final Duration WORD = Duration.ofMillis(15);

    MediaTask start(LocalFunctions functions, CallJournal journal, Path recordings) {
        TaskId task = new TaskId("local-" + UUID.randomUUID());
        Engines engines = new Engines(speech.voiceActivity(), speech.speechToText(), model(), speech.textToSpeech())
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

    private LanguageModel model() {
        var chosen = settings.engines().model();
        boolean usesEndpoint =
                chosen.isEmpty() ? settings.model().isPresent() : chosen.getFirst() == EnginesChoice.Model.OPENAI;
        if (!usesEndpoint) {
            return new OfflineReceptionist(WORD);
        }
        ModelAccess access = settings.model().orElseThrow();
        return new OpenAiCompatibleModel(access.baseUrl(), access.apiKey(), access.name(), ModelTimeouts.USUAL);
    }
}
