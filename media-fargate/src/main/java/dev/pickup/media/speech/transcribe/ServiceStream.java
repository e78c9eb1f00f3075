package dev.pickup.media.speech.transcribe;

import dev.pickup.media.speech.aws.EventPublisher;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.transcribestreaming.TranscribeStreamingAsyncClient;
import software.amazon.awssdk.services.transcribestreaming.model.AudioStream;
import software.amazon.awssdk.services.transcribestreaming.model.Result;
import software.amazon.awssdk.services.transcribestreaming.model.StartStreamTranscriptionRequest;
import software.amazon.awssdk.services.transcribestreaming.model.StartStreamTranscriptionResponseHandler;
import software.amazon.awssdk.services.transcribestreaming.model.TranscriptEvent;
import software.amazon.awssdk.services.transcribestreaming.model.TranscriptResultStream;

/// One stream to the service. Owned by the leg's thread; what comes back is posted.
final class ServiceStream {
    private static final long MS_PER_SECOND = 1_000;
    private static final double SURE = 0.5;

    /// A stream whose audio is over and that does not end by then is given up. Chosen.
    private static final long LAST_WORDS_SECONDS = 5;

    private final EventPublisher<AudioStream> audio = new EventPublisher<>();
    private final CompletableFuture<Void> operation;

    ServiceStream(
            int number,
            TranscribeStreamingAsyncClient client,
            StartStreamTranscriptionRequest request,
            Consumer<Input> post) {
        var handler = StartStreamTranscriptionResponseHandler.builder()
                .onResponse(_ -> post.accept(new Input.Accepted(number)))
                .subscriber((TranscriptResultStream event) -> {
                    if (event instanceof TranscriptEvent transcript) {
                        post.accept(new Input.Heard(number, results(transcript)));
                    }
                })
                .build();
        operation = client.startStreamTranscription(request, audio, handler);
        var _ = operation.whenComplete((_, thrown) -> post.accept(new Input.Over(number, Optional.ofNullable(thrown))));
    }

    /// Sends a piece of audio.
    void send(byte[] piece) {
        audio.send(AudioStream.audioEventBuilder()
                .audioChunk(SdkBytes.fromByteArrayUnsafe(piece))
                .build());
    }

    /// Pieces that the client did not take yet.
    int backlog() {
        return audio.backlog();
    }

    /// No more audio: the service says its last words and ends the stream.
    void end() {
        audio.complete();
        CompletableFuture.delayedExecutor(LAST_WORDS_SECONDS, TimeUnit.SECONDS).execute(this::abandon);
    }

    /// Gives it up at once; the connection stays good for others.
    void abandon() {
        operation.cancel(true);
    }

    private static List<Hearing.Result> results(TranscriptEvent event) {
        return event.transcript().results().stream()
                .filter(result -> !result.alternatives().isEmpty())
                .map(result -> new Hearing.Result(
                        result.resultId(),
                        result.isPartial(),
                        result.alternatives().getFirst().items().stream()
                                .map(item -> new Hearing.Item(
                                        item.content(),
                                        ms(item.startTime()),
                                        ms(item.endTime()),
                                        item.typeAsString().equals("punctuation")))
                                .toList(),
                        language(result)))
                .toList();
    }

    /// The language that the service identified, unless it says itself that all others together are as likely.
    private static Optional<String> language(Result result) {
        return Optional.ofNullable(result.languageCodeAsString())
                .filter(code -> result.languageIdentification().stream()
                        .noneMatch(each -> code.equals(each.languageCodeAsString()) && each.score() <= SURE));
    }

    private static long ms(Double seconds) {
        return Math.round(seconds * MS_PER_SECOND);
    }
}
