package dev.pickup.simulators.telnyx.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.caller.Pcm;
import dev.pickup.simulators.telnyx.media.StreamRequest;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import java.time.Duration;
import java.util.Optional;

/// What each command requires of a leg, and what it does to it. Owned by the exchange's loop.
final class CallCommands {
    /// About the speed of a synthetic voice: 60 ms a character.
    private static final Duration PER_CHARACTER = Duration.ofMillis(60);
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private final Plant plant;
    private final Transfer transfer;

    CallCommands(Plant plant, Switchboard switchboard) {
        this.plant = plant;
        transfer = new Transfer(plant, switchboard);
    }

    /// A command's effect, once it is certain that it can be had.
    interface Effect extends Runnable {}

    /// Checks an `answer` and returns its effect.
    Effect answer(CallLeg leg, ObjectNode body) {
        if (!leg.incoming()) {
            throw new ApiProblem(ErrorCode.ANSWER_ON_OUTBOUND, "The answer command is for incoming calls.");
        }
        if (leg.answered()) {
            throw new ApiProblem(ErrorCode.UNPROCESSABLE, "The call is already answered.");
        }
        WebhookFields.check(body);
        Optional<StreamRequest> stream =
                body.path("stream_url").isTextual() ? Optional.of(StreamRequest.read(body, false)) : Optional.empty();
        leg.setTargets(WebhookFields.targets(body, leg.targets()));
        return () -> {
            leg.answer();
            stream.ifPresent(leg::startStream);
        };
    }

    Effect reject(CallLeg leg, ObjectNode body) {
        if (leg.answered()) {
            throw new ApiProblem(ErrorCode.UNPROCESSABLE, "A call that was answered cannot be rejected.");
        }
        boolean busy = body.path("cause").asText().equals("USER_BUSY");
        return () -> leg.end(Hangup.rejected(busy));
    }

    Effect hangup(CallLeg leg) {
        return () -> leg.end(Hangup.byCommand(leg.incoming()));
    }

    Effect startStream(CallLeg leg, ObjectNode body) {
        requireAnswered(leg);
        if (leg.streaming()) {
            throw new ApiProblem(ErrorCode.STREAM_IN_USE, "Media streaming is already in use for this call.");
        }
        StreamRequest request = StreamRequest.read(body, true);
        return () -> leg.startStream(request);
    }

    Effect stopStream(CallLeg leg) {
        if (!leg.streaming()) {
            throw new ApiProblem(ErrorCode.STREAM_NOT_IN_USE, "Media streaming is not in use for this call.");
        }
        return leg::stopStream;
    }

    Effect speak(CallLeg leg, ObjectNode body) {
        requireAnswered(leg);
        Optional<String> state = leg.clientState();
        String text = body.path("payload").asText();
        String stop = body.path("stop").asText("");
        return () -> Thread.ofVirtual().name("telnyx-announcer").start(() -> {
            Pcm sound = announcement(text);
            plant.loop().run(() -> {
                switch (stop) {
                    case "all" -> leg.announcements().stopAll("completed");
                    case "current" -> leg.announcements().stopCurrent();
                    default -> {}
                }
                leg.announce(sound, state);
            });
        });
    }

    Effect transfer(CallLeg leg, ObjectNode body) {
        requireAnswered(leg);
        WebhookFields.check(body);
        return () -> transfer.start(leg, body);
    }

    Effect sendDtmf(CallLeg leg, ObjectNode body) {
        requireAnswered(leg);
        Duration tone = Duration.ofMillis(body.path("duration_millis").asLong(250));
        String digits = body.path("digits").asText();
        return () -> {
            Duration at = Duration.ZERO;
            for (int i = 0; i < digits.length(); i++) {
                char key = digits.charAt(i);
                switch (key) {
                    case 'w' -> at = at.plus(HALF_A_SECOND);
                    case 'W' -> at = at.plus(HALF_A_SECOND.multipliedBy(2));
                    default -> {
                        at = at.plus(tone);
                        plant.loop().after(at, () -> leg.sendDigit(key));
                    }
                }
            }
        };
    }

    private Pcm announcement(String text) {
        return plant.announcer()
                .map(voice -> voice.speak(text))
                .filter(sound -> sound.length() > 0)
                .orElseGet(() -> Pcm.silence(PER_CHARACTER.multipliedBy(Math.max(1, text.length()))));
    }

    /// Sets what is echoed in every later webhook of the leg.
    static void keepClientState(CallLeg leg, JsonNode body) {
        JsonNode state = body.path("client_state");
        if (state.isTextual()) {
            leg.setClientState(state.textValue());
        }
    }

    private static void requireAnswered(CallLeg leg) {
        if (!leg.answered()) {
            throw new ApiProblem(ErrorCode.CALL_NOT_ANSWERED, "The call is not answered yet.");
        }
    }
}
