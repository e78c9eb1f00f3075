package dev.pickup.simulators.eventstream;

import dev.pickup.simulators.eventstream.StreamingService.Incoming;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Frame;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/// One HTTP/2 stream on Netty's side. All state belongs to the connection's thread.
final class StreamChannel extends ChannelInboundHandlerAdapter implements ServiceReply {
    private final StreamingService service;
    private @Nullable Channel stream;
    private @Nullable Incoming incoming;
    private final Queue<Due> waiting = new ArrayDeque<>();
    private boolean ended;
    private long lastDueNanos;

    private record Due(long nanos, Runnable work) {}

    StreamChannel(StreamingService service) {
        this.service = service;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        stream = context.channel();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            switch (message) {
                case Http2HeadersFrame head -> {
                    incoming = service.open(request(head.headers()), this);
                    endIf(head.isEndStream());
                }
                case Http2DataFrame data -> {
                    byte[] bytes = ByteBufUtil.getBytes(data.content());
                    if (incoming != null && bytes.length > 0) {
                        incoming.data(bytes);
                    }
                    endIf(data.isEndStream());
                }
                case Http2ResetFrame _ -> gone();
                default -> {}
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof Http2ResetFrame) {
            gone();
        }
        ReferenceCountUtil.release(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        gone();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        reset();
    }

    @Override
    public void head(int status, Map<String, String> headers) {
        later(Duration.ZERO, () -> sendHead(status, headers, false));
    }

    @Override
    public void event(String type, String contentType, byte[] payload) {
        later(Duration.ZERO, () -> send(new Message(headers("event", ":event-type", type, contentType), payload)));
    }

    @Override
    public void exception(String type, String message) {
        later(Duration.ZERO, () -> {
            send(new Message(headers("exception", ":exception-type", type, "application/json"), problem(message)));
            finish(Unpooled.EMPTY_BUFFER);
        });
    }

    @Override
    public void bytes(byte[] body) {
        later(Duration.ZERO, () -> write(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(body))));
    }

    @Override
    public void refuse(int status, String type, String message) {
        later(Duration.ZERO, () -> {
            sendHead(status, Map.of("content-type", "application/json", "x-amzn-errortype", type), false);
            finish(Unpooled.wrappedBuffer(problem(message)));
        });
    }

    @Override
    public void end() {
        later(Duration.ZERO, () -> finish(Unpooled.EMPTY_BUFFER));
    }

    @Override
    public void reset() {
        later(Duration.ZERO, () -> {
            write(new DefaultHttp2ResetFrame(Http2Error.INTERNAL_ERROR));
            ended = true;
        });
    }

    @Override
    public void closeConnection() {
        later(Duration.ZERO, () -> {
            ended = true;
            var _ = channel().parent().close();
        });
    }

    @Override
    public void read(boolean on) {
        later(Duration.ZERO, () -> channel().config().setAutoRead(on));
    }

    /// In the order in which it was asked for, whatever the machine does: two timers for the same moment have none.
    @Override
    public void later(Duration delay, Runnable work) {
        channel().eventLoop().execute(() -> {
            lastDueNanos = Math.max(System.nanoTime() + delay.toNanos(), lastDueNanos);
            waiting.add(new Due(lastDueNanos, work));
            if (waiting.size() == 1) {
                runDue();
            }
        });
    }

    private void runDue() {
        for (Due next = waiting.peek(); next != null; next = waiting.peek()) {
            long restNanos = next.nanos() - System.nanoTime();
            if (restNanos > 0) {
                var _ = channel().eventLoop().schedule(this::runDue, restNanos, TimeUnit.NANOSECONDS);
                return;
            }
            runUnlessEnded(next.work());
            waiting.remove();
        }
    }

    private void runUnlessEnded(Runnable work) {
        if (!ended) {
            work.run();
        }
    }

    private void endIf(boolean over) {
        if (over && incoming != null) {
            incoming.end();
        }
    }

    private void gone() {
        ended = true;
        Incoming open = incoming;
        incoming = null;
        if (open != null) {
            open.gone();
        }
    }

    private void sendHead(int status, Map<String, String> headers, boolean end) {
        Http2Headers wire = new DefaultHttp2Headers().status(Integer.toString(status));
        headers.forEach((name, value) -> wire.add(name.toLowerCase(Locale.ROOT), value));
        write(new DefaultHttp2HeadersFrame(wire, end));
    }

    private void send(Message message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.encode(bytes);
        write(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(bytes.toByteArray())));
    }

    private void finish(ByteBuf last) {
        write(new DefaultHttp2DataFrame(last, true));
        ended = true;
    }

    private void write(Http2Frame frame) {
        var _ = channel().writeAndFlush(frame);
    }

    private Channel channel() {
        return Objects.requireNonNull(stream, "the handler was added");
    }

    private static Map<String, HeaderValue> headers(String kind, String typeName, String type, String contentType) {
        Map<String, HeaderValue> headers = new LinkedHashMap<>();
        headers.put(":message-type", HeaderValue.fromString(kind));
        headers.put(typeName, HeaderValue.fromString(type));
        headers.put(":content-type", HeaderValue.fromString(contentType));
        return headers;
    }

    private static byte[] problem(String message) {
        return ("{\"Message\":\"" + message.replace("\"", "'") + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static ServiceRequest request(Http2Headers wire) {
        Map<String, String> headers = new LinkedHashMap<>();
        wire.forEach(header -> headers.merge(
                header.getKey().toString(), header.getValue().toString(), (one, other) -> one + "," + other));
        return new ServiceRequest(headers.getOrDefault(":method", ""), headers.getOrDefault(":path", ""), headers);
    }
}
