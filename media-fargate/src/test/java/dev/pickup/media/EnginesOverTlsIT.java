package dev.pickup.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.SpeechToText.SpeechFault;
import dev.pickup.media.listening.SpeechToText.Transcript;
import dev.pickup.media.model.bedrock.BedrockModel;
import dev.pickup.media.model.bedrock.BedrockSettings;
import dev.pickup.media.replying.LanguageModel;
import dev.pickup.media.replying.LanguageModel.ModelRejectedException;
import dev.pickup.media.session.FrameClock;
import dev.pickup.media.speech.EngineCounts;
import dev.pickup.media.speech.aws.StreamingClient;
import dev.pickup.media.speech.polly.PollySettings;
import dev.pickup.media.speech.polly.PollyTextToSpeech;
import dev.pickup.media.speech.scripted.ScriptedSpeech;
import dev.pickup.media.speech.transcribe.TranscribeSettings;
import dev.pickup.media.speech.transcribe.TranscribeSpeechToText;
import dev.pickup.simulators.aws.AwsEndpoint;
import dev.pickup.simulators.bedrock.BedrockSimulator;
import dev.pickup.simulators.bedrock.BedrockTerms;
import dev.pickup.simulators.bedrock.Brain;
import dev.pickup.simulators.eventstream.EventStreamServer.Handshake;
import dev.pickup.simulators.polly.PollySimulator;
import dev.pickup.simulators.polly.ServiceTerms;
import dev.pickup.simulators.tls.ServerCertificate;
import dev.pickup.simulators.transcribe.TimedScript;
import dev.pickup.simulators.transcribe.TranscribeSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;

/// The clients as a task in the cloud makes them, over TLS: whom this JVM trusts is said by its flags alone.
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class EnginesOverTlsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Map<String, Optional<String>> BEFORE = new TreeMap<>();
    private static final ServerCertificate TRUSTED = ServerCertificate.make();
    private static final ServerCertificate STRANGER = ServerCertificate.make();

    @BeforeAll
    static void trust() {
        TRUSTED.trusting().forEach((name, value) -> {
            BEFORE.put(name, Optional.ofNullable(System.getProperty(name)));
            System.setProperty(name, value);
        });
    }

    @AfterAll
    static void restore() {
        BEFORE.forEach((name, value) ->
                value.ifPresentOrElse(text -> System.setProperty(name, text), () -> System.clearProperty(name)));
        TRUSTED.close();
        STRANGER.close();
    }

    @Test
    void aTaskHearsThinksAndSpeaksWithServicesThatItsFlagsTrust() throws Exception {
        try (Cloud cloud = new Cloud(TRUSTED)) {
            WarmUp.speak(cloud.voice);
            WarmUp.reply(cloud.model);
            Heard heard = new Heard();
            try (SpeechToText.Stream caller = cloud.ears.open(new SpeechToText.Settings("en-US", List.of()), heard)) {
                assertThat(heard.next(caller)).isInstanceOf(Transcript.class);
            }

            assertThat(cloud.polly.handshakes()).containsExactly(new Handshake("TLSv1.3", "h2"));
            assertThat(cloud.bedrock.handshakes()).containsExactly(new Handshake("TLSv1.3", "h2"));
            assertThat(cloud.transcribe.handshakes())
                    .as("Transcribe's client knows that it is HTTP/2, and does not ask")
                    .containsExactly(new Handshake("TLSv1.3", ""));
            assertThat(cloud.bedrock.refusals()).isEmpty();
            assertThat(cloud.polly.refused() + cloud.transcribe.refused()).isZero();
        }
    }

    @Test
    void whoDoesNotProveToBeTheServiceIsAFaultAndHearsNothing() throws Exception {
        try (Cloud cloud = new Cloud(STRANGER)) {
            assertThatThrownBy(() -> WarmUp.speak(cloud.voice))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("engine-refused")
                    .hasMessageContaining("untrusted-certificate");
            assertThatThrownBy(() -> WarmUp.reply(cloud.model))
                    .isInstanceOf(ModelRejectedException.class)
                    .hasMessageContaining("not trusted");
            Heard heard = new Heard();
            try (SpeechToText.Stream caller = cloud.ears.open(new SpeechToText.Settings("en-US", List.of()), heard)) {
                assertThat(heard.next(caller)).isInstanceOfSatisfying(SpeechFault.class, fault -> {
                    assertThat(fault.code()).isEqualTo("engine-refused");
                    assertThat(fault.sentence()).contains("untrusted-certificate");
                });
            }

            assertThat(cloud.polly.handshakes()).isEmpty();
            assertThat(cloud.bedrock.requests()).isZero();
            assertThat(cloud.transcribe.streams()).isEmpty();
        }
    }

    @Test
    void aTaskWhoseServicesAreNotTrustedNeverLooksHealthy() {
        AtomicBoolean healthy = new AtomicBoolean();
        try (Cloud cloud = new Cloud(STRANGER);
                WarmUp _ = new WarmUp(cloud.engines(), () -> healthy.set(true))) {
            await().atMost(LIMIT).until(() -> cloud.polly.connections() >= 3); // it has asked again

            assertThat(healthy).isFalse();
        }
    }

    @Test
    void aHandshakeThatIsCutCostsOneAttemptAndNotTheService() throws Exception {
        try (Cloud cloud = new Cloud(TRUSTED);
                CuttingRelay relay = new CuttingRelay(cloud.polly.endpoint().getPort());
                PollyTextToSpeech voice = new PollyTextToSpeech(
                        CloudUnderTest.streaming("POLLY", relay.uri()),
                        PollySettings.generative(),
                        FrameClock::nanos,
                        EngineCounts.NONE)) {
            relay.cutNext(1);

            WarmUp.speak(voice);

            assertThat(relay.cut()).isEqualTo(1);
            assertThat(cloud.polly.handshakes()).containsExactly(new Handshake("TLSv1.3", "h2"));
        }
    }

    /// What comes of a caller's audio.
    private static final class Heard implements SpeechToText.Listener {
        private final BlockingQueue<Object> news = new LinkedBlockingQueue<>();

        /// Feeds silence until something comes of it.
        Object next(SpeechToText.Stream caller) throws InterruptedException {
            long until = System.nanoTime() + LIMIT.toNanos();
            Object first = null;
            while (first == null && System.nanoTime() < until) {
                caller.audio(AudioFrame.SILENCE);
                first = news.poll(AudioFrame.PTIME_MS, TimeUnit.MILLISECONDS);
            }
            return Optional.ofNullable(first).orElseThrow();
        }

        @Override
        public void transcript(Transcript transcript) {
            news.add(transcript);
        }

        @Override
        public void failed(SpeechFault fault) {
            news.add(fault);
        }
    }

    /// Three services with one certificate, and a task's engines over them.
    private static final class Cloud implements AutoCloseable {
        final TranscribeSimulator transcribe;
        final PollySimulator polly;
        final AwsEndpoint bedrock;
        final TranscribeSpeechToText ears;
        final PollyTextToSpeech voice;
        final LanguageModel model;
        private final StreamingClient<BedrockRuntimeAsyncClient> bedrockClient;

        Cloud(ServerCertificate certificate) {
            ScriptedSpeech speech = new ScriptedSpeech();
            transcribe = TranscribeSimulator.start(
                    dev.pickup.simulators.transcribe.ServiceTerms.prompt(),
                    TimedScript.saying("good morning", 100),
                    Optional.of(certificate));
            polly = PollySimulator.start(
                    ServiceTerms.prompt(), (text, _) -> speech.callerSays(text), Optional.of(certificate));
            bedrock = AwsEndpoint.startHttp2(
                    new BedrockSimulator(
                            Set.of(BedrockSettings.DEFAULT_MODEL), BedrockTerms.immediate(), Brain.saying("Ready.")),
                    Optional.of(certificate));
            Map<String, String> environment = CloudUnderTest.environment();
            environment.put(
                    "AWS_ENDPOINT_URL_TRANSCRIBE_STREAMING",
                    transcribe.endpoint().toString());
            environment.put("AWS_ENDPOINT_URL_POLLY", polly.endpoint().toString());
            environment.put("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", bedrock.uri().toString());
            CloudClients clients = new CloudClients(new MediaEnvironment(environment));
            ears = new TranscribeSpeechToText(
                    clients.streaming("TRANSCRIBE_STREAMING"),
                    TranscribeSettings.usual(),
                    FrameClock::nanos,
                    EngineCounts.NONE);
            voice = new PollyTextToSpeech(
                    clients.streaming("POLLY"), PollySettings.generative(), FrameClock::nanos, EngineCounts.NONE);
            bedrockClient = clients.bedrock();
            model = new BedrockModel(bedrockClient.get(), BedrockSettings.of(BedrockSettings.DEFAULT_MODEL));
        }

        Engines engines() {
            return new Engines(new ScriptedSpeech().voiceActivity(), ears, model, voice);
        }

        @Override
        public void close() {
            ears.close();
            voice.close();
            bedrockClient.close();
            bedrock.close();
            polly.close();
            transcribe.close();
        }
    }
}
