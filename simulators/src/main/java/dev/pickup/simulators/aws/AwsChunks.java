package dev.pickup.simulators.aws;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A body in `aws-chunked` encoding: chunks `LENGTH[;chunk-signature=…]`, then trailers. Source: Amazon S3 API
/// reference, "Signature calculations: transferring a payload in multiple chunks" and "… with trailing headers".
///
/// @param trailers by lower-case name, such as `x-amz-checksum-crc32`
record AwsChunks(Bytes payload, Map<String, String> trailers) {
    /// Bytes that nobody changes.
    static final class Bytes {
        private final byte[] value;

        Bytes(byte[] value) {
            this.value = value;
        }

        byte[] value() {
            return value.clone();
        }

        int length() {
            return value.length;
        }
    }

    /// @throws IOException it is encoded in another way, or its length is not the announced one
    static AwsChunks of(AwsRequest request) throws IOException {
        if (!request.header("content-encoding").orElse("").contains("aws-chunked")) {
            return new AwsChunks(new Bytes(request.body()), request.headers());
        }
        InputStream in = new ByteArrayInputStream(request.body());
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        int length = chunkLength(in);
        while (length > 0) {
            payload.write(in.readNBytes(length));
            if (!line(in).isEmpty()) {
                throw new IOException("A chunk is longer than it says");
            }
            length = chunkLength(in);
        }
        Map<String, String> trailers = new HashMap<>(request.headers());
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] halves = line.split(":", 2);
            trailers.put(halves[0].toLowerCase(Locale.ROOT), halves[1]);
        }
        int announced =
                Integer.parseInt(request.header("x-amz-decoded-content-length").orElse("-1"));
        if (announced != payload.size()) {
            throw new IOException("The body is not as long as announced");
        }
        return new AwsChunks(new Bytes(payload.toByteArray()), Map.copyOf(trailers));
    }

    private static int chunkLength(InputStream in) throws IOException {
        try {
            return Integer.parseInt(line(in).split(";", 2)[0], 16);
        } catch (NumberFormatException e) {
            throw new IOException("No chunk begins here", e);
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }
}
