package dev.pickup.local.stack;

import dev.pickup.local.issuer.LocalIssuer;
import dev.pickup.simulators.aws.DynamoDbLocal;
import dev.pickup.simulators.telnyx.TelnyxExchange;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/// The whole product on one machine. Any thread; close it once.
public final class LocalStack implements AutoCloseable {
    private final Closer closer;
    private final URI baseUrl;
    private final LocalIssuer tokens;
    private final Optional<TelnyxExchange> exchange;

    private LocalStack(Closer closer, URI baseUrl, LocalIssuer tokens, Optional<TelnyxExchange> exchange) {
        this.closer = closer;
        this.baseUrl = baseUrl;
        this.tokens = tokens;
        this.exchange = exchange;
    }

    /// Starts everything; ready for calls when this returns. A start that fails leaves nothing behind.
    ///
    /// @throws StackException it cannot; the message says how to mend it
    public static LocalStack start(StackSettings settings, StackProgress progress) {
        Closer closer = new Closer();
        try {
            return assemble(settings, progress, closer);
        } catch (RuntimeException | Error e) {
            closer.closeAfter(e);
            throw e;
        }
    }

    /// Where API, dashboard and webhooks are on this machine: `http://localhost:8080`.
    public URI baseUrl() {
        return baseUrl;
    }

    /// The simulated carrier; empty when the operator's Telnyx account is used.
    public Optional<TelnyxExchange> exchange() {
        return exchange;
    }

    /// Makes access tokens for the API.
    public LocalIssuer tokens() {
        return tokens;
    }

    /// Ends live calls cleanly, then stops everything in reverse order.
    @Override
    public void close() {
        closer.close();
    }

    private static LocalStack assemble(StackSettings settings, StackProgress progress, Closer closer) {
        Clock clock = Clock.systemUTC();
        DataFolder folder = closer.register(DataFolder.open(settings.dataFolder(), settings.fresh()));

        progress.step("Starting DynamoDB …");
        closer.register(DynamoDbLocal.onDisk(folder.state("dynamodb")));

        URI baseUrl = URI.create("http://localhost:" + settings.port());
        LocalIssuer tokens = LocalIssuer.open(folder.path().resolve("state"), baseUrl, clock);
        return new LocalStack(closer, baseUrl, tokens, Optional.empty());
    }
}
