package dev.pickup.local.stack;

import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.listening.VoiceActivity;
import dev.pickup.media.speaking.TextToSpeech;
import dev.pickup.media.speech.EngineCounts;
import dev.pickup.media.speech.aws.AwsAccess;
import dev.pickup.media.speech.polly.PollySettings;
import dev.pickup.media.speech.polly.PollyTextToSpeech;
import dev.pickup.media.speech.transcribe.TranscribeSettings;
import dev.pickup.media.speech.transcribe.TranscribeSpeechToText;
import dev.pickup.simulators.polly.PollySimulator;
import dev.pickup.simulators.transcribe.ServiceTerms;
import dev.pickup.simulators.transcribe.TranscribeSimulator;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/// The engines at Amazon as this machine has them: the real clients, and behind them services that are
/// simulated in this process with another engine's ears and voice, or those at the endpoints that were set.
record AwsSpeech(AwsEndpoints endpoints, Closer opened) {
    /// More than this machine holds: the local run meets the demo account's limit first.
    private static final int STREAMS = 200;

    /// Ears in this process need the cores that everything else needs: as long as turn taking waits for first
    /// words.
    private static final Duration SLOW_EARS = Duration.ofSeconds(8);

    SpeechToText speechToText(SpeechToText ears, VoiceActivity activity) {
        AwsAccess access = endpoints
                .transcribe()
                .map(AwsSpeech::own)
                .orElseGet(() -> simulated(opened.register(TranscribeSimulator.start(
                                ServiceTerms.prompt().withMostStreams(STREAMS), new EngineRecognizer(ears, activity)))
                        .endpoint()));
        TranscribeSettings settings = endpoints.transcribe().isPresent()
                ? TranscribeSettings.usual()
                : TranscribeSettings.usual().withMostStreams(STREAMS).withPatience(SLOW_EARS, SLOW_EARS);
        return opened.register(new TranscribeSpeechToText(access, settings, System::nanoTime, EngineCounts.NONE));
    }

    TextToSpeech voice(TextToSpeech voice) {
        AwsAccess access = endpoints
                .polly()
                .map(AwsSpeech::own)
                .orElseGet(() -> simulated(opened.register(PollySimulator.start(
                                dev.pickup.simulators.polly.ServiceTerms.prompt(), new EngineVoice(voice)))
                        .endpoint()));
        PollySettings settings = endpoints.polly().isPresent()
                ? PollySettings.generative()
                : PollySettings.generative().withQuota(STREAMS, STREAMS);
        return opened.register(new PollyTextToSpeech(access, settings, System::nanoTime, EngineCounts.NONE));
    }

    private static AwsAccess simulated(URI endpoint) {
        return new AwsAccess(
                Region.US_EAST_1,
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDSIMULATED", "simulated")),
                Optional.of(endpoint));
    }

    /// With the operator's own credentials and Region.
    private static AwsAccess own(URI endpoint) {
        return new AwsAccess(region(), DefaultCredentialsProvider.builder().build(), Optional.of(endpoint));
    }

    private static Region region() {
        try {
            return new DefaultAwsRegionProviderChain().getRegion();
        } catch (SdkClientException _) {
            return Region.US_EAST_1;
        }
    }
}
