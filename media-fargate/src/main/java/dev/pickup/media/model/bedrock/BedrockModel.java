package dev.pickup.media.model.bedrock;

import dev.pickup.media.model.Deadline;
import dev.pickup.media.model.ModelTimeouts;
import dev.pickup.media.replying.LanguageModel;
import dev.pickup.media.speech.aws.ServiceFault;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeException;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.ModelStreamErrorException;

/// Streams replies from Amazon Bedrock. Safe on any number of threads over one client.
///
/// The client must not retry by itself: a repeat is the conversation's decision, or that of an order of providers.
/// Interrupting the replying thread cancels the request, and the connection goes back to the pool or is closed. A
/// stream that completes without saying why it stopped was cut (so a reset looks to the SDK's Netty client) and is
/// worth repeating. Source: Amazon Bedrock API reference, "ConverseStream", read 2026-11.
public final class BedrockModel implements LanguageModel {
    /// A stream that said that it is over, and is not by then, is given up. Chosen.
    private static final long LONGEST_END_SECONDS = 5;

    private final BedrockRuntimeAsyncClient client;
    private final BedrockSettings settings;

    public BedrockModel(BedrockRuntimeAsyncClient client, BedrockSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /// What comes from the client's threads.
    private sealed interface Piece {
        record Output(ConverseStreamOutput output) implements Piece {}

        record Ended() implements Piece {}

        record Broken(Throwable cause) implements Piece {}
    }

    @Override
    public void reply(Request request, Consumer<Event> events) {
        String modelId = request.agent().model().isEmpty()
                ? settings.modelId()
                : request.agent().model();
        BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>(); // bounded by the most tokens of a reply
        Deadline deadline = new Deadline(timeouts(), System::nanoTime);
        CompletableFuture<Void> running =
                client.converseStream(ConverseRequest.of(request, settings, modelId), handler(pieces));
        var _ = running.whenComplete(
                (_, broken) -> pieces.add(broken == null ? new Piece.Ended() : new Piece.Broken(cause(broken))));
        ConverseReply reply = new ConverseReply(events, !request.tools().isEmpty());
        try {
            follow(pieces, deadline, reply);
        } catch (InterruptedException _) {
            throw new CancellationException("The reply was cancelled.");
        } finally {
            leave(running, reply.isComplete());
        }
    }

    /// One that is over ends by itself: the client takes a cancel that meets its end for an error, and logs it.
    private static void leave(CompletableFuture<Void> running, boolean complete) {
        if (complete) {
            CompletableFuture.delayedExecutor(LONGEST_END_SECONDS, TimeUnit.SECONDS)
                    .execute(() -> running.cancel(true));
        } else {
            running.cancel(true);
        }
    }

    @Override
    public String name() {
        return BedrockSettings.priceName(settings.modelId()) + "/" + settings.modelId();
    }

    /// A guardrail holds words back until it has checked them.
    private ModelTimeouts timeouts() {
        return settings.guardrail().isEmpty()
                ? settings.timeouts()
                : settings.timeouts().wordsInBatches();
    }

    private static ConverseStreamResponseHandler handler(BlockingQueue<Piece> pieces) {
        return ConverseStreamResponseHandler.builder()
                .onEventStream(publisher -> {
                    var _ = publisher.subscribe(output -> pieces.add(new Piece.Output(output)));
                })
                .onError(_ -> {}) // the future tells it
                .build();
    }

    private static void follow(BlockingQueue<Piece> pieces, Deadline deadline, ConverseReply reply)
            throws InterruptedException {
        while (!reply.isComplete()) {
            Piece piece = pieces.poll(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
            switch (piece) {
                case null -> throw new ModelUnavailableException("The model did not answer in time.");
                case Piece.Output(ConverseStreamOutput output) -> {
                    if (reply.take(output)) {
                        deadline.wordsFollow();
                    } else {
                        deadline.somethingCame();
                    }
                }
                case Piece.Ended _ -> reply.end();
                case Piece.Broken(Throwable cause) -> throw fault(cause);
            }
        }
    }

    private static RuntimeException fault(Throwable cause) {
        if (cause instanceof BedrockRuntimeException refusal && isForGood(refusal)) {
            return new ModelRejectedException("Bedrock refused the request (" + code(refusal) + ", request "
                    + refusal.requestId() + "): check the model's id, its access in this Region, and the task's role.");
        }
        if (ServiceFault.of(cause).equals(ServiceFault.UNTRUSTED)) {
            throw new ModelRejectedException(
                    "Bedrock's certificate is not trusted: check the endpoint, and whom this JVM trusts.");
        }
        String kind = cause instanceof BedrockRuntimeException refusal
                ? code(refusal)
                : cause.getClass().getSimpleName();
        return new ModelUnavailableException("Bedrock did not answer (" + kind + ").", cause);
    }

    /// Exceptions inside a stream have no HTTP status of their own.
    private static boolean isForGood(BedrockRuntimeException refusal) {
        int status = refusal.statusCode();
        return !(refusal instanceof ModelStreamErrorException)
                && (status == 400
                        || status == 401
                        || status == 403
                        || status == 404
                        || code(refusal).startsWith("Validation"));
    }

    private static String code(BedrockRuntimeException refusal) {
        return refusal.awsErrorDetails() == null || refusal.awsErrorDetails().errorCode() == null
                ? refusal.getClass().getSimpleName()
                : refusal.awsErrorDetails().errorCode();
    }

    private static Throwable cause(Throwable broken) {
        return broken instanceof CompletionException ? Objects.requireNonNullElse(broken.getCause(), broken) : broken;
    }
}
