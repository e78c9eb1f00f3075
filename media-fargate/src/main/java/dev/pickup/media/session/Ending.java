package dev.pickup.media.session;

import dev.pickup.core.agent.AgentSettings;
import dev.pickup.core.call.CallClaims;
import dev.pickup.core.call.ClaimedCall;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.core.carrier.CarrierRejectedException;
import dev.pickup.core.carrier.CarrierUnavailableException;
import dev.pickup.core.carrier.CommandId;
import dev.pickup.core.state.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a finished conversation does to the caller's leg. Blocking, bounded: three tries each, then the reconciler and
/// the carrier's own limit end the call. Used by the loop's thread after the loop.
final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final CallClaims claims;
    private final Carrier carrier;
    private final ClaimedCall call;
    private final FrameClock clock;

    Ending(CallClaims claims, Carrier carrier, ClaimedCall call, FrameClock clock) {
        this.claims = claims;
        this.carrier = carrier;
        this.call = call;
        this.clock = clock;
    }

    /// Does with the caller's leg what the conversation wanted; returns what came of the call.
    String depart(String outcome, Standing.Leg leg) {
        return switch (leg) {
            case LEFT_ALONE -> outcome;
            case HUNG_UP -> {
                hangUp();
                yield outcome;
            }
            case TRANSFERRED -> transfer(call.settings()) ? outcome : "failed";
        };
    }

    /// Ends the caller's leg.
    private void hangUp() {
        conclude();
        tried("hang-up", () -> carrier.hangUp(call.leg(), id("media-hang-up")));
    }

    /// Connects the caller with the fallback number; hangs up when that cannot be. True when it was done.
    private boolean transfer(AgentSettings agent) {
        conclude();
        tried("stop-stream", () -> carrier.stopStream(call.leg(), id("media-stop-stream")));
        boolean done = agent.fallbackNumber()
                .map(to -> tried("transfer", () -> carrier.transfer(call.leg(), to, id("media-transfer"))))
                .orElse(false);
        if (!done) {
            tried("hang-up", () -> carrier.hangUp(call.leg(), id("media-hang-up")));
        }
        return done;
    }

    /// When this stream ends, no other one shall be started.
    private void conclude() {
        tried("conclude", () -> {
            boolean _ = claims.conclude(call.callId(), call.epoch(), clock.instant());
        });
    }

    private CommandId id(String name) {
        return CommandId.of(call.callId() + "-" + call.epoch(), name);
    }

    private boolean tried(String what, Runnable command) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                command.run();
                return true;
            } catch (CarrierRejectedException e) {
                LOG.info("{} {} refused: {}", call.callId(), what, e.getMessage());
                return false;
            } catch (CarrierUnavailableException | StoreUnavailableException e) {
                LOG.warn("{} {} failed, try {} of {}: {}", call.callId(), what, attempt, TRIES, e.getMessage());
                pause(attempt);
            }
        }
        return false;
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(PAUSE.multipliedBy(attempt)
                    .plusMillis(ThreadLocalRandom.current().nextInt(100)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
