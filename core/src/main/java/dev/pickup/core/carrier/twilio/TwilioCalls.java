package dev.pickup.core.carrier.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierRejectedException.Reason;
import dev.pickup.core.carrier.CommandId;
import dev.pickup.core.carrier.LegStatus;
import dev.pickup.core.carrier.StreamRequest;
import dev.pickup.core.number.PhoneNumber;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Live calls of one account over REST: a command replaces what the call is doing by other TwiML.
///
/// Twilio knows no ids of commands. A repeat leads to the same: the call hangs up, or begins the same TwiML anew. While
/// a call rings, its webhook's answer is what takes it ([TwilioInstructions]), and no command can.
/// Source: Twilio "Call resource: update".
final class TwilioCalls implements Carrier {
    private final TwilioRest rest;
    private final Function<CallLeg, URI> webhook;

    /// @param webhook asked when the stream or the transfer of a leg is over
    TwilioCalls(TwilioRest rest, Function<CallLeg, URI> webhook) {
        this.rest = rest;
        this.webhook = webhook;
    }

    @Override
    public void answer(CallLeg leg, CommandId id) {}

    @Override
    public void startStream(CallLeg leg, StreamRequest request, CommandId id) {
        update(leg, Map.of("Twiml", TwilioTwiml.stream(request, webhook.apply(leg))));
    }

    /// Other TwiML is what ends it; it cannot be ended by itself.
    @Override
    public void stopStream(CallLeg leg, CommandId id) {}

    @Override
    public void hangUp(CallLeg leg, CommandId id) {
        update(leg, Map.of("Status", "completed"));
    }

    @Override
    public void speak(CallLeg leg, String sentence, String language, CommandId id) {
        update(leg, Map.of("Twiml", TwilioTwiml.say(sentence, language)));
    }

    @Override
    public void transfer(CallLeg leg, PhoneNumber to, CommandId id) {
        update(leg, Map.of("Twiml", TwilioTwiml.transfer(to, webhook.apply(leg))));
    }

    @Override
    public LegStatus status(CallLeg leg) {
        TwilioAnswer answer = rest.get(path(leg), Map.of());
        if (answer.notFound()) {
            return new LegStatus.Unknown();
        }
        JsonNode call = answer.orThrow().body();
        return switch (call.path("status").asText()) {
            case "queued", "ringing", "in-progress" -> new LegStatus.Alive();
            default -> new LegStatus.Ended(time(call.path("end_time").asText("")));
        };
    }

    private void update(CallLeg leg, Map<String, String> form) {
        TwilioAnswer answer = rest.set(path(leg), form);
        if (answer.notFound()) {
            throw new CarrierRejectedException(Reason.LEG_GONE, "20404", answer.requestId());
        }
        answer.orThrow();
    }

    private static String path(CallLeg leg) {
        return "/Calls/" + leg.controlId() + ".json";
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
