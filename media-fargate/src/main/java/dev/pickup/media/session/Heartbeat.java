package dev.pickup.media.session;

import dev.pickup.core.call.CallClaims;
import dev.pickup.core.call.ClaimedCall;
import dev.pickup.core.state.StoreUnavailableException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says every few seconds that this task holds the call; learns so when another one does, and stops the loop at once. A
/// store that does not answer changes nothing: the caller is still talking.
final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final Thread thread;

    Heartbeat(CallClaims claims, ClaimedCall call, FrameClock clock, Duration every, Mailbox mailbox) {
        this.thread = Thread.ofVirtual().name("heartbeat").start(() -> beat(claims, call, clock, every, mailbox));
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private static void beat(CallClaims claims, ClaimedCall call, FrameClock clock, Duration every, Mailbox mailbox) {
        boolean ours = true;
        while (ours) {
            try {
                Thread.sleep(every);
                ours = claims.heartbeat(call.callId(), call.epoch(), clock.instant());
            } catch (InterruptedException e) {
                return;
            } catch (StoreUnavailableException e) {
                LOG.warn("heartbeat-missed {}: {}", call.callId(), e.getMessage());
            }
        }
        mailbox.put(new Message.Displaced());
    }
}
