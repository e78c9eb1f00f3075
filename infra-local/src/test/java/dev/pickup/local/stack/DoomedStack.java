package dev.pickup.local.stack;

import dev.pickup.media.EnginesChoice;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import java.nio.file.Path;

/// A stack in a process of its own with a call under way, to be killed. Prints [#LIVE] once the agent has spoken.
public final class DoomedStack {
    static final String LIVE = "the call is live";

    private DoomedStack() {}

    public static void main(String[] arguments) {
        try {
            run(Path.of(arguments[0]));
        } catch (Throwable fault) { // other threads would keep the process, and whoever waits for it
            fault.printStackTrace(System.out);
            System.exit(1);
        }
    }

    private static void run(Path data) throws InterruptedException {
        StackSettings settings =
                StackSettings.at(0, data, data.resolve("models")).withEngines(EnginesChoice.SCRIPTED);
        LocalStack stack = LocalStack.start(settings, StackProgress.silent());
        stack.exchange()
                .orElseThrow()
                .place(new OutsideCall(
                        "+14155550199",
                        "+18779732766",
                        CallerScript.saying("What are your opening hours?", "Where are you?", "Thanks.", "Well.")));
        ApiProbe api = ApiProbe.of(stack);
        while (api.newestCall().path("turns").size() < 2) {
            Thread.sleep(50);
        }
        System.out.println(LIVE);
        Thread.sleep(600_000);
    }
}
