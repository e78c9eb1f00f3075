package dev.pickup.simulators.telnyx.order;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.telnyx.account.CarrierAccount;
import dev.pickup.simulators.telnyx.webhook.WebhookEvent;
import dev.pickup.simulators.telnyx.webhook.WebhookSender;
import dev.pickup.simulators.telnyx.webhook.WebhookTargets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells an account by `number_order.complete` that an order has come to an end, good or bad. Any thread.
public final class OrderNews {
    private static final Logger LOG = LoggerFactory.getLogger(OrderNews.class);

    private final WebhookSender webhooks;
    private final Clock clock;

    public OrderNews(WebhookSender webhooks, Clock clock) {
        this.webhooks = webhooks;
        this.clock = clock;
    }

    void complete(CarrierAccount account, ObjectNode order) {
        account.orderWebhook().ifPresent(url -> {
            WebhookEvent event =
                    new WebhookEvent("number_order.complete", UUID.randomUUID().toString(), clock.instant(), order);
            webhooks.send(
                    List.of(event),
                    new WebhookTargets(account.signer(), url, "", Optional.empty()),
                    account.faults().script(),
                    LOG::info);
        });
    }
}
