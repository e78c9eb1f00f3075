package dev.pickup.simulators.eventstream;

import java.time.Duration;
import java.util.Map;

/// The way back to one client. Any thread; what comes after the end is dropped.
public interface ServiceReply {
    /// The head of the answer; once, before anything else.
    void head(int status, Map<String, String> headers);

    /// An event of the type that the service's reference names.
    void event(String type, String contentType, byte[] payload);

    /// An exception as an event; the answer ends with it.
    void exception(String type, String message);

    /// Bytes of a plain body.
    void bytes(byte[] body);

    /// The whole answer: the service refuses the request.
    void refuse(int status, String type, String message);

    /// The answer is complete.
    void end();

    /// RST_STREAM with INTERNAL_ERROR.
    void reset();

    /// Closes the connection, and with it all of its streams.
    void closeConnection();

    /// Reads on, or leaves what the client sends where it is until the client may not send more.
    void read(boolean on);

    /// Does something on this stream's thread, after what was asked for before and not sooner than `delay`.
    void later(Duration delay, Runnable work);
}
