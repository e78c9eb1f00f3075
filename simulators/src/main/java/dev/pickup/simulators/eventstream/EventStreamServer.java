package dev.pickup.simulators.eventstream;

import dev.pickup.simulators.tls.ServerCertificate;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2SecurityUtil;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;

/// HTTP/2 on a port of 127.0.0.1: over TLS as the services speak it, or in plain text with prior knowledge. Any thread;
/// close it once.
public final class EventStreamServer implements AutoCloseable {
    /// As the services announce.
    private static final int STREAMS_PER_CONNECTION = 100;

    private static final int THREADS = 2;
    private static final int CONNECTION_WINDOW = 16 << 20;
    private static final long LONGEST_STOP_SECONDS = 5;

    private final EventLoopGroup threads =
            new NioEventLoopGroup(THREADS, new DefaultThreadFactory("simulated-aws", true));
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final Set<Handshake> handshakes = ConcurrentHashMap.newKeySet();
    private final Optional<SslContext> tls;
    private final Channel listening;

    /// What a client and we agreed on.
    ///
    /// @param tls         its version, e.g. `TLSv1.3`
    /// @param application what was negotiated to be spoken inside: `h2`, or empty where the client did not ask
    public record Handshake(String tls, String application) {}

    private EventStreamServer(StreamingService service, Optional<ServerCertificate> certificate) {
        tls = certificate.map(EventStreamServer::tls);
        listening = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ConnectionInitializer(service))
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    /// @param certificate what it proves itself with; empty for plain text
    public static EventStreamServer start(StreamingService service, Optional<ServerCertificate> certificate) {
        return new EventStreamServer(service, certificate);
    }

    /// For a client's endpoint override.
    public URI endpoint() {
        int port = ((InetSocketAddress) listening.localAddress()).getPort();
        return URI.create(
                tls.isPresent() ? "https://" + ServerCertificate.HOST + ":" + port : "http://127.0.0.1:" + port);
    }

    /// How many connections clients have opened so far.
    public int connections() {
        return connections.get();
    }

    /// How many of them are open now.
    public int openConnections() {
        return open.get();
    }

    /// Which kinds of handshakes came to their end so far.
    public Set<Handshake> handshakes() {
        return Set.copyOf(handshakes);
    }

    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        threads.shutdownGracefully(0, LONGEST_STOP_SECONDS, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private static SslContext tls(ServerCertificate certificate) {
        try {
            return SslContextBuilder.forServer(certificate.keys())
                    .sslProvider(SslProvider.JDK)
                    .ciphers(Http2SecurityUtil.CIPHERS, SupportedCipherSuiteFilter.INSTANCE)
                    .applicationProtocolConfig(new ApplicationProtocolConfig(
                            Protocol.ALPN,
                            SelectorFailureBehavior.NO_ADVERTISE,
                            SelectedListenerFailureBehavior.ACCEPT,
                            ApplicationProtocolNames.HTTP_2))
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("Every JDK speaks TLS and negotiates protocols", e);
        }
    }

    /// A stream whose data is left unread must not hold up the others of its connection.
    private static void widen(Http2FrameCodec codec) {
        try {
            var connection = codec.connection();
            connection.local().flowController().incrementWindowSize(connection.connectionStream(), CONNECTION_WINDOW);
        } catch (Http2Exception e) {
            throw new IllegalStateException("The window of a new connection can be widened", e);
        }
    }

    private final class ConnectionInitializer extends ChannelInitializer<Channel> {
        private final StreamingService service;

        ConnectionInitializer(StreamingService service) {
            this.service = service;
        }

        @Override
        protected void initChannel(Channel connection) {
            connections.incrementAndGet();
            open.incrementAndGet();
            var _ = connection.closeFuture().addListener(_ -> open.decrementAndGet());
            tls.ifPresent(context -> connection
                    .pipeline()
                    .addLast(context.newHandler(connection.alloc()))
                    .addLast(new HandshakeListener()));
            Http2FrameCodec codec = Http2FrameCodecBuilder.forServer()
                    .initialSettings(new Http2Settings().maxConcurrentStreams(STREAMS_PER_CONNECTION))
                    .build();
            connection.pipeline().addLast(codec, new Http2MultiplexHandler(new ChannelInitializer<>() {
                @Override
                protected void initChannel(Channel stream) {
                    stream.pipeline().addLast(new StreamChannel(service));
                }
            }));
            widen(codec);
        }
    }

    /// Remembers what was agreed on; a client that refuses us is gone without a word.
    private final class HandshakeListener extends ChannelInboundHandlerAdapter {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof SslHandshakeCompletionEvent completion && completion.isSuccess()) {
                SslHandler handler = context.pipeline().get(SslHandler.class);
                handshakes.add(new Handshake(
                        handler.engine().getSession().getProtocol(),
                        Objects.requireNonNullElse(handler.applicationProtocol(), "")));
            }
            context.fireUserEventTriggered(event);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            var _ = context.close();
        }
    }
}
