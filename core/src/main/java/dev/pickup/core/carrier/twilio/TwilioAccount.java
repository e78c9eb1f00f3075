package dev.pickup.core.carrier.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pickup.core.Page;
import dev.pickup.core.carrier.Capability;
import dev.pickup.core.carrier.CarrierAccount;
import dev.pickup.core.carrier.CarrierNumber;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierRejectedException.Reason;
import dev.pickup.core.carrier.Finding;
import dev.pickup.core.carrier.NumberRouting;
import dev.pickup.core.carrier.OurPlace;
import dev.pickup.core.carrier.Preparation;
import dev.pickup.core.credential.Secret;
import dev.pickup.core.number.PhoneNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A customer's account at Twilio.
///
/// A number is pointed at us by its own URLs, in one request: nothing has to be made in the account, no permission for
/// applications is needed, and nothing that other numbers share is touched. A trunk or an application would go first,
/// so the number is taken off them and put back by [#write].
///
/// Source: Twilio "IncomingPhoneNumber resource", "Messaging Services", "Inbound processing region".
public final class TwilioAccount implements CarrierAccount {
    private static final String OUR_REGION = "us1";
    private static final String POST = TwilioNumberFields.json("POST");

    private final String accountSid;
    private final Optional<Secret> authToken;
    private final TwilioDoctor doctor;
    private final TwilioNumbers numbers;
    private final TwilioNeighbours neighbours;

    TwilioAccount(TwilioRest rest, Optional<Secret> authToken, TwilioDoctor doctor) {
        this.accountSid = rest.accountSid();
        this.authToken = authToken;
        this.doctor = doctor;
        neighbours = new TwilioNeighbours(rest);
        numbers = new TwilioNumbers(rest, neighbours);
    }

    @Override
    public Set<Capability> capabilities() {
        return TwilioDoctor.capabilities();
    }

    @Override
    public Finding probe(Capability capability) {
        return doctor.probe(capability);
    }

    @Override
    public String accountId() {
        return accountSid;
    }

    @Override
    public Optional<Secret> webhookKey() {
        return authToken;
    }

    @Override
    public Page<CarrierNumber> numbers(int limit, Optional<String> next) {
        return numbers.list(limit, next);
    }

    @Override
    public Optional<CarrierNumber> find(PhoneNumber number) {
        return numbers.find(number);
    }

    @Override
    public Optional<NumberRouting> routing(String numberId) {
        return numbers.resource(numberId)
                .map(number -> new NumberRouting(
                        new PhoneNumber(number.path("phone_number").asText()),
                        numberId,
                        TwilioNumberFields.read(number),
                        context(number)));
    }

    /// What a person needs to understand the fields.
    private Map<String, String> context(JsonNode number) {
        Map<String, String> context = new LinkedHashMap<>();
        for (String field : List.of(
                "friendly_name",
                "status",
                "capabilities",
                "api_version",
                "emergency_status",
                "emergency_address_sid",
                "address_sid",
                "bundle_sid",
                "identity_sid")) {
            if (number.hasNonNull(field)) {
                context.put(field, number.path(field).toString());
            }
        }
        String application = number.path(TwilioNumberFields.APPLICATION).asText("");
        if (number.hasNonNull(TwilioNumberFields.APPLICATION) && !application.isEmpty()) {
            neighbours.application(application).ifPresent(a -> {
                context.put("application.friendly_name", a.path("friendly_name").toString());
                context.put("application.voice_url", a.path("voice_url").toString());
            });
        }
        neighbours
                .voiceRegion(number.path("phone_number").asText())
                .ifPresent(region -> context.put("voice_region", TwilioNumberFields.json(region)));
        JsonNode service = neighbours.services().get(number.path("sid").asText());
        if (service != null) {
            context.put("messaging_service.sid", service.path("sid").toString());
            context.put(
                    "messaging_service.friendly_name",
                    service.path("friendly_name").toString());
        }
        return context;
    }

    @Override
    public Preparation prepare(OurPlace place, NumberRouting before) {
        JsonNode number = numbers.resource(before.numberId())
                .orElseThrow(() -> new CarrierRejectedException(Reason.OTHER, "20404", ""));
        if (!number.path("status").asText("in-use").equals("in-use")) {
            return new Preparation.Impossible("number-inactive", "Twilio does not deliver calls to this number.");
        }
        if (number.path("capabilities").path("voice").isBoolean()
                && !number.path("capabilities").path("voice").asBoolean()) {
            return new Preparation.Impossible("no-voice", "This number cannot be called: it takes texts only.");
        }
        String region = neighbours.voiceRegion(before.number().e164()).orElse(OUR_REGION);
        if (!region.equals(OUR_REGION)) {
            return new Preparation.Impossible(
                    "wrong-region",
                    "Twilio handles calls to this number in its region " + region
                            + ": route it to the United States (US1) under Phone Numbers > Inbound Routing first.");
        }
        return ready(place, before);
    }

    private static Preparation ready(OurPlace place, NumberRouting before) {
        Map<String, String> fields = new LinkedHashMap<>();
        String voice = TwilioNumberFields.json(place.voice().toString());
        fields.put("voice_receive_mode", TwilioNumberFields.json("voice"));
        fields.put("voice_url", voice);
        fields.put("voice_method", POST);
        fields.put("voice_fallback_url", voice); // a second attempt at us, not at what was there before
        fields.put("voice_fallback_method", POST);
        fields.put("status_callback", TwilioNumberFields.json(place.status().toString()));
        fields.put("status_callback_method", POST);
        fields.put(TwilioNumberFields.APPLICATION, TwilioNumberFields.NULL);
        fields.put(TwilioNumberFields.TRUNK, TwilioNumberFields.NULL);
        List<String> notes = new ArrayList<>();
        texts(place, before, fields, notes);
        return new Preparation.Ready(fields, notes);
    }

    /// Texts that somebody receives today stay with them; a number in a messaging service stays in it, because it
    /// carries the registration for texting.
    private static void texts(OurPlace place, NumberRouting before, Map<String, String> fields, List<String> notes) {
        if (before.context().containsKey("messaging_service.sid")) {
            notes.add("Texts to this number stay with its messaging service.");
            return;
        }
        boolean taken = isSet(before, "sms_url") || isSet(before, "sms_application_sid");
        String ours = TwilioNumberFields.json(place.messaging().toString());
        if (taken && !ours.equals(before.fields().get("sms_url"))) {
            notes.add("Texts to this number go on to where they go today.");
            return;
        }
        fields.put("sms_url", ours);
        fields.put("sms_method", POST);
    }

    private static boolean isSet(NumberRouting routing, String field) {
        return !routing.fields().getOrDefault(field, TwilioNumberFields.NULL).equals(TwilioNumberFields.NULL);
    }

    @Override
    public void write(String numberId, Map<String, String> fields) {
        numbers.write(numberId, fields);
    }

    /// Nothing is ever made in a Twilio account.
    @Override
    public void removeOurs(String name) {}

    @Override
    public String toString() {
        return "TwilioAccount[" + accountSid + "]";
    }
}
