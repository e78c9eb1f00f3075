package dev.pickup.simulators.telnyx.webhook;

import dev.pickup.simulators.line.ExchangeLoop;
import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The events of one leg on their way out, in the order that the call's faults want. Owned by the exchange's loop.
public final class EventOutbox {
    private static final String FIRST_EVENT = "call.initiated";

    private final ExchangeLoop loop;
    private final WebhookSender sender;
    private final FaultScript faults;
    private final Consumer<String> failed;
    private final List<WebhookEvent> held = new ArrayList<>();

    /// @param failed told in one sentence about an event that nobody acknowledged; called by any thread
    public EventOutbox(ExchangeLoop loop, WebhookSender sender, FaultScript faults, Consumer<String> failed) {
        this.loop = loop;
        this.sender = sender;
        this.faults = faults;
        this.failed = failed;
    }

    /// Sends `event` to `targets`, as they are now.
    public void send(WebhookEvent event, WebhookTargets targets) {
        var reversed = faults.find(Fault.WebhooksReversed.class);
        if (reversed.isEmpty() || event.type().equals(FIRST_EVENT)) {
            sender.send(List.of(event), targets, faults, failed);
            return;
        }
        held.add(event);
        if (held.size() == 1) {
            Duration window = Duration.ofMillis(reversed.get().windowMs());
            loop.after(window, () -> release(targets));
        }
    }

    private void release(WebhookTargets targets) {
        sender.send(held.reversed().stream().toList(), targets, faults, failed);
        held.clear();
    }
}
