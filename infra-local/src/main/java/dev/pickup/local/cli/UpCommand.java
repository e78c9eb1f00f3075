package dev.pickup.local.cli;

import dev.pickup.local.config.Configuration;
import dev.pickup.local.live.CallWatch;
import dev.pickup.local.live.ExchangeControl;
import dev.pickup.local.live.LiveCall;
import dev.pickup.local.stack.LocalStack;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `./pickup up`.
@Command(
        name = "up",
        description =
                "Starts the whole product on this machine, rings the demo line, shows the call live, and stays up.",
        sortOptions = false)
final class UpCommand implements Callable<Integer> {
    static final int USUAL_PORT = 8080;
    private static final int LAST_PORT = 65_535;

    private final Terminal terminal;

    @Option(names = "--no-demo", description = "Starts without the demo call.")
    private boolean noDemo;

    @Option(names = "--once", description = "Ends after the demo call; exit status 1 if it failed.")
    private boolean once;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "" + USUAL_PORT,
            description = "Where to serve (default: ${DEFAULT-VALUE}; 0 takes any free one).")
    private int port = USUAL_PORT;

    @Mixin
    private EnginesOption engines = new EnginesOption();

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--fresh", description = "Forgets the calls, agents and recordings of this data folder first.")
    private boolean fresh;

    UpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration = data.configuration(terminal, engines);
        check(configuration);
        Product.running(configuration.dataFolder()).ifPresent(UpCommand::refuse);
        LocalStack stack;
        try (Steps steps = new Steps(terminal.out(), System::nanoTime)) {
            terminal.out().println("Starting Pickup in " + configuration.dataFolder());
            stack = Product.start(configuration, terminal, port, fresh, steps);
        }
        Runnable stopping = () -> terminal.out().println("\nStopping: live calls are finalized, data is kept.");
        try (Ending _ = Ending.of(stack::close, stopping)) {
            return serve(Product.of(stack, configuration), configuration);
        }
    }

    private void check(Configuration configuration) {
        if (port < 0 || port > LAST_PORT) {
            throw new InputException("--port is a number from 0 to " + LAST_PORT + ", not " + port + ".");
        }
        if (once && noDemo) {
            throw new InputException("--once ends after the demo call, which --no-demo leaves out: give one of them.");
        }
        if (once && configuration.telnyx().isPresent()) {
            throw new InputException("--once ends after the demo call, which needs the simulated exchange:"
                    + " unset TELNYX_API_BASE, or leave out --once.");
        }
    }

    private static void refuse(Product running) {
        throw new InputException("Pickup already runs on " + running.dataFolder() + ", at " + running.baseUrl()
                + ": use that one, stop it first, or name another folder with --data.");
    }

    private int serve(Product product, Configuration configuration) {
        PrintStream out = terminal.out();
        out.println("Ready: " + product.baseUrl());
        int code = Refusals.DONE;
        if (!noDemo && product.controlUrl().isPresent()) {
            Demo.introduction(configuration).forEach(out::println);
            ExchangeControl exchange = product.exchangeOf(Demo.NUMBER);
            LiveCall live = new LiveCall(product.api(), exchange, product.recordings(), terminal.style(), out::println);
            code = Ends.exitCode(live.follow(exchange.place(Demo.call())), terminal);
        }
        if (!once) {
            Welcome.lines(product, terminal.style()).forEach(out::println);
            new CallWatch(product.api(), terminal.style(), out::println).watch();
        }
        return code;
    }
}
