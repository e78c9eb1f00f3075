package dev.pickup.local.cli;

import dev.pickup.local.config.Configuration;
import dev.pickup.local.live.CallEnd;
import dev.pickup.local.live.ExchangeControl;
import dev.pickup.local.live.LiveCall;
import dev.pickup.local.stack.LocalStack;
import dev.pickup.simulators.caller.CallerScript;
import dev.pickup.simulators.caller.CallerStep;
import dev.pickup.simulators.caller.CallerStep.Say;
import dev.pickup.simulators.telnyx.call.OutsideCall;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `./pickup call`.
@Command(
        name = "call",
        description = {
            "Places a call and shows it live. Uses the running product, or starts it for this call.",
            "Exit status: 0 the call was answered and finalized, 1 it was not, 2 wrongly asked."
        },
        sortOptions = false,
        footer = {
            "",
            "  ./pickup call --say \"What are your opening hours?\" --say \"Can I come on Tuesday at three?\"",
            "",
            "A script is YAML: a list of say, wav, wait (1.5s, 800ms), digits, interrupt-after (a time, with say,",
            "wav, digits or hang-up beside it in the same item) and hang-up:",
            "",
            "  - say: What are your opening hours?",
            "  - interrupt-after: 800ms",
            "    say: Sorry, just Saturday please.",
            "  - wait: 1.5s",
            "  - hang-up"
        })
final class CallCommand implements Callable<Integer> {
    /// What the caller says, in the order of the command line.
    static final class Line {
        @Option(
                names = "--say",
                required = true,
                paramLabel = "TEXT",
                description = "Speaks TEXT when it is the caller's turn; repeatable.")
        private @Nullable String text;

        @Option(
                names = "--wav",
                required = true,
                paramLabel = "FILE",
                description = "Plays a PCM WAV file of any sample rate then; repeatable, and mixes with --say.")
        private @Nullable Path file;
    }

    private final Terminal terminal;

    @ArgGroup(exclusive = true, multiplicity = "0..*")
    private List<Line> lines = new ArrayList<>();

    @Option(
            names = "--script",
            paramLabel = "FILE",
            description = "Does what a YAML file says, instead of --say and --wav.")
    private @Nullable Path script;

    @Option(
            names = "--to",
            paramLabel = "NUMBER",
            defaultValue = Demo.NUMBER,
            description =
                    "The number to ring, at either simulated carrier (default: the demo line" + " ${DEFAULT-VALUE}).")
    private String to = Demo.NUMBER;

    @Option(
            names = "--from",
            paramLabel = "NUMBER",
            defaultValue = Demo.CALLER,
            description = "The caller's number, or anonymous (default: ${DEFAULT-VALUE}).")
    private String from = Demo.CALLER;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the whole call record there.")
    private @Nullable Path json;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Writes a stereo WAV there: caller left, agent right.")
    private @Nullable Path record;

    @Mixin
    private EnginesOption engines = new EnginesOption();

    @Mixin
    private DataOption data = new DataOption();

    CallCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        OutsideCall call = outsideCall();
        CallOutput output = new CallOutput(Optional.ofNullable(json), Optional.ofNullable(record));
        output.check();
        Configuration configuration = data.configuration(terminal, engines);
        Optional<Product> running = Product.running(configuration.dataFolder());
        if (running.isPresent()) {
            refuseEngines(running.get());
            return place(running.get(), call, output);
        }
        return withOwnProduct(configuration, call, output);
    }

    private void refuseEngines(Product running) {
        if (engines.given().isPresent()) {
            throw new InputException("Pickup already runs on " + running.dataFolder() + " with engines of its own:"
                    + " leave out --engines, stop it first, or name another folder with --data.");
        }
    }

    private OutsideCall outsideCall() {
        if (!from.matches("\\+[1-9][0-9]{6,14}|anonymous")) {
            throw new InputException("--from is a number such as +14155550142, or anonymous, not " + from + ".");
        }
        try {
            return new OutsideCall(from, to, CallerScript.of(steps()));
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()), e);
        }
    }

    private List<CallerStep> steps() {
        if (script != null && !lines.isEmpty()) {
            throw new InputException("Give either --script, or --say and --wav: a script can say and play too.");
        }
        if (script != null) {
            return ScriptFile.read(script);
        }
        if (lines.isEmpty()) {
            throw new InputException(
                    "What shall the caller say? Give --say \"What are your opening hours?\", --wav FILE"
                            + " or --script FILE.");
        }
        return lines.stream().map(CallCommand::step).toList();
    }

    private static CallerStep step(Line line) {
        if (line.text != null) {
            return new Say(line.text);
        }
        return Sound.play(Objects.requireNonNull(line.file));
    }

    private int withOwnProduct(Configuration configuration, OutsideCall call, CallOutput output) {
        terminal.err().println("Nothing runs on " + configuration.dataFolder() + ": starting Pickup for this call.");
        LocalStack stack = start(configuration);
        try (Ending _ = Ending.of(stack::close, () -> terminal.err().println("Stopping."))) {
            return place(Product.of(stack, configuration), call, output);
        }
    }

    private LocalStack start(Configuration configuration) {
        int port = configuration.publicBaseUrl().isPresent() ? UpCommand.USUAL_PORT : 0;
        try (Steps steps = new Steps(terminal.err(), System::nanoTime)) {
            return Product.start(configuration, terminal, port, false, steps);
        }
    }

    private int place(Product product, OutsideCall call, CallOutput output) {
        ExchangeControl exchange = product.exchangeOf(call.to());
        String id = exchange.place(call);
        Ending ending =
                Ending.of(() -> exchange.hangUp(id), () -> terminal.err().println("Hanging up."));
        try (ending) {
            LiveCall live = new LiveCall(
                    product.api(), exchange, product.recordings(), terminal.style(), terminal.out()::println);
            CallEnd end = live.follow(id);
            output.write(end, exchange, id, product.recordings(), terminal);
            return Ends.exitCode(end, terminal);
        }
    }
}
