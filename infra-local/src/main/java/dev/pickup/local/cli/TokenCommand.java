package dev.pickup.local.cli;

import dev.pickup.core.account.AccountId;
import dev.pickup.local.config.Configuration;
import dev.pickup.local.issuer.LocalIssuer;
import dev.pickup.local.issuer.Role;
import dev.pickup.local.stack.RunFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `./pickup token`.
@Command(
        name = "token",
        description = "Prints an access token for the API of the running product, good for one hour.",
        footer = {"", "  curl -H \"Authorization: Bearer $(./pickup token)\" http://localhost:8080/api/calls"})
final class TokenCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--account", defaultValue = Demo.ACCOUNT, description = "Whose (default: ${DEFAULT-VALUE}).")
    private String account = Demo.ACCOUNT;

    @Option(names = "--role", defaultValue = "owner", description = "owner, or viewer who only reads (default: owner).")
    private String role = "owner";

    TokenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        AccountId whose = accountId();
        Role may = mayDo();
        Configuration configuration = data.configuration(terminal);
        Path folder = configuration.dataFolder();
        RunFile running = RunFile.find(folder)
                .orElseThrow(
                        () -> new InputException(
                                "Nothing runs on " + folder
                                        + ", and a token is for what runs: start it with ./pickup up, or name its folder with --data."));
        LocalIssuer issuer = LocalIssuer.open(folder.resolve("state"), running.baseUrl(), Clock.systemUTC());
        terminal.out().println(issuer.accessToken(whose, may, LocalIssuer.USUAL_LIFETIME));
        return Refusals.DONE;
    }

    private AccountId accountId() {
        try {
            return new AccountId(account);
        } catch (IllegalArgumentException e) {
            throw new InputException(e.getMessage() + " The demo's is " + Demo.ACCOUNT + ".", e);
        }
    }

    private Role mayDo() {
        return switch (role) {
            case "owner" -> Role.OWNER;
            case "viewer" -> Role.VIEWER;
            default -> throw new InputException("A role is owner or viewer, not " + role + ".");
        };
    }
}
