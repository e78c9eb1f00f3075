package dev.pickup.media.speech.offline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Turns token ids into text (SentencePiece: `▁` is a space, `<0xE2>` a single byte).
final class Vocabulary {
    private static final int FIRST_TEXT_TOKEN = 3;
    private static final Pattern BYTE = Pattern.compile("<0x[0-9A-F]{2}>");

    private final byte[][] pieces;

    Vocabulary(Path file) throws IOException {
        List<String> lines = Files.readString(file).lines().toList();
        pieces = new byte[lines.size()][];
        for (int id = 0; id < pieces.length; id++) {
            pieces[id] = bytesOf(id, lines.get(id));
        }
    }

    String text(int[] tokens, int count) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            if (tokens[i] < pieces.length) {
                text.writeBytes(pieces[tokens[i]]);
            }
        }
        return text.toString(StandardCharsets.UTF_8).strip();
    }

    private static byte[] bytesOf(int id, String piece) {
        if (id < FIRST_TEXT_TOKEN) {
            return new byte[0];
        }
        if (BYTE.matcher(piece).matches()) {
            return new byte[] {(byte) Integer.parseInt(piece.substring(3, 5), 16)};
        }
        return piece.replace('▁', ' ').getBytes(StandardCharsets.UTF_8);
    }
}
