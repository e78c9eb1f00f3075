package dev.pickup.media.speech.polly;

import dev.pickup.media.audio.AudioFrame;
import dev.pickup.media.speech.aws.ServiceFault;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.services.polly.PollyAsyncClient;
import software.amazon.awssdk.services.polly.model.OutputFormat;
import software.amazon.awssdk.services.polly.model.SynthesizeSpeechRequest;
import software.amazon.awssdk.services.polly.model.SynthesizeSpeechResponse;

/// One `SynthesizeSpeech`: its audio is posted as it comes, never collected first.
final class ClauseRequest {
    private final int number;
    private final Consumer<Input> post;
    private final CompletableFuture<Long> operation;

    ClauseRequest(int number, PollyAsyncClient client, VoiceChoice voice, String text, Consumer<Input> post) {
        this.number = number;
        this.post = post;
        var request = SynthesizeSpeechRequest.builder()
                .engine(voice.engine())
                .voiceId(voice.voiceId())
                .lexiconNames(voice.lexicons())
                .outputFormat(OutputFormat.PCM)
                .sampleRate(Integer.toString(AudioFrame.SAMPLE_RATE_HZ))
                .text(text)
                .build();
        operation = client.synthesizeSpeech(request, new Forwarding());
        var _ = operation.whenComplete(this::over);
    }

    int number() {
        return number;
    }

    void abandon() {
        operation.cancel(true);
    }

    private void over(@Nullable Long characters, @Nullable Throwable thrown) {
        post.accept(
                characters == null
                        ? new Input.Broke(number, thrown == null ? ServiceFault.ENDED : ServiceFault.of(thrown))
                        : new Input.Said(number, characters));
    }

    /// Forwards the body; its result is what the service charges for.
    private final class Forwarding implements AsyncResponseTransformer<SynthesizeSpeechResponse, Long> {
        private final CompletableFuture<Long> result = new CompletableFuture<>();
        private volatile long characters;

        @Override
        public CompletableFuture<Long> prepare() {
            return result;
        }

        @Override
        public void onResponse(SynthesizeSpeechResponse response) {
            Integer charged = response.requestCharacters();
            characters = charged == null ? 0 : charged;
        }

        @Override
        public void onStream(SdkPublisher<ByteBuffer> body) {
            body.subscribe(new Body());
        }

        @Override
        public void exceptionOccurred(Throwable error) {
            result.completeExceptionally(error);
        }

        private final class Body implements Subscriber<ByteBuffer> {
            private final Pcm pcm = new Pcm();

            @Override
            public void onSubscribe(Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(ByteBuffer piece) {
                byte[] bytes = new byte[piece.remaining()];
                piece.get(bytes);
                post.accept(new Input.Audio(number, pcm.samples(bytes)));
            }

            @Override
            public void onError(Throwable error) {
                result.completeExceptionally(error);
            }

            @Override
            public void onComplete() {
                result.complete(characters);
            }
        }
    }
}
