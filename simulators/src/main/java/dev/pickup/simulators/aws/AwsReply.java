package dev.pickup.simulators.aws;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// What a simulated service answers.
///
/// @param body written in chunks as it comes when `streamed`, else at once
public record AwsReply(int status, Map<String, String> headers, Body body, boolean streamed) {
    public AwsReply {
        headers = Map.copyOf(headers);
    }

    /// Writes a body; may take its time. Throwing breaks the connection.
    public interface Body {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    public static AwsReply of(int status, String contentType, byte[] body) {
        byte[] copy = body.clone();
        return new AwsReply(status, Map.of("Content-Type", contentType), out -> out.write(copy), false);
    }

    public static AwsReply json(int status, String body) {
        return of(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    public AwsReply with(String header, String value) {
        Map<String, String> more = new java.util.HashMap<>(headers);
        more.put(header, value);
        return new AwsReply(status, more, body, streamed);
    }
}
