package dev.pickup.media.speech.aws;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AttributeKey;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The connections of one client. Any thread.
///
/// It mends a fault of the SDK's Netty client (2.54.15): one that is to agree on HTTP/2 in the TLS handshake is never
/// told that the handshake has failed. Its pool waits for that connection for good and opens no other one, so that a
/// single handshake that is cut, or a certificate that is not trusted, would leave a task without the service for the
/// rest of its life, and say no more than that it waited in vain.
final class Sockets implements ChannelFactory<NioSocketChannel>, AutoCloseable {
    /// On which protocol a connection has agreed, as the SDK's pool awaits it.
    private static final AttributeKey<CompletableFuture<?>> AGREED =
            AttributeKey.valueOf("aws.http.nio.netty.async.protocolFuture");

    private static final long LONGEST_CLOSING_SECONDS = 2;

    private final Set<Channel> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    @Override
    public NioSocketChannel newChannel() {
        if (closed) {
            throw new IllegalStateException("The client is closed.");
        }
        NioSocketChannel socket = new NioSocketChannel();
        open.add(socket);
        var _ = socket.closeFuture().addListener(_ -> gone(socket));
        return socket;
    }

    /// How many are open now.
    int open() {
        return open.size();
    }

    /// Cuts what is open, and opens nothing any more. One that is being opened in this moment is left to the client.
    @Override
    public void close() {
        closed = true;
        List<ChannelFuture> cuts =
                open.stream().filter(Channel::isRegistered).map(Sockets::cut).toList();
        cuts.forEach(cut -> cut.awaitUninterruptibly(LONGEST_CLOSING_SECONDS, TimeUnit.SECONDS));
    }

    /// Past the handlers, of which HTTP/2's would wait for its streams.
    private static ChannelFuture cut(Channel socket) {
        ChannelHandlerContext first = socket.pipeline().firstContext();
        return first == null ? socket.close() : first.close();
    }

    private void gone(Channel socket) {
        open.remove(socket);
        CompletableFuture<?> agreed = socket.attr(AGREED).get();
        if (agreed != null) {
            agreed.completeExceptionally(new IOException("The connection ended before it was ready.", failure(socket)));
        }
    }

    private static @Nullable Throwable failure(Channel socket) {
        SslHandler tls = socket.pipeline().get(SslHandler.class);
        return tls == null ? null : tls.handshakeFuture().cause();
    }
}
