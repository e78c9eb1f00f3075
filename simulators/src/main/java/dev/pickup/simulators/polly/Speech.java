package dev.pickup.simulators.polly;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// A text that was said: its sound, and when each of its words is heard.
final class Speech {
    private static final int SAMPLES_PER_MS = 16;
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern WORD = Pattern.compile("\\S+");

    private final String text;
    private final short[] samples;

    Speech(String text, short[] samples, long pauseMs) {
        this.text = text;
        this.samples = Arrays.copyOf(samples, samples.length + (int) pauseMs * SAMPLES_PER_MS);
    }

    /// Without the tags of SSML, which are neither said nor charged.
    static String bare(String text) {
        return TAG.matcher(text).replaceAll("");
    }

    /// 16-bit little-endian, in pieces of 100 ms.
    List<byte[]> pieces(int sampleRateHz) {
        int step = SAMPLES_PER_MS * 1_000 / sampleRateHz;
        ByteBuffer bytes =
                ByteBuffer.allocate(samples.length / step * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + step <= samples.length; i += step) {
            bytes.putShort(samples[i]);
        }
        List<byte[]> pieces = new ArrayList<>();
        int piece = sampleRateHz / 10 * Short.BYTES;
        for (int at = 0; at < bytes.position(); at += piece) {
            pieces.add(Arrays.copyOfRange(bytes.array(), at, Math.min(bytes.position(), at + piece)));
        }
        return pieces;
    }

    /// One line of JSON for each word: its time in ms and its place in the text in bytes.
    byte[] marks() {
        StringBuilder lines = new StringBuilder();
        var words = WORD.matcher(text);
        long lengthMs = samples.length / SAMPLES_PER_MS;
        while (words.find()) {
            int start = text.substring(0, words.start()).getBytes(StandardCharsets.UTF_8).length;
            int end = start + words.group().getBytes(StandardCharsets.UTF_8).length;
            long atMs = lengthMs * words.start() / Math.max(1, text.length());
            lines.append("{\"time\":%d,\"type\":\"word\",\"start\":%d,\"end\":%d,\"value\":\"%s\"}\n"
                    .formatted(atMs, start, end, words.group().replace("\"", "\\\"")));
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
