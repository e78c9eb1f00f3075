package dev.pickup.local.cli;

import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.telnyx.call.OutsideCall;

/// The demo line and the caller who rings it.
final class Demo {
    static final String ACCOUNT = "acc_demo";

    /// The number of the demo clinic.
    static final String NUMBER = "+18779732766";

    /// A number from the range that is kept free for fiction.
    static final String CALLER = "+14155550142";

    private Demo() {}

    /// Asks for the opening hours, books, gives a name, says goodbye.
    static OutsideCall call() {
        return new OutsideCall(
                CALLER,
                NUMBER,
                CallerScript.saying(
                        "Hello. What are your opening hours?",
                        "Can I come on Tuesday at three?",
                        "My name is Sarah Miller.",
                        "No, that is all. Thank you, goodbye."));
    }
}
