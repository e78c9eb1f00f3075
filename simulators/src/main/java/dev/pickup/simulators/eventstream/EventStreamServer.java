package dev.pickup.simulators.eventstream;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// HTTP/2 without TLS, with prior knowledge, on a port of 127.0.0.1. Any thread; close it once.
public final class EventStreamServer implements AutoCloseable {
    /// As the services announce.
    private static final int STREAMS_PER_CONNECTION = 100;

    private static final int THREADS = 2;
    private static final int CONNECTION_WINDOW = 16 << 20;
    private static final long LONGEST_STOP_SECONDS = 5;

    private final EventLoopGroup threads =
            new NioEventLoopGroup(THREADS, new DefaultThreadFactory("simulated-aws", true));
    private final AtomicInteger connections = new AtomicInteger();
    private final Channel listening;

    private EventStreamServer(StreamingService service) {
        listening = new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ConnectionInitializer(service))
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    public static EventStreamServer start(StreamingService service) {
        return new EventStreamServer(service);
    }

    /// For a client's endpoint override.
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + ((InetSocketAddress) listening.localAddress()).getPort());
    }

    /// How many connections clients have opened so far.
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        threads.shutdownGracefully(0, LONGEST_STOP_SECONDS, TimeUnit.SECONDS).syncUninterruptibly();
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
}
