package dev.pickup.simulators.polly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pickup.simulators.eventstream.FaultPlan;
import dev.pickup.simulators.eventstream.ServiceReply;
import dev.pickup.simulators.eventstream.StreamingService.Incoming;
import dev.pickup.simulators.polly.PollySimulator.Account;
import dev.pickup.simulators.polly.SynthesisParameters.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// `SynthesizeSpeech`: one text in, its audio out while it is made.
final class SpeechRequest implements Incoming {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_CHARACTERS = 3_000;
    private static final Duration PIECE = Duration.ofMillis(100);

    private final Account account;
    private final ServiceReply reply;
    private final Optional<FaultPlan.Planned<PollyFault>> planned;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final AtomicBoolean left = new AtomicBoolean();
    private Duration said = Duration.ZERO;

    /// @param account was entered; this request leaves it
    SpeechRequest(Account account, ServiceReply reply, Optional<FaultPlan.Planned<PollyFault>> planned) {
        this.account = account;
        this.reply = reply;
        this.planned = planned;
    }

    @Override
    public void data(byte[] bytes) {
        body.writeBytes(bytes);
    }

    @Override
    public void end() {
        try {
            JsonNode request = JSON.readTree(body.toByteArray());
            SynthesisParameters parameters = SynthesisParameters.of(
                    name -> value(request, name), account.terms().lexicons());
            String text = request.path("Text").asText();
            String bare = Speech.bare(text);
            if (bare.length() > MOST_CHARACTERS) {
                throw new RefusedException(400, "TextLengthExceededException", "The text is too long.");
            }
            account.asked(new PollySimulator.SpeechReport(parameters, text));
            Thread.ofVirtual().name("polly-speech").start(() -> speak(parameters, bare));
        } catch (RefusedException e) {
            leave();
            reply.refuse(e.status(), e.type(), e.getMessage());
        } catch (IOException e) {
            leave();
            reply.refuse(400, "ValidationException", "The body is no JSON.");
        }
    }

    @Override
    public void gone() {
        leave();
    }

    private void speak(SynthesisParameters parameters, String text) {
        Speech speech = new Speech(text, account.voice().say(text, parameters.voiceId()), 0);
        String type = parameters.marks() ? "application/x-json-stream" : "audio/pcm";
        reply.later(account.terms().firstAudio().sample(account.random()), () -> {
            reply.head(200, Map.of("content-type", type, "x-amzn-requestcharacters", Integer.toString(text.length())));
            if (parameters.marks()) {
                reply.bytes(speech.marks());
                over();
            } else {
                send(speech.pieces(parameters.sampleRateHz()).iterator());
            }
        });
    }

    private void send(Iterator<byte[]> pieces) {
        boolean due = planned.isPresent() && said.compareTo(planned.get().afterAudio()) >= 0;
        if (due && suffer(planned.get().fault())) {
            leave();
            return;
        }
        if (!pieces.hasNext()) {
            over();
            return;
        }
        reply.bytes(pieces.next());
        said = said.plus(PIECE);
        Duration rest =
                Duration.ofNanos((long) (PIECE.toNanos() / account.terms().pace()));
        boolean slow = due && planned.get().fault() instanceof PollyFault.Slow;
        reply.later(slow ? ((PollyFault.Slow) planned.get().fault()).by() : rest, () -> send(pieces));
    }

    /// Returns whether that was all.
    private boolean suffer(PollyFault fault) {
        switch (fault) {
            case PollyFault.Refuse _, PollyFault.ExceptionEvent _, PollyFault.Reset _ -> reply.reset();
            case PollyFault.CloseConnection _ -> reply.closeConnection();
            case PollyFault.EndEarly _ -> reply.end();
            case PollyFault.FallSilent _ -> {}
            case PollyFault.Slow _ -> {
                return false;
            }
        }
        return true;
    }

    private void over() {
        leave();
        reply.end();
    }

    private void leave() {
        if (left.compareAndSet(false, true)) {
            account.quota().leave();
        }
    }

    private static Optional<String> value(JsonNode request, String name) {
        JsonNode node = request.path(name);
        if (node.isMissingNode() || node.isNull() || (node.isArray() && node.isEmpty())) {
            return Optional.empty();
        }
        if (node.isArray()) {
            List<String> names = new java.util.ArrayList<>();
            node.forEach(each -> names.add(each.asText()));
            return Optional.of(String.join(",", names));
        }
        return Optional.of(node.asText());
    }
}
