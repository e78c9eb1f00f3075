package dev.pickup.simulators.twilio.call;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The parameters of webhooks about a call, and the call's REST resource.
/// Source: Twilio "TwiML: request parameters"; OpenAPI `twilio_api_v2010.yaml`.
final class CallForm {
    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss +0000", Locale.US)
            .withZone(ZoneOffset.UTC);

    private CallForm() {}

    static Map<String, String> fields(String account, String sid, OutsideCall call, String status) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("AccountSid", account);
        fields.put("ApiVersion", "2010-04-01");
        fields.put("CallSid", sid);
        fields.put("CallStatus", status);
        fields.put("Direction", "inbound");
        fields.put("From", call.from());
        fields.put("Caller", call.from());
        fields.put("To", call.to());
        fields.put("Called", call.to());
        fields.put("FromCity", "");
        fields.put("FromCountry", "US");
        fields.put("ToCountry", "US");
        fields.put("CallToken", "{\"parentCallInfoToken\":\"a+b/c=\"}");
        return fields;
    }

    /// What a status callback says besides.
    static Map<String, String> finished(String status, String seconds) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("CallDuration", seconds);
        fields.put("Duration", Long.toString((Long.parseLong(seconds) + 59) / 60));
        fields.put("SequenceNumber", "0");
        fields.put("Timestamp", RFC_2822.format(Instant.now()));
        fields.put("CallbackSource", "call-progress-events");
        fields.put("CallStatus", status);
        return fields;
    }

    static ObjectNode resource(String account, String sid, OutsideCall call) {
        String now = RFC_2822.format(Instant.now());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("sid", sid)
                .put("account_sid", account)
                .put("from", call.from())
                .put("to", call.to());
        json.put("status", "ringing").put("direction", "inbound").put("api_version", "2010-04-01");
        json.put("date_created", now).put("start_time", now).putNull("end_time").putNull("duration");
        json.putNull("price").put("price_unit", "USD").putNull("answered_by").putNull("forwarded_from");
        return json.put("uri", "/2010-04-01/Accounts/" + account + "/Calls/" + sid + ".json");
    }
}
