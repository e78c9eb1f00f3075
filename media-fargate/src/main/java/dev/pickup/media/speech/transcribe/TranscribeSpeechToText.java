package dev.pickup.media.speech.transcribe;

import dev.pickup.media.listening.SpeechToText;
import dev.pickup.media.speech.EngineCounts;
import dev.pickup.media.speech.aws.AwsAccess;
import dev.pickup.media.speech.aws.StreamingClient;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import software.amazon.awssdk.services.transcribestreaming.TranscribeStreamingAsyncClient;

/// Amazon Transcribe as streaming recognition. One stream per caller leg, 100 ms of audio at a time, stable
/// partial results. Any thread; close it once, after the legs.
///
/// Faults, as the port tells them: `engine-overloaded` (no place among the account's streams in time, or
/// throttled), `engine-refused` (will not get better), `stream-lost` (several streams broke one after the
/// other). Counts: `transcribe-streams`, `-reconnects`, `-stalls`, `-spares`, `-spares-won`, `-throttled`,
/// `-places-full`, `-vocabulary-missing`, `-filled-ms`.
public final class TranscribeSpeechToText implements SpeechToText, AutoCloseable {
    private final StreamingClient<TranscribeStreamingAsyncClient> client;
    private final TranscribeSettings settings;
    private final Semaphore places;
    private final LongSupplier nanos;
    private final EngineCounts counts;

    /// @param nanos a clock that only goes forward
    public TranscribeSpeechToText(
            AwsAccess access, TranscribeSettings settings, LongSupplier nanos, EngineCounts counts) {
        this.client = access.client(TranscribeStreamingAsyncClient.builder(), 2 * settings.mostStreams());
        this.settings = settings;
        this.places = new Semaphore(settings.mostStreams());
        this.nanos = nanos;
        this.counts = counts;
    }

    @Override
    public Stream open(Settings leg, Listener listener) {
        CallerLeg opened = new CallerLeg(this, leg, listener);
        opened.start();
        return opened;
    }

    @Override
    public String name() {
        return "amazon-transcribe/streaming";
    }

    @Override
    public void close() {
        client.close();
    }

    TranscribeStreamingAsyncClient client() {
        return client.get();
    }

    TranscribeSettings settings() {
        return settings;
    }

    Semaphore places() {
        return places;
    }

    /// Takes a place for a stream that may turn out not to be needed: the last tenth is left to those that are.
    boolean takePlaceForSpare() {
        return places.availablePermits() > settings.mostStreams() / 10 && places.tryAcquire();
    }

    LongSupplier nanos() {
        return nanos;
    }

    EngineCounts counts() {
        return counts;
    }
}
