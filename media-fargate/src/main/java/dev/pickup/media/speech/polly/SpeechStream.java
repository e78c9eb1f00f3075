package dev.pickup.media.speech.polly;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.speech.aws.EventPublisher;
import dev.pickup.media.speech.aws.ServiceFault;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.polly.PollyAsyncClient;
import software.amazon.awssdk.services.polly.model.AudioEvent;
import software.amazon.awssdk.services.polly.model.OutputFormat;
import software.amazon.awssdk.services.polly.model.StartSpeechSynthesisStreamActionStream;
import software.amazon.awssdk.services.polly.model.StartSpeechSynthesisStreamEventStream;
import software.amazon.awssdk.services.polly.model.StartSpeechSynthesisStreamRequest;
import software.amazon.awssdk.services.polly.model.StartSpeechSynthesisStreamResponseHandler;
import software.amazon.awssdk.services.polly.model.StreamClosedEvent;

/// One bidirectional stream: text in, audio out. Owned by the reply's thread; what comes back is posted.
final class SpeechStream {
    /// Its number among a reply's sources.
    static final int SOURCE = 0;

    /// A stream that said that it is over, and is not by then, is given up. Chosen.
    private static final long LONGEST_END_SECONDS = 5;

    private final Consumer<Input> post;
    private final EventPublisher<StartSpeechSynthesisStreamActionStream> actions = new EventPublisher<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Pcm pcm = new Pcm();
    private final CompletableFuture<Void> operation;

    SpeechStream(PollyAsyncClient client, VoiceChoice voice, Consumer<Input> post) {
        this.post = post;
        var request = StartSpeechSynthesisStreamRequest.builder()
                .engine(voice.engine())
                .voiceId(voice.voiceId())
                .lexiconNames(voice.lexicons())
                .outputFormat(OutputFormat.PCM)
                .sampleRate(Integer.toString(AudioFrame.SAMPLE_RATE_HZ))
                .build();
        var handler = StartSpeechSynthesisStreamResponseHandler.builder()
                .subscriber(this::take)
                .build();
        operation = client.startSpeechSynthesisStream(request, actions, handler);
        var _ = operation.whenComplete((_, thrown) -> over(thrown));
    }

    /// Sends text; `flush` has all that was sent until now spoken at once.
    void text(String text, boolean flush) {
        var event = StartSpeechSynthesisStreamActionStream.textEventBuilder().text(text);
        actions.send(flush ? event.flushStreamConfiguration(f -> f.force(true)).build() : event.build());
    }

    /// No more text: the rest is spoken, then the stream ends.
    void end() {
        actions.send(
                StartSpeechSynthesisStreamActionStream.closeStreamEventBuilder().build());
        actions.complete();
    }

    /// Gives it up at once; the connection stays good for others. One that is over ends by itself: the client takes a
    /// cancel that meets its end for an error, and logs it.
    void abandon() {
        if (closed.get()) {
            CompletableFuture.delayedExecutor(LONGEST_END_SECONDS, TimeUnit.SECONDS)
                    .execute(() -> operation.cancel(true));
        } else {
            operation.cancel(true);
        }
    }

    private void take(StartSpeechSynthesisStreamEventStream event) {
        if (event instanceof AudioEvent audio) {
            post.accept(new Input.Audio(SOURCE, pcm.samples(audio.audioChunk().asByteArray())));
        } else if (event instanceof StreamClosedEvent done) {
            closed.set(true);
            post.accept(new Input.Said(SOURCE, done.requestCharacters()));
        }
    }

    private void over(@Nullable Throwable thrown) {
        if (!closed.get()) {
            post.accept(new Input.Broke(SOURCE, thrown == null ? ServiceFault.ENDED : ServiceFault.of(thrown)));
        }
    }
}
