package dev.pickup.simulators.telnyx.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.line.ExchangeLoop;
import dev.pickup.simulators.telnyx.account.Accounts;
import dev.pickup.simulators.telnyx.account.CarrierAccount;
import dev.pickup.simulators.telnyx.account.Kind;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.rest.ApiProblem;
import dev.pickup.simulators.telnyx.rest.ErrorCode;
import dev.pickup.simulators.telnyx.webhook.WebhookEvent;
import dev.pickup.simulators.telnyx.webhook.WebhookSender;
import dev.pickup.simulators.telnyx.webhook.WebhookTargets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends texts for customers and brings them those from outside. Any thread.
///
/// Whoever answers STOP gets no more texts from that messaging profile until they answer START.
public final class MessageDesk {
    private static final Logger LOG = LoggerFactory.getLogger(MessageDesk.class);
    private static final Duration UNTIL_SENT = Duration.ofMillis(50);
    private static final Duration UNTIL_DELIVERED = Duration.ofMillis(200);
    private static final int MOST_REMEMBERED = 500;
    private static final Set<String> STOP =
            Set.of("STOP", "STOPALL", "STOP ALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT");
    private static final Set<String> START = Set.of("START", "UNSTOP");

    private record OptOut(String profileId, String phoneNumber) {}

    private record Kept(CarrierAccount account, ObjectNode message) {}

    private final ExchangeLoop loop;
    private final WebhookSender webhooks;
    private final Accounts accounts;
    private final Clock clock;
    private final Deque<Kept> kept = new ArrayDeque<>();
    private final Set<OptOut> optedOut = new HashSet<>();

    public MessageDesk(ExchangeLoop loop, WebhookSender webhooks, Accounts accounts, Clock clock) {
        this.loop = loop;
        this.webhooks = webhooks;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// A text from outside arrives at a customer's number.
    ///
    /// @return false when nobody who could read it has the number
    public synchronized boolean receive(String from, String to, String text) {
        Optional<CarrierAccount> owner = accounts.ownerOf(to);
        Optional<ObjectNode> profile = owner.flatMap(o -> o.resources()
                .find(
                        Kind.MESSAGING_PROFILE,
                        o.number(to).orElseThrow().path("messaging_profile_id").asText("")));
        if (profile.isEmpty()) {
            return false;
        }
        OptOut optOut = new OptOut(profile.get().path("id").asText(), from);
        String word = text.strip().toUpperCase(Locale.ROOT);
        if (STOP.contains(word)) {
            optedOut.add(optOut);
        } else if (START.contains(word)) {
            optedOut.remove(optOut);
        }
        CarrierAccount account = owner.orElseThrow();
        ObjectNode message = MessageResource.inbound(UUID.randomUUID().toString(), from, to, text, account.now());
        message.put("messaging_profile_id", optOut.profileId());
        tell(account, "message.received", message, profile.get(), "");
        return true;
    }

    /// What an account has sent lately, the last text last.
    public synchronized List<ObjectNode> sent(CarrierAccount account) {
        return kept.stream()
                .filter(k -> k.account() == account)
                .map(k -> k.message().deepCopy())
                .toList();
    }

    /// @param body checked
    /// @return the text, queued
    /// @throws ApiProblem refused at once
    synchronized ObjectNode send(CarrierAccount account, JsonNode body) {
        ObjectNode profile = MessageChecks.profile(account, body);
        MessageChecks.check(profile, body);
        String profileId = profile.path("id").asText();
        if (optedOut.contains(new OptOut(profileId, body.path("to").asText()))) {
            throw new ApiProblem(
                    ErrorCode.OPTED_OUT, "Messages cannot be sent to the 'to' address: it sent STOP.", "/to");
        }
        ObjectNode message = MessageResource.outbound(UUID.randomUUID().toString(), body, profileId, account.now());
        keep(account, message);
        String url = body.path("webhook_url").asText("");
        loop.after(UNTIL_SENT, () -> become(account, MessageResource.sent(message, account.now()), profile, url));
        loop.after(UNTIL_DELIVERED, () -> finish(account, message, profile, url));
        return message;
    }

    private void finish(CarrierAccount account, ObjectNode message, ObjectNode profile, String url) {
        Optional<Fault.TextFails> fault = account.faults().next(Fault.TextFails.class);
        become(
                account,
                MessageResource.finalized(
                        MessageResource.sent(message, account.now()),
                        fault.map(Fault.TextFails::status).orElse("delivered"),
                        fault.map(Fault.TextFails::code).filter(code -> !code.isEmpty()),
                        account.now()),
                profile,
                url);
    }

    private void become(CarrierAccount account, ObjectNode message, ObjectNode profile, String url) {
        keep(account, message);
        boolean done = !message.path("completed_at").isNull();
        tell(account, done ? "message.finalized" : "message.sent", message, profile, url);
    }

    private synchronized void keep(CarrierAccount account, ObjectNode message) {
        kept.removeIf(k -> k.message().path("id").equals(message.path("id")));
        kept.addLast(new Kept(account, message));
        if (kept.size() > MOST_REMEMBERED) {
            kept.removeFirst();
        }
    }

    /// @param url the text's own; empty: the profile's
    private void tell(CarrierAccount account, String type, ObjectNode message, ObjectNode profile, String url) {
        String target = url.isEmpty() ? profile.path("webhook_url").asText("") : url;
        if (target.isEmpty()) {
            return;
        }
        WebhookEvent event = new WebhookEvent(type, UUID.randomUUID().toString(), clock.instant(), message);
        webhooks.send(
                List.of(event),
                new WebhookTargets(
                        account.signer(),
                        target,
                        profile.path("webhook_failover_url").asText(""),
                        Optional.empty()),
                account.faults().script(),
                LOG::info);
    }
}
