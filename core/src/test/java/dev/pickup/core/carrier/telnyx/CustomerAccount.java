package dev.pickup.core.carrier.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pickup.simulators.telnyx.TelnyxExchange;
import dev.pickup.simulators.telnyx.TelnyxExchangeSettings;
import dev.pickup.simulators.telnyx.account.ApiKey;
import dev.pickup.simulators.telnyx.account.Permission;
import dev.pickup.simulators.telnyx.account.SeededAccount;
import dev.pickup.simulators.telnyx.account.SeededAccount.Application;
import dev.pickup.simulators.telnyx.account.SeededAccount.Connection;
import dev.pickup.simulators.telnyx.account.SeededAccount.MessagingProfile;
import dev.pickup.simulators.telnyx.account.SeededAccount.OwnedNumber;
import dev.pickup.simulators.telnyx.account.Standing;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Somebody who uses Telnyx already: four numbers, each set up in another way, and keys that each lack something.
final class CustomerAccount implements AutoCloseable {
    static final String KEY = "KEY0123456789abcdef";
    static final String SHOP = "+13125550101";
    static final String MENU = "+13125550102";
    static final String DESK = "+13125550103";
    static final String SPARE = "+13125550104";
    static final String SHOP_ID = "1293384261075731101";
    static final String MENU_ID = "1293384261075731102";
    static final String DESK_ID = "1293384261075731103";
    static final String SPARE_ID = "1293384261075731104";
    static final String SHOP_APPLICATION = "1684641123236054201";
    static final String FORWARDED = "{\"call_forwarding\":{\"call_forwarding_enabled\":true,"
            + "\"forwards_to\":\"+13125550190\",\"forwarding_type\":\"always\"}}";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration SHORT_PAUSE = Duration.ofMillis(10);

    private final TelnyxExchange exchange;
    private final HttpClient http = HttpClient.newHttpClient();

    CustomerAccount() {
        this(List.of(new Application(SHOP_APPLICATION, "Shop line", "https://shop.example.com/calls")));
    }

    CustomerAccount(List<Application> applications) {
        exchange = TelnyxExchange.start(TelnyxExchangeSettings.of(account(applications)));
    }

    private static SeededAccount account(List<Application> applications) {
        SeededAccount account = new SeededAccount(
                        KEY,
                        List.of(
                                new OwnedNumber(SHOP_ID, SHOP, Optional.of(SHOP_APPLICATION), Optional.of("mp-shop")),
                                new OwnedNumber(MENU_ID, MENU, Optional.of("700"), Optional.empty()),
                                new OwnedNumber(DESK_ID, DESK, Optional.of("701"), Optional.of("mp-shop")),
                                new OwnedNumber(SPARE_ID, SPARE, Optional.empty(), Optional.empty())),
                        applications)
                .withMessagingProfiles(new MessagingProfile("mp-shop", "Shop", "https://shop.example.com/texts"))
                .withConnections(
                        new Connection("700", "texml_application", "Menu", "https://shop.example.com/menu"),
                        new Connection("701", "credential_connection", "Desk phones", ""));
        for (Permission permission : Permission.values()) {
            account = account.withKey(ApiKey.full(without(permission)).without(permission));
        }
        return account.withKey(
                ApiKey.full(VOICE_ONLY).without(Permission.MESSAGING_WRITE, Permission.VOICE_PROFILES_READ));
    }

    TelnyxAccount open(String key) {
        return new TelnyxAccount(
                new TelnyxSettings(exchange.apiBase(), key, Duration.ofSeconds(20), 3, SHORT_PAUSE), http);
    }

    /// An account that cannot be reached.
    TelnyxAccount unreachable() {
        return new TelnyxAccount(
                new TelnyxSettings(URI.create("http://127.0.0.1:9"), KEY, Duration.ofSeconds(5), 2, SHORT_PAUSE), http);
    }

    /// May neither make messaging profiles nor see outbound voice profiles.
    static final String VOICE_ONLY = "KEYvoice_only";

    static String without(Permission permission) {
        return "KEYno_" + permission;
    }

    void stand(Standing standing) {
        exchange.account(KEY).stand(standing);
    }

    void provoke(Fault... faults) {
        exchange.account(KEY).faults().begin(FaultScript.of(faults));
    }

    /// All that the account has, byte for byte.
    String state() {
        return exchange.account(KEY).state();
    }

    String organization() {
        return exchange.account(KEY).organizationId();
    }

    String publicKey() {
        return exchange.publicKey();
    }

    /// Where calls to the number go.
    String webhookOf(String numberId) {
        return applicationOf(numberId).path("webhook_event_url").asText();
    }

    String dialsOutOf(String numberId) {
        return applicationOf(numberId).at("/outbound/outbound_voice_profile_id").asText();
    }

    String text(String path) {
        return send("GET", path, "");
    }

    void patch(String path, String body) {
        send("PATCH", path, body);
    }

    private JsonNode applicationOf(String numberId) {
        String connection =
                data("/phone_numbers/" + numberId).path("connection_id").asText();
        return data("/call_control_applications/" + connection);
    }

    private JsonNode data(String path) {
        try {
            return JSON.readTree(text(path)).path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String send(String method, String path, String body) {
        try {
            var response = http.send(
                    HttpRequest.newBuilder(URI.create(exchange.apiBase() + path))
                            .header("Authorization", "Bearer " + KEY)
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(method + " " + path + ": " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        exchange.close();
        http.close();
    }
}
