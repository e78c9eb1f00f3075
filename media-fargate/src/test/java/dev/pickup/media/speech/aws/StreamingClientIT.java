package dev.pickup.media.speech.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.speech.EngineCounts;
import dev.pickup.media.speech.transcribe.TranscribeSettings;
import dev.pickup.media.speech.transcribe.TranscribeSpeechToText;
import dev.pickup.simulators.transcribe.ServiceTerms;
import dev.pickup.simulators.transcribe.TimedScript;
import dev.pickup.simulators.transcribe.TranscribeSimulator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.polly.PollyAsyncClient;
import software.amazon.awssdk.services.transcribestreaming.TranscribeStreamingAsyncClient;
import software.amazon.awssdk.services.transcribestreaming.model.AudioStream;
import software.amazon.awssdk.services.transcribestreaming.model.StartStreamTranscriptionResponseHandler;

/// How a client ends while streams are open.
class StreamingClientIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final TranscribeSimulator service =
            TranscribeSimulator.start(ServiceTerms.prompt(), TimedScript.saying("good morning", 100));

    @AfterEach
    void close() {
        service.close();
    }

    /// It would wait for them on its own thread, and give up.
    @Test
    void connectionsAreGoneWhenTheSdkClosesItsPools() {
        Sockets sockets = new Sockets();
        TranscribeStreamingAsyncClient sdk =
                Simulated.at(service.endpoint()).sdkClient(TranscribeStreamingAsyncClient.builder(), 1, sockets);
        AtomicInteger left = new AtomicInteger(-1);
        var stream = sdk.startStreamTranscription(
                request -> request.languageCode("en-US").mediaEncoding("pcm").mediaSampleRateHertz(16_000),
                new EventPublisher<AudioStream>(),
                StartStreamTranscriptionResponseHandler.builder()
                        .subscriber(_ -> {})
                        .build());
        await().atMost(LIMIT).until(() -> service.live() == 1 && sockets.open() == 1);

        new StreamingClient<>(new Closing(sdk, () -> left.set(sockets.open())), sockets).close();

        assertThat(left).hasValue(0);
        assertThat(stream).failsWithin(LIMIT);
        await().atMost(LIMIT).until(() -> service.live() == 0);
    }

    @Test
    void aLegThatOutlivesItIsToldAndOpensNothingAnyMore() throws Exception {
        CompletableFuture<SpeechToText.SpeechFault> fault = new CompletableFuture<>();
        TranscribeSpeechToText engine = new TranscribeSpeechToText(
                Simulated.at(service.endpoint()), TranscribeSettings.usual(), System::nanoTime, EngineCounts.NONE);
        try (StreamingClient<PollyAsyncClient> _ = // what another client keeps running must not serve this one
                        Simulated.at(service.endpoint()).client(PollyAsyncClient.builder(), 1);
                SpeechToText.Stream leg = engine.open(new SpeechToText.Settings("en-US", List.of()), told(fault))) {
            await().atMost(LIMIT).until(() -> {
                leg.audio(AudioFrame.SILENCE);
                return service.live() == 1;
            });
            int before = service.connections();

            engine.close();

            assertThat(fault.get(LIMIT.toSeconds(), TimeUnit.SECONDS).code()).isEqualTo("stream-lost");
            assertThat(service.connections()).isEqualTo(before);
        }
    }

    private static SpeechToText.Listener told(CompletableFuture<SpeechToText.SpeechFault> fault) {
        return new SpeechToText.Listener() {
            @Override
            public void transcript(SpeechToText.Transcript transcript) {}

            @Override
            public void failed(SpeechToText.SpeechFault broken) {
                fault.complete(broken);
            }
        };
    }

    /// A client that tells when it is being closed.
    private record Closing(SdkClient client, Runnable told) implements SdkClient {
        @Override
        public String serviceName() {
            return client.serviceName();
        }

        @Override
        public void close() {
            told.run();
            client.close();
        }
    }
}
