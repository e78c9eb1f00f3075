package dev.pickup.simulators.twilio.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.rest.HttpReply;
import dev.pickup.simulators.twilio.rest.TwilioProblem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The account itself, its keys, its recordings, and where its numbers' calls are routed.
final class AccountRoutes {
    private static final String ACCOUNT = "/2010-04-01/Accounts/{account}";

    private AccountRoutes() {}

    static void addTo(RestApi api) {
        api.add("api", "GET", ACCOUNT + ".json", RestApi.MAIN_ONLY, AccountRoutes::account)
                .add("api", "GET", ACCOUNT + "/Balance.json", "twilio/billing/balance/read", AccountRoutes::balance)
                .add("api", "GET", ACCOUNT + "/Keys.json", RestApi.MAIN_ONLY, AccountRoutes::keys)
                .add(
                        "api",
                        "GET",
                        ACCOUNT + "/Usage/Records.json",
                        "twilio/billing/usage/read",
                        call -> Pages.of(call, Set.of("Category", "StartDate", "EndDate"), "usage_records", List.of()))
                .add(
                        "api",
                        "GET",
                        ACCOUNT + "/Recordings.json",
                        Kind.RECORDING.permission("list"),
                        call -> Pages.of(
                                call,
                                Set.of("CallSid"),
                                Kind.RECORDING.key(),
                                call.account().all(Kind.RECORDING)))
                .add(
                        "api",
                        "GET",
                        ACCOUNT + "/Recordings/{sid}.json",
                        Kind.RECORDING.permission("read"),
                        call -> call.show(Kind.RECORDING))
                .add("api", "DELETE", ACCOUNT + "/Recordings/{sid}.json", Kind.RECORDING.permission("delete"), call -> {
                    if (!call.account().remove(Kind.RECORDING, call.segment("sid"))) {
                        throw call.notFound();
                    }
                    return HttpReply.nothing();
                })
                .add("iam", "GET", "/v1/Keys/{sid}", "twilio/iam/api-keys/read", AccountRoutes::key)
                .add(
                        "routes",
                        "GET",
                        "/v2/PhoneNumbers/{number}",
                        "twilio/routes/phone-numbers/read",
                        AccountRoutes::region);
    }

    private static HttpReply account(RestCall call) {
        TwilioAccount account = call.account();
        ObjectNode json = Resources.object();
        json.put("sid", account.sid()).put("owner_account_sid", account.sid());
        json.put("friendly_name", "A simulated customer").put("status", account.status());
        json.put("type", account.seed().type()).put("auth_token", account.authToken());
        json.put("date_created", "Thu, 15 Jan 2026 10:00:00 +0000");
        json.put("date_updated", "Thu, 15 Jan 2026 10:00:00 +0000");
        json.putObject("subresource_uris");
        return HttpReply.json(200, json.put("uri", call.request().path()));
    }

    private static HttpReply balance(RestCall call) {
        return HttpReply.json(
                200,
                Resources.object()
                        .put("account_sid", call.account().sid())
                        .put("balance", "20.00")
                        .put("currency", "USD"));
    }

    private static HttpReply keys(RestCall call) {
        List<ObjectNode> keys = call.account().seed().keys().stream()
                .map(k -> Resources.object().put("sid", k.sid()).put("friendly_name", "key"))
                .toList();
        return Pages.of(call, Set.of(), "keys", keys);
    }

    private static HttpReply key(RestCall call) {
        ApiKey key = call.account().seed().keys().stream()
                .filter(k -> k.sid().equals(call.segment("sid")))
                .findFirst()
                .orElseThrow(call::notFound);
        ObjectNode json = Resources.object().put("sid", key.sid()).put("friendly_name", "key");
        if (key.access() instanceof ApiKey.Access.Restricted(var allow)) {
            allow.stream().sorted().forEach(json.putObject("policy").putArray("allow")::add);
        } else {
            json.putNull("policy");
        }
        return HttpReply.json(200, json);
    }

    /// Source: OpenAPI `twilio_routes_v2.yaml`.
    private static HttpReply region(RestCall call) {
        String number = call.segment("number");
        Optional<String> region = call.account().voiceRegion(number);
        if (region.isEmpty()) {
            throw new TwilioProblem(
                    404, 20404, "The requested resource " + call.request().path() + " was not found");
        }
        ObjectNode json = Resources.object();
        json.put("phone_number", number).put("account_sid", call.account().sid());
        json.put("url", "https://routes.twilio.com/v2/PhoneNumbers/" + number).put("sid", "QQ" + "0".repeat(32));
        json.put("friendly_name", "").put("voice_region", region.get());
        return HttpReply.json(
                200, json.put("date_created", "2026-01-15T10:00:00Z").put("date_updated", "2026-01-15T10:00:00Z"));
    }
}
