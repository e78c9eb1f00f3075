package dev.pickup.media.stream;

import dev.pickup.core.call.CallClaims.PendingStream;
import dev.pickup.core.call.StreamToken;
import dev.pickup.core.carrier.telnyx.TelnyxMediaCodec;
import dev.pickup.core.state.StoreUnavailableException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;

/// `GET /media/telnyx/{token}`, `GET /media/twilio/{token}`: opens a media socket for whoever holds a fresh token and
/// its secret.
///
/// Refusals, all before the upgrade and counted: 403 for a token that is malformed, unknown, spent or expired, and for
/// a wrong header; 503 above the task's limit, or when the store does not answer; 426 for what is no WebSocket. A
/// header that is missing is not refused: the first frame holds the same secret. Tokens are compared in constant time.
public final class StreamEndpoint extends Handler.Abstract {
    private static final String TELNYX = "/media/telnyx/";
    private static final String TWILIO = "/media/twilio/";

    /// 30 s of L16 in base64 is more than a carrier ever puts into one frame; the usual is 0.9 kB. Chosen.
    static final int MOST_BYTES = 64 * 1024;

    private static final int MOST_OUTGOING_FRAMES = 500;

    private final StreamHost host;
    private final Consumer<MediaSocket> opened;
    private @Nullable ServerWebSocketContainer container;

    /// @param opened told of each socket
    public StreamEndpoint(StreamHost host, Consumer<MediaSocket> opened) {
        this.host = host;
        this.opened = opened;
    }

    @Override
    protected void doStart() throws Exception {
        container = ServerWebSocketContainer.ensure(getServer());
        super.doStart();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        boolean twilio = path.startsWith(TWILIO);
        if (!twilio && !path.startsWith(TELNYX)) {
            return false;
        }
        String token = path.substring(TELNYX.length()); // both are as long
        if (!StreamToken.isToken(token)) {
            return refuse("sockets-refused-token", HttpStatus.FORBIDDEN_403, request, response, callback);
        }
        return admit(new StreamToken(token), twilio, request, response, callback);
    }

    /// Whether two secrets are the same, in a time that does not depend on where they differ.
    static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private boolean admit(StreamToken token, boolean twilio, Request request, Response response, Callback callback) {
        Optional<PendingStream> pending;
        try {
            pending = host.peek(token);
        } catch (StoreUnavailableException e) {
            return refuse("sockets-refused-store", HttpStatus.SERVICE_UNAVAILABLE_503, request, response, callback);
        }
        if (pending.isEmpty()) {
            return refuse("sockets-refused-token", HttpStatus.FORBIDDEN_403, request, response, callback);
        }
        String header = request.getHeaders().get(TelnyxMediaCodec.AUTH_TOKEN);
        if (header != null && !same(header, pending.get().authToken())) {
            return refuse("sockets-refused-auth", HttpStatus.FORBIDDEN_403, request, response, callback);
        }
        if (!host.enter()) {
            return refuse("sockets-refused-full", HttpStatus.SERVICE_UNAVAILABLE_503, request, response, callback);
        }
        MediaSocket socket = twilio
                ? new TwilioSocket(host, token, pending.get())
                : new TelnyxSocket(host, token, pending.get(), header != null);
        return upgrade(socket, request, response, callback);
    }

    private boolean upgrade(MediaSocket socket, Request request, Response response, Callback callback) {
        ServerWebSocketContainer sockets = container;
        boolean upgraded = sockets != null
                && sockets.upgrade(
                        (upgrade, _, _) -> {
                            opened.accept(socket);
                            return socket;
                        },
                        request,
                        response,
                        callback);
        if (!upgraded) {
            host.leave();
            return refuse("sockets-refused-plain", HttpStatus.UPGRADE_REQUIRED_426, request, response, callback);
        }
        return true;
    }

    private boolean refuse(String counter, int status, Request request, Response response, Callback callback) {
        host.count(counter);
        Response.writeError(request, response, callback, status);
        return true;
    }

    /// Limits of one socket.
    static void limit(org.eclipse.jetty.websocket.api.Session session) {
        session.setMaxTextMessageSize(MOST_BYTES);
        session.setMaxFrameSize(MOST_BYTES);
        session.setMaxOutgoingFrames(MOST_OUTGOING_FRAMES);
        session.setIdleTimeout(Duration.ofMinutes(1));
    }
}
