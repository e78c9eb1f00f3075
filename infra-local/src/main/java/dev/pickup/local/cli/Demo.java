package dev.pickup.local.cli;

import dev.pickup.local.config.Configuration;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import java.util.List;

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

    /// Who talks with whom.
    static List<String> introduction(Configuration configuration) {
        String agent = configuration
                .model()
                .map(model -> "the agent's words come from " + model.name())
                .orElse("the receptionist is rule-based, not a language model");
        return List.of("", "Ringing the demo line " + NUMBER + ": the caller is simulated, and " + agent + ".", "");
    }
}
