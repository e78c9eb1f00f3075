package dev.pickup.core.carrier.twilio;

import com.twilio.security.RequestValidator;
import dev.pickup.core.carrier.CallLeg;
import dev.pickup.core.carrier.CarrierEvent;
import dev.pickup.core.carrier.CarrierEvent.Offer;
import dev.pickup.core.carrier.HangupCause;
import dev.pickup.core.carrier.WebhookCodec;
import dev.pickup.core.carrier.WebhookRefusedException;
import dev.pickup.core.carrier.WebhookRefusedException.Reason;
import dev.pickup.core.carrier.WebhookRequest;
import dev.pickup.core.credential.Secret;
import dev.pickup.core.number.Did.CarrierName;
import dev.pickup.core.number.PhoneNumber;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Twilio's webhooks about calls: form in, event out. Pure; any thread.
///
/// Signed is the address besides the parameters, and no time: a repeat is known by its event's id only. One address is
/// asked for everything: a call that rings, a call whose stream or transfer has ended and that wants to be told what
/// next; their answer is TwiML. What a call came to is told without wanting an answer.
///
/// Source: Twilio "Webhooks security", "TwiML: request parameters", "TwiML Dial", "Call resource: status callbacks".
public final class TwilioWebhookCodec implements WebhookCodec {
    private static final Pattern CALL = Pattern.compile("CA[0-9a-fA-F]{32}");
    /// ANONYMOUS, UNAVAILABLE and RESTRICTED, spelt on the keypad.
    private static final Set<String> WITHHELD = Set.of("+266696687", "+86282452253", "+7378742833");
    private static final String TOKEN = "I-Twilio-Idempotency-Token";

    private final RequestValidator validator;

    /// @param authToken of the account that owns the number; a subaccount has its own
    public TwilioWebhookCodec(Secret authToken) {
        validator = new RequestValidator(authToken.reveal());
    }

    @Override
    public void verify(WebhookRequest request, Instant now) {
        String signature = request.header("X-Twilio-Signature").orElseThrow(() -> refused(Reason.SIGNATURE_INVALID));
        TwilioForm form = TwilioForm.of(request);
        // Twilio is told an address with or without a fragment, and has been seen to add or drop the last slash
        boolean signed = Stream.of(request.url(), request.url().replaceFirst("/$", ""), request.url() + "/")
                .distinct()
                .anyMatch(url -> signed(url, form, signature));
        if (!signed) {
            throw refused(Reason.SIGNATURE_INVALID);
        }
    }

    private boolean signed(String url, TwilioForm form, String signature) {
        try {
            return validator.validate(url, form.toBeSigned(), signature);
        } catch (RuntimeException _) {
            return false; // the SDK gives up on an address that is none
        }
    }

    @Override
    public CarrierEvent parse(WebhookRequest request, Instant now) {
        TwilioForm form = TwilioForm.of(request);
        String call = form.get("CallSid");
        if (call.isEmpty() && !form.get("MessageSid").isEmpty()) {
            return irrelevant(form.get("MessageSid"), "", now, "message");
        }
        if (!CALL.matcher(call).matches()) {
            throw refused(Reason.MALFORMED);
        }
        String status = form.get("CallStatus");
        if (!form.get("Direction").equals("inbound") || !form.get("StreamEvent").isEmpty()) {
            return irrelevant(call + ":" + status, call, now, status);
        }
        return switch (status) {
            case "ringing" -> new CarrierEvent.CallOffered(call + ":ringing", now, offer(form, call));
            case "in-progress" -> whatNext(form, call, request.header(TOKEN).orElse(now.toString()), now);
            case "completed", "busy", "failed", "no-answer", "canceled" ->
                new CarrierEvent.CallEnded(call + ":ended", time(form).orElse(now), offer(form, call), cause(status));
            default -> irrelevant(call + ":" + status, call, now, status);
        };
    }

    /// The call is up and has nothing to do: its stream, or its transfer, is over.
    private static CarrierEvent whatNext(TwilioForm form, String call, String token, Instant now) {
        String dialled = form.get("DialCallStatus");
        if (dialled.isEmpty()) {
            return new CarrierEvent.StreamEnded(call + ":next:" + token, call, now, Optional.empty());
        }
        if (bridged(form, dialled)) {
            return new CarrierEvent.CallBridged(call + ":bridged:" + token, call, now.minusSeconds(talked(form)));
        }
        return new CarrierEvent.TransferLegEnded(call + ":dialled:" + token, call, now, cause(dialled));
    }

    /// A callee who hung up on the whisper has `completed` all the same; flows without `DialBridged` tell by the
    /// length.
    private static boolean bridged(TwilioForm form, String dialled) {
        String bridged = form.get("DialBridged");
        return bridged.isEmpty() ? dialled.equals("completed") && talked(form) > 0 : bridged.equals("true");
    }

    private static long talked(TwilioForm form) {
        String seconds = form.get("DialCallDuration");
        return seconds.matches("[0-9]{1,6}") ? Long.parseLong(seconds) : 0;
    }

    private static Offer offer(TwilioForm form, String call) {
        String from = form.get("From");
        String to = form.get("To");
        if (!PhoneNumber.isE164(to)) {
            throw refused(Reason.MALFORMED);
        }
        boolean shown = PhoneNumber.isE164(from) && !WITHHELD.contains(from);
        return new Offer(
                new CallLeg(CarrierName.TWILIO, call, call, ""),
                shown ? Optional.of(new PhoneNumber(from)) : Optional.empty(),
                new PhoneNumber(to));
    }

    private static HangupCause cause(String status) {
        return switch (status) {
            case "completed", "answered" -> HangupCause.COMPLETED;
            case "no-answer", "canceled" -> HangupCause.NO_ANSWER;
            case "busy" -> HangupCause.BUSY;
            case "failed" -> HangupCause.BAD_NUMBER;
            default -> HangupCause.UNKNOWN;
        };
    }

    private static Optional<Instant> time(TwilioForm form) {
        try {
            return Optional.of(ZonedDateTime.parse(form.get("Timestamp"), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static CarrierEvent irrelevant(String id, String call, Instant now, String type) {
        return new CarrierEvent.Irrelevant(id, call, now, type);
    }

    private static WebhookRefusedException refused(Reason reason) {
        return new WebhookRefusedException(reason);
    }
}
