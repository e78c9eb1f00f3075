package dev.pickup.core.byop;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/// A client whose user may die before and after each request, and that tells what went wrong with which.
final class MortalHttp extends HttpClient {
    private final HttpClient client;
    private final Function<HttpRequest, String> routes;
    private final Consumer<String> moment;
    private final Consumer<String> misfortune;

    /// @param routes     names a request: method and route
    /// @param moment     called before and after each request; may throw [ProcessDied]
    /// @param misfortune told each request that was not answered well, such as `PATCH /phone_numbers/{id} lost`
    MortalHttp(
            HttpClient client,
            Function<HttpRequest, String> routes,
            Consumer<String> moment,
            Consumer<String> misfortune) {
        this.client = client;
        this.routes = routes;
        this.moment = moment;
        this.misfortune = misfortune;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        String route = routes.apply(request);
        moment.accept("before " + route);
        HttpResponse<T> response;
        try {
            response = client.send(request, handler);
        } catch (IOException e) {
            misfortune.accept(route + (e instanceof HttpTimeoutException ? " timed out" : " lost"));
            moment.accept("after " + route);
            throw e;
        }
        if (response.statusCode() >= 500 || response.statusCode() == 429) {
            misfortune.accept(route + (response.statusCode() == 429 ? " 429" : " 5xx"));
        }
        moment.accept("after " + route);
        return response;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        throw new UnsupportedOperationException("nobody asks carriers like that");
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
        throw new UnsupportedOperationException("nobody asks carriers like that");
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.authenticator();
    }

    @Override
    public Version version() {
        return client.version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.executor();
    }
}
