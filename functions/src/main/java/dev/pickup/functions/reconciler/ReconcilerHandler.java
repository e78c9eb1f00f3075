package dev.pickup.functions.reconciler;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.pickup.functions.runtime.FunctionsWiring;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// Lambda entry, on a schedule.
public final class ReconcilerHandler implements RequestHandler<ScheduledEvent, @Nullable Void> {
    private final Reconciler reconciler;
    private final NumberSweep numbers;
    private final ImportSweep imports;
    private final Clock clock;

    public ReconcilerHandler() {
        this(FunctionsWiring.fromEnvironment());
    }

    public ReconcilerHandler(FunctionsWiring wiring) {
        this.reconciler = new Reconciler(wiring);
        this.numbers = new NumberSweep(wiring.numberOrders(), wiring.numberDesk(), wiring.metrics(), wiring.clock());
        this.imports = new ImportSweep(wiring.imports(), wiring.importDriver(), wiring.metrics(), wiring.clock());
        this.clock = wiring.clock();
    }

    @Override
    public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
        reconciler.sweep(clock.instant());
        numbers.sweep(clock.instant());
        imports.sweep(clock.instant());
        return null;
    }
}
