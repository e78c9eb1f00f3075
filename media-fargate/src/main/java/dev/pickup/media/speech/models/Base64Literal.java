package dev.pickup.media.speech.models;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Finds data that a script carries as a quoted base64 string.
final class Base64Literal {
    private Base64Literal() {}

    /// Decodes the first string between double quotes that is all base64 and holds exactly `bytes` bytes.
    ///
    /// @throws IOException there is none
    static byte[] of(long bytes, byte[] script) throws IOException {
        long length = (bytes + 2) / 3 * 4;
        int quote = -1;
        for (int at = 0; at < script.length; at++) {
            if (script[at] == '"') {
                if (quote >= 0 && at - quote - 1 == length) {
                    return decode(script, quote + 1, at - quote - 1);
                }
                quote = at;
            } else if (!isBase64(script[at])) {
                quote = -1;
            }
        }
        throw new IOException("The script carries no base64 string of " + bytes + " bytes.");
    }

    private static byte[] decode(byte[] script, int offset, int length) throws IOException {
        try {
            return Base64.getDecoder().decode(new String(script, offset, length, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new IOException("The script's string is not base64.", e);
        }
    }

    private static boolean isBase64(byte b) {
        return switch (b) {
            case '+', '/', '=' -> true;
            default -> b > 0 && Character.isLetterOrDigit(b);
        };
    }
}
