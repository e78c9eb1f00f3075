package dev.pickup.core.carrier.telnyx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.ManagedNumbers;
import dev.pickup.core.number.PhoneNumber;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.function.Supplier;

/// The numbers of our Telnyx account. Calls reach us through one call control application, messages through one
/// messaging profile; each is told from others by its webhook address, so that several installations can share an
/// account. See [ManagedNumbers].
public final class TelnyxManagedNumbers implements ManagedNumbers {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NUMBERS = "/phone_numbers/";
    private static final String NOT_FOUND = "10005";
    /// Long enough for us to answer; then the carrier ends a call that nobody takes. Chosen.
    private static final int FIRST_COMMAND_SECONDS = 30;
    private static final int LARGEST_PAGE = 250;
    private static final int MOST_PAGES = 20;

    private final TelnyxHttp http;
    private final URI publicBaseUrl;

    /// @param settings      see [TelnyxSettings#forNumbers]
    /// @param publicBaseUrl how the carrier reaches our webhooks
    public TelnyxManagedNumbers(TelnyxSettings settings, HttpClient client, URI publicBaseUrl) {
        this.http = new TelnyxHttp(settings, client);
        this.publicBaseUrl = publicBaseUrl;
    }

    @Override
    public Optional<String> find(PhoneNumber number) {
        return owned(number).map(row -> row.path("id").asText());
    }

    @Override
    public Optional<Standing> standing(PhoneNumber number) {
        return owned(number).map(new TelnyxStandings(http, publicBaseUrl)::read);
    }

    @Override
    public void connectVoice(String numberId) {
        point(one(numberId), "connection_id", this::application);
    }

    @Override
    public void enableMessages(String numberId) {
        point(one(numberId) + "/messaging", "messaging_profile_id", this::messagingProfile);
    }

    @Override
    public ReleaseOutcome release(String numberId) {
        try {
            http.delete(one(numberId));
            return ReleaseOutcome.RELEASED;
        } catch (CarrierRejectedException e) {
            if (e.code().equals(NOT_FOUND)) {
                return ReleaseOutcome.GONE;
            }
            if (http.get(one(numberId))
                    .path("data")
                    .path("deletion_lock_enabled")
                    .asBoolean()) {
                return ReleaseOutcome.LOCKED;
            }
            throw e;
        }
    }

    /// The carrier matches on digits only; we on all of it.
    private Optional<JsonNode> owned(PhoneNumber number) {
        String query = new TelnyxQuery("/phone_numbers")
                .with("filter[phone_number]", number.e164())
                .toString();
        for (JsonNode row : http.get(query).path("data")) {
            if (row.path("phone_number").asText().equals(number.e164())) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /// Changes can lag a little, so only a read tells that one is in force.
    private void point(String path, String field, Supplier<String> target) {
        String wanted = target.get();
        if (http.get(path).path("data").path(field).asText("").equals(wanted)) {
            return;
        }
        http.patch(path, JSON.createObjectNode().put(field, wanted));
        if (!http.get(path).path("data").path(field).asText("").equals(wanted)) {
            throw new CarrierUnavailableException("not-in-force", "");
        }
    }

    private String application() {
        String url = publicBaseUrl + "/webhooks/telnyx/voice";
        return shared("/call_control_applications", "webhook_event_url", url, () -> {
            ObjectNode body = JSON.createObjectNode()
                    .put("application_name", name())
                    .put("webhook_event_url", url)
                    .put("webhook_api_version", "2") // the default is 1, another envelope
                    .put("first_command_timeout", true)
                    .put("first_command_timeout_secs", FIRST_COMMAND_SECONDS);
            body.putObject("outbound").put("outbound_voice_profile_id", voiceProfile()); // without it, no transfers
            return body;
        });
    }

    private String messagingProfile() {
        String url = publicBaseUrl + "/webhooks/telnyx/messaging";
        return shared("/messaging_profiles", "webhook_url", url, () -> {
            ObjectNode body = JSON.createObjectNode()
                    .put("name", name())
                    .put("webhook_url", url)
                    .put("webhook_api_version", "2");
            body.putArray("whitelisted_destinations").add("*");
            return body;
        });
    }

    private String voiceProfile() {
        return shared(
                "/outbound_voice_profiles",
                "name",
                name(),
                () -> JSON.createObjectNode().put("name", name()));
    }

    /// The first thing of that kind whose `field` is `value`; made when there is none. Two at the same time may make
    /// two: both work, and from then on all use the first.
    private String shared(String path, String field, String value, Supplier<ObjectNode> body) {
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonNode list = http.get(new TelnyxQuery(path)
                            .with("page[number]", Integer.toString(page))
                            .with("page[size]", Integer.toString(LARGEST_PAGE))
                            .toString())
                    .path("data");
            for (JsonNode item : list) {
                if (item.path(field).asText().equals(value)) {
                    return item.path("id").asText();
                }
            }
            if (list.size() < LARGEST_PAGE) {
                break;
            }
        }
        return http.postOnce(path, body.get()).body().path("data").path("id").asText();
    }

    private String name() {
        return "Pickup " + publicBaseUrl.getAuthority();
    }

    private static String one(String numberId) {
        return NUMBERS + TelnyxQuery.encoded(numberId);
    }
}
