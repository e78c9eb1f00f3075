package dev.pickup.functions.billing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.pickup.functions.runtime.FunctionsWiring;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// Lambda entry of the numbers' monthly charge, on a schedule: once a day is enough, more often does no harm.
public final class NumberChargesHandler implements RequestHandler<ScheduledEvent, @Nullable Void> {
    private final NumberCharges charges;
    private final Clock clock;

    public NumberChargesHandler() {
        this(FunctionsWiring.fromEnvironment());
    }

    public NumberChargesHandler(FunctionsWiring wiring) {
        this.charges = new NumberCharges(wiring.numberOrders(), wiring.metrics());
        this.clock = wiring.clock();
    }

    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        charges.run(clock.instant());
        return null;
    }
}
