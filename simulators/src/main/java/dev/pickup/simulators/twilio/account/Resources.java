package dev.pickup.simulators.twilio.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.twilio.rest.Form;
import dev.pickup.simulators.twilio.rest.Parameters;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// What the resources look like, and what may be changed about them.
/// Source: OpenAPI `twilio/twilio-oai` `spec/yaml/twilio_api_v2010.yaml`, `twilio_messaging_v1.yaml`,
/// `twilio_trunking_v1.yaml` (2026).
final class Resources {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss +0000", Locale.US)
            .withZone(ZoneOffset.UTC);
    private static final String BEGINNING = "Thu, 15 Jan 2026 10:00:00 +0000";
    private static final String ISO_BEGINNING = "2026-01-15T10:00:00Z";
    private static final String POST = "POST";

    /// What can be changed about a number.
    static final Parameters NUMBER = new Parameters()
            .text(64, "FriendlyName")
            .choice("ApiVersion", "2010-04-01", "2008-08-01")
            .url("VoiceUrl", "VoiceFallbackUrl", "StatusCallback", "SmsUrl", "SmsFallbackUrl")
            .method("VoiceMethod", "VoiceFallbackMethod", "StatusCallbackMethod", "SmsMethod", "SmsFallbackMethod")
            .sid("VoiceApplicationSid", "AP")
            .sid("SmsApplicationSid", "AP")
            .nullableSid("TrunkSid", "TK")
            .flag("VoiceCallerIdLookup")
            .choice("VoiceReceiveMode", "voice", "fax")
            .choice("EmergencyStatus", "Active", "Inactive")
            .nullableSid("EmergencyAddressSid", "AD")
            .nullableSid("AddressSid", "AD")
            .nullableSid("BundleSid", "BU")
            .nullableSid("IdentitySid", "RI");

    /// What can be set on an application.
    static final Parameters APPLICATION = new Parameters()
            .text(64, "FriendlyName")
            .choice("ApiVersion", "2010-04-01", "2008-08-01")
            .url("VoiceUrl", "VoiceFallbackUrl", "StatusCallback", "SmsUrl", "SmsFallbackUrl")
            .url("SmsStatusCallback", "MessageStatusCallback")
            .method("VoiceMethod", "VoiceFallbackMethod", "StatusCallbackMethod", "SmsMethod", "SmsFallbackMethod")
            .flag("VoiceCallerIdLookup", "PublicApplicationConnectEnabled");

    private Resources() {}

    /// How the 2010 API writes a point in time.
    static String date(Instant time) {
        return RFC_2822.format(time.truncatedTo(ChronoUnit.SECONDS));
    }

    static ObjectNode number(String account, TwilioAccountSeed.OwnedNumber seed) {
        ObjectNode n = object();
        n.put("sid", seed.sid()).put("account_sid", account).put("friendly_name", seed.phoneNumber());
        n.put("phone_number", seed.phoneNumber()).put("api_version", "2010-04-01");
        n.put("voice_url", "").put("voice_method", POST).put("voice_fallback_url", "");
        n.put("voice_fallback_method", POST).put("voice_caller_id_lookup", false);
        n.put("voice_application_sid", "").put("voice_receive_mode", "voice");
        n.put("status_callback", "").put("status_callback_method", POST);
        n.putNull("trunk_sid");
        n.put("sms_url", "").put("sms_method", POST).put("sms_fallback_url", "");
        n.put("sms_fallback_method", POST).put("sms_application_sid", "");
        n.put("address_requirements", "none")
                .put("beta", false)
                .put("origin", "twilio")
                .put("status", "in-use");
        n.put("type", "local");
        n.putNull("address_sid").putNull("bundle_sid").putNull("identity_sid").putNull("emergency_address_sid");
        n.put("emergency_status", "Inactive").put("emergency_address_status", "unregistered");
        n.putObject("capabilities")
                .put("voice", true)
                .put("sms", true)
                .put("mms", true)
                .put("fax", false);
        n.put("date_created", BEGINNING).put("date_updated", BEGINNING);
        n.put("uri", "/2010-04-01/Accounts/" + account + "/IncomingPhoneNumbers/" + seed.sid() + ".json");
        Form settings = Form.of(seed.settings());
        NUMBER.apply(settings, n);
        return n;
    }

    static ObjectNode application(String account, String sid, String friendlyName, String date) {
        ObjectNode a = object();
        a.put("sid", sid).put("account_sid", account).put("friendly_name", friendlyName);
        a.put("api_version", "2010-04-01").put("voice_url", "").put("voice_method", POST);
        a.put("voice_fallback_url", "").put("voice_fallback_method", POST).put("voice_caller_id_lookup", false);
        a.put("status_callback", "").put("status_callback_method", POST);
        a.put("sms_url", "").put("sms_method", POST).put("sms_fallback_url", "").put("sms_fallback_method", POST);
        a.put("sms_status_callback", "").put("message_status_callback", "");
        a.put("public_application_connect_enabled", false);
        a.put("date_created", date).put("date_updated", date);
        return a.put("uri", "/2010-04-01/Accounts/" + account + "/Applications/" + sid + ".json");
    }

    static ObjectNode application(String account, TwilioAccountSeed.Application seed) {
        ObjectNode a = application(account, seed.sid(), seed.friendlyName(), BEGINNING);
        APPLICATION.apply(Form.of(seed.settings()), a);
        return a;
    }

    static ObjectNode service(String account, TwilioAccountSeed.Service seed) {
        ObjectNode s = object();
        s.put("sid", seed.sid()).put("account_sid", account).put("friendly_name", seed.friendlyName());
        s.put("inbound_request_url", seed.inboundUrl().isEmpty() ? null : seed.inboundUrl());
        s.put("inbound_method", POST).putNull("fallback_url").put("fallback_method", POST);
        s.putNull("status_callback").put("sticky_sender", true).put("smart_encoding", true);
        s.put("use_inbound_webhook_on_number", seed.useNumbersWebhook());
        s.put("date_created", ISO_BEGINNING).put("date_updated", ISO_BEGINNING);
        return s.put("url", "https://messaging.twilio.com/v1/Services/" + seed.sid());
    }

    static ObjectNode trunk(String account, TwilioAccountSeed.Trunk seed) {
        ObjectNode t = object();
        t.put("sid", seed.sid()).put("account_sid", account).put("friendly_name", seed.friendlyName());
        t.putNull("domain_name")
                .putNull("disaster_recovery_url")
                .put("secure", false)
                .put("cnam_lookup_enabled", false);
        t.put("date_created", ISO_BEGINNING).put("date_updated", ISO_BEGINNING);
        return t.put("url", "https://trunking.twilio.com/v1/Trunks/" + seed.sid());
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
