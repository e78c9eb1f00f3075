package dev.pickup.media.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.agent.AgentSettings;
import dev.pickup.core.agent.AgentSettingsBuilder;
import dev.pickup.core.agent.EngineWishes;
import dev.pickup.events.journal.JournalEntry.TurnTaken;
import dev.pickup.media.CloudUnderTest;
import dev.pickup.media.Engines;
import dev.pickup.media.model.bedrock.BedrockModel;
import dev.pickup.media.model.bedrock.BedrockSettings;
import dev.pickup.media.replay.RecordedSession;
import dev.pickup.media.replay.Replay;
import dev.pickup.media.speech.aws.Closing;
import dev.pickup.media.speech.aws.Simulated;
import dev.pickup.media.speech.aws.StreamingClient;
import dev.pickup.media.speech.polly.PollySettings;
import dev.pickup.media.speech.polly.PollyTextToSpeech;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import dev.pickup.media.speech.transcribe.CodedWordRecognizer;
import dev.pickup.media.speech.transcribe.TranscribeSettings;
import dev.pickup.media.speech.transcribe.TranscribeSpeechToText;
import dev.pickup.simulators.aws.AwsEndpoint;
import dev.pickup.simulators.bedrock.BedrockSimulator;
import dev.pickup.simulators.bedrock.BedrockTerms;
import dev.pickup.simulators.bedrock.Brain;
import dev.pickup.simulators.polly.PollySimulator;
import dev.pickup.simulators.transcribe.TranscribeSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;

/// A caller whom an English agent answers in Spanish: a media task on a real socket, and Amazon's own clients for
/// Transcribe, Bedrock and Polly against the services as they are simulated.
class MultilingualCallIT {
    private static final AgentSettings AGENT = AgentSettingsBuilder.builder(TestAgent.SETTINGS)
            .voice("Matthew")
            .engines(new EngineWishes(List.of("es-US"), false, Optional.empty()))
            .build();
    private static final String ENGLISH = "We open at nine.";
    private static final String SPANISH = "Abrimos a las nueve.";

    private static final Closing CLOSING = new Closing();

    private final ScriptedSpeech spoken = new ScriptedSpeech();
    private final TranscribeSimulator transcribe = TranscribeSimulator.start(
            dev.pickup.simulators.transcribe.ServiceTerms.prompt(), new CodedWordRecognizer());
    private final PollySimulator polly = PollySimulator.start(
            dev.pickup.simulators.polly.ServiceTerms.prompt(), (text, _) -> spoken.callerSays(text));
    private final BedrockSimulator bedrock = new BedrockSimulator(
            Set.of(BedrockSettings.DEFAULT_MODEL), BedrockTerms.immediate(), MultilingualCallIT::answer);
    private final AwsEndpoint endpoint = AwsEndpoint.start(bedrock);
    private final StreamingClient<BedrockRuntimeAsyncClient> client = CloudUnderTest.bedrock(endpoint);
    private final TranscribeSpeechToText ears = new TranscribeSpeechToText(
            Simulated.at(transcribe.endpoint()), TranscribeSettings.usual(), System::nanoTime, (_, _) -> {});
    private final PollyTextToSpeech voice = new PollyTextToSpeech(
            Simulated.at(polly.endpoint()), PollySettings.generative(), System::nanoTime, (_, _) -> {});

    @TempDir
    private Path folder;

    private ServedTask served;

    @BeforeEach
    void start() throws Exception {
        served = new ServedTask(
                ServedTask.settings(),
                folder,
                AGENT,
                speech -> new Engines(
                        speech.voiceActivity(),
                        ears,
                        new BedrockModel(client.get(), BedrockSettings.of(BedrockSettings.DEFAULT_MODEL)),
                        voice));
    }

    @AfterEach
    void stop() {
        served.close();
        CLOSING.close(ears, transcribe);
        CLOSING.close(voice, polly);
        CLOSING.close(client, endpoint);
        CLOSING.await();
    }

    @Test
    void aCallerWhoSpeaksSpanishIsAnsweredInSpanishByASpanishVoice() throws Exception {
        FakeClaims.Offer offer = served.claims.offer();
        try (WireCaller caller = WireCaller.call(served.port(), offer)) {
            caller.awaitTurn("this is the clinic.", 1);
            caller.say(served.speech, "hola, ¿a qué hora abren mañana, por favor?");
            caller.awaitTurn(SPANISH, 1);
            served.hangUp(caller, offer);
            served.awaitClosed(offer.call());

            assertThat(transcribe.streams().getFirst().parameters().options()).containsExactly("en-US", "es-US");
            assertThat(served.turns(offer.call())).extracting(TurnTaken::text).endsWith(SPANISH);
            assertThat(polly.streams())
                    .filteredOn(stream -> stream.texts().stream().anyMatch(text -> text.contains("clinic")))
                    .extracting(stream -> stream.parameters().voiceId())
                    .containsOnly("Matthew");
            assertThat(polly.streams())
                    .filteredOn(stream -> stream.texts().stream().anyMatch(text -> text.contains("Abrimos")))
                    .isNotEmpty()
                    .extracting(stream -> stream.parameters().voiceId())
                    .containsOnly("Lupe");
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                Replay.run(RecordedSession.of(served.journal).getFirst()))
                        .as("the journal replays the call")
                        .isEmpty());
    }

    /// Speaks whichever language it is told to.
    private static List<Brain.Part> answer(JsonNode request) {
        boolean spanish = request.at("/system/2/text").asText().contains("The caller speaks Spanish");
        return List.of(new Brain.Part.Text(List.of((spanish ? SPANISH : ENGLISH).splitWithDelimiters(" ", 0))));
    }
}
