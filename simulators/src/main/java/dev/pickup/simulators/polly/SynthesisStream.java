package dev.pickup.simulators.polly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.pickup.simulators.eventstream.EventDecoder;
import dev.pickup.simulators.eventstream.EventDecoder.Received;
import dev.pickup.simulators.eventstream.FaultPlan;
import dev.pickup.simulators.eventstream.ServiceReply;
import dev.pickup.simulators.eventstream.StreamingService.Incoming;
import dev.pickup.simulators.polly.PollySimulator.Account;
import dev.pickup.simulators.polly.PollySimulator.StreamReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// `StartSpeechSynthesisStream`: text comes in any cut, audio goes out sentence by sentence. Text is taken in
/// on the connection's thread and said on one of its own.
final class SynthesisStream implements Incoming {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SENTENCES = Pattern.compile("(?s)(.*[.!?])\\s+(.*)");
    private static final Duration PIECE = Duration.ofMillis(100);

    private final Account account;
    private final SynthesisParameters parameters;
    private final ServiceReply reply;
    private final Optional<FaultPlan.Planned<PollyFault>> planned;
    private final RandomGenerator random;
    private final EventDecoder decoder = new EventDecoder(this::take);
    private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final Thread speaker;
    private final List<String> texts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private String buffered = "";
    private int flushes;
    private boolean closed;
    private boolean over;

    private sealed interface Order {
        record Say(String text) implements Order {}

        /// Something came that is nothing to say.
        record Live() implements Order {}

        record Close() implements Order {}
    }

    /// What stops a stream before its end.
    private static final class StoppedException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    SynthesisStream(
            Account account,
            SynthesisParameters parameters,
            ServiceReply reply,
            Optional<FaultPlan.Planned<PollyFault>> planned) {
        this.account = account;
        this.parameters = parameters;
        this.reply = reply;
        this.planned = planned;
        this.random = account.random();
        this.speaker = Thread.ofVirtual().name("polly-stream").start(this::speak);
    }

    @Override
    public void data(byte[] bytes) {
        try {
            decoder.feed(bytes);
        } catch (RuntimeException e) {
            refuse("The request body is not an event stream.");
        }
    }

    @Override
    public void end() {}

    @Override
    public void gone() {
        speaker.interrupt();
        finish();
    }

    synchronized StreamReport report() {
        return new StreamReport(parameters, texts, flushes, closed, complaints, over);
    }

    private void take(Received received) {
        switch (received) {
            case Received.Event(String type, byte[] payload) when type.equals("TextEvent") -> text(payload);
            case Received.Event(String type, byte[] _) when type.equals("CloseStreamEvent") -> close();
            case Received.Event(String type, byte[] _) -> refuse("No such event: " + type);
            case Received.Malformed(String what) -> refuse(what);
            case Received.EndOfInput _ -> close();
        }
    }

    private void text(byte[] payload) {
        try {
            JsonNode event = JSON.readTree(payload);
            boolean force = event.path("FlushStreamConfiguration").path("Force").asBoolean();
            buffer(event.path("Text").asText(), force);
        } catch (IOException e) {
            refuse("A text event is JSON.");
        }
    }

    private synchronized void buffer(String text, boolean force) {
        if (!text.isBlank()) {
            texts.add(text);
        }
        flushes += force ? 1 : 0;
        buffered += Speech.bare(text);
        var sentences = SENTENCES.matcher(buffered);
        if (force) {
            say(buffered);
            buffered = "";
        } else if (sentences.matches()) {
            say(sentences.group(1));
            buffered = sentences.group(2);
        } else {
            orders.add(new Order.Live());
        }
    }

    private void say(String text) {
        orders.add(text.isBlank() ? new Order.Live() : new Order.Say(text.strip()));
    }

    private synchronized void close() {
        if (!closed) {
            closed = true;
            say(buffered);
            buffered = "";
            orders.add(new Order.Close());
        }
    }

    private void speak() {
        long opened = System.nanoTime();
        long characters = 0;
        Duration said = Duration.ZERO;
        try {
            while (System.nanoTime() - opened < account.terms().longest().toNanos()) {
                Order order = orders.poll(account.terms().idleLimit().toNanos(), TimeUnit.NANOSECONDS);
                switch (order) {
                    case null -> throw new StoppedException();
                    case Order.Live _ -> {}
                    case Order.Say(String text) -> {
                        said = say(text, said);
                        characters += text.length();
                    }
                    case Order.Close _ -> {
                        reply.event("StreamClosedEvent", "application/json", closedEvent(characters));
                        throw new StoppedException();
                    }
                }
            }
            throw new StoppedException();
        } catch (StoppedException _) {
            reply.end();
            finish();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Says `text` after what was said; returns how much was said by then.
    private Duration say(String text, Duration before) throws InterruptedException, StoppedException {
        short[] samples = account.voice().say(text, parameters.voiceId());
        Speech speech = new Speech(text, samples, account.terms().pause().toMillis());
        Thread.sleep(account.terms().firstAudio().sample(random));
        Duration said = before;
        for (byte[] piece : speech.pieces(parameters.sampleRateHz())) {
            if (planned.isPresent() && said.compareTo(planned.get().afterAudio()) >= 0) {
                suffer(planned.get(), said);
            }
            reply.event("AudioEvent", "application/octet-stream", piece);
            said = said.plus(PIECE);
            Thread.sleep(
                    Duration.ofNanos((long) (PIECE.toNanos() / account.terms().pace())));
        }
        return said;
    }

    private void suffer(FaultPlan.Planned<PollyFault> fault, Duration said)
            throws InterruptedException, StoppedException {
        switch (fault.fault()) {
            case PollyFault.Refuse(int _, String type) -> reply.exception(type, "As the script says.");
            case PollyFault.ExceptionEvent(String type) -> reply.exception(type, "As the script says.");
            case PollyFault.Reset _ -> reply.reset();
            case PollyFault.CloseConnection _ -> reply.closeConnection();
            case PollyFault.EndEarly _ -> {}
            case PollyFault.FallSilent _ -> Thread.sleep(account.terms().longest());
            case PollyFault.Slow(Duration by) -> {
                if (said.minus(fault.afterAudio()).compareTo(PIECE) < 0) {
                    Thread.sleep(by);
                }
                return;
            }
        }
        throw new StoppedException();
    }

    private void refuse(String why) {
        synchronized (this) {
            complaints.add(why);
        }
        reply.exception("ValidationException", why);
        gone();
    }

    private void finish() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        decoder.close();
        account.quota().leave();
    }

    private static byte[] closedEvent(long characters) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("RequestCharacters", characters)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
