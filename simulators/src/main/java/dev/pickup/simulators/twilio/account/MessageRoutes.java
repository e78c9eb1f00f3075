package dev.pickup.simulators.twilio.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.twilio.rest.Form;
import dev.pickup.simulators.twilio.rest.Parameters;
import dev.pickup.simulators.twilio.rest.TwilioProblem;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Texts: what is refused at once, and what was taken. A text that was taken stays `queued`; delivery and its callbacks
/// are not simulated.
final class MessageRoutes {
    private static final String LIST = "/2010-04-01/Accounts/{account}/Messages.json";
    private static final String ONE = "/2010-04-01/Accounts/{account}/Messages/{sid}.json";
    private static final int LONGEST = 1600;
    private static final Parameters MESSAGE =
            new Parameters().other("To", "From", "Body", "MessagingServiceSid", "StatusCallback", "MediaUrl");

    private MessageRoutes() {}

    static void addTo(RestApi api) {
        api.add(
                        "api",
                        "GET",
                        LIST,
                        Kind.MESSAGE.permission("list"),
                        call -> Pages.of(
                                call,
                                Set.of("To", "From", "DateSent"),
                                Kind.MESSAGE.key(),
                                call.account().all(Kind.MESSAGE)))
                .add("api", "POST", LIST, Kind.MESSAGE.permission("create"), MessageRoutes::send)
                .add("api", "GET", ONE, Kind.MESSAGE.permission("read"), call -> call.show(Kind.MESSAGE));
    }

    private static HttpReply send(RestCall call) {
        Form form = MESSAGE.check(call.request().form());
        TwilioAccount account = call.account();
        String to = form.value("To").orElse("");
        String service = form.value("MessagingServiceSid").orElse("");
        String from = form.value("From").orElse("");
        String body = form.value("Body").orElse("");
        check(!to.isEmpty(), 21604, "A 'To' phone number is required.");
        check(to.matches("\\+[1-9][0-9]{6,14}"), 21211, "Invalid 'To' Phone Number: " + to);
        check(!from.isEmpty() || !service.isEmpty(), 21603, "A 'From' phone number is required.");
        check(!body.isEmpty() || !form.all("MediaUrl").isEmpty(), 21602, "Message body is required.");
        check(body.length() <= LONGEST, 21617, "The concatenated message body exceeds the 1600 character limit");
        check(
                !service.isEmpty() || account.number(from).isPresent(),
                21606,
                "The 'From' phone number " + from
                        + " is not a valid, SMS-capable inbound phone number or short code for your account.");
        check(
                !account.seed().type().equals("Trial")
                        || account.seed().verified().contains(to),
                21608,
                "The number " + to + " is unverified. Trial accounts cannot send messages to unverified numbers");
        check(!account.seed().optedOut().contains(to), 21610, "Attempt to send to unsubscribed recipient");
        ObjectNode message = message(account, to, from, service, body);
        account.add(Kind.MESSAGE, message);
        return HttpReply.json(201, message);
    }

    private static ObjectNode message(TwilioAccount account, String to, String from, String service, String body) {
        String sid = TwilioAccount.newSid(Kind.MESSAGE.prefix());
        String date = Resources.date(Instant.now());
        ObjectNode m = Resources.object();
        m.put("sid", sid)
                .put("account_sid", account.sid())
                .put("api_version", "2010-04-01")
                .put("body", body);
        m.put("to", to).put("from", emptyIsNull(from)).put("messaging_service_sid", emptyIsNull(service));
        m.put("status", service.isEmpty() ? "queued" : "accepted").put("direction", "outbound-api");
        m.put("num_segments", service.isEmpty() ? Integer.toString(segments(body)) : "0")
                .put("num_media", "0");
        m.putNull("price").put("price_unit", "USD").putNull("error_code").putNull("error_message");
        m.put("date_created", date).put("date_updated", date).putNull("date_sent");
        return m.put("uri", "/2010-04-01/Accounts/" + account.sid() + "/Messages/" + sid + ".json");
    }

    /// GSM-7 with 160 or 153 characters a part; anything else UCS-2 with 70 or 67.
    private static int segments(String body) {
        boolean plain = body.chars().allMatch(c -> (c >= ' ' && c <= '~') || c == '\n' || c == '\r');
        int single = plain ? 160 : 70;
        int part = plain ? 153 : 67;
        return body.length() <= single ? 1 : (body.length() + part - 1) / part;
    }

    private static @Nullable String emptyIsNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void check(boolean condition, int code, String message) {
        if (!condition) {
            throw new TwilioProblem(400, code, message);
        }
    }
}
