package dev.pickup.media.model.openai;

import dev.pickup.media.replying.LanguageModel.ModelUnavailableException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/// Reads server-sent events from bytes that may be cut anywhere, within a character too. Lines end with LF,
/// CRLF or CR; data of several lines is joined with LF; comments and other fields are passed over.
final class EventStream {
    private static final int MAX_EVENT_BYTES = 1 << 20;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private boolean hasData;
    private boolean afterCarriageReturn;

    /// Calls `event` with the data of each event that `buffers` complete.
    void feed(List<ByteBuffer> buffers, Consumer<String> event) {
        for (ByteBuffer buffer : buffers) {
            while (buffer.hasRemaining()) {
                feed(buffer.get(), event);
            }
        }
    }

    private void feed(byte next, Consumer<String> event) {
        boolean secondHalfOfEnd = next == '\n' && afterCarriageReturn;
        afterCarriageReturn = next == '\r';
        if (secondHalfOfEnd) {
            return;
        }
        if (next == '\n' || next == '\r') {
            endOfLine(event);
        } else {
            line.write(next);
            if (line.size() + data.length() > MAX_EVENT_BYTES) {
                throw new ModelUnavailableException("The model sent an event of more than a megabyte.");
            }
        }
    }

    private void endOfLine(Consumer<String> event) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        if (text.isEmpty()) {
            if (hasData) {
                String complete = data.toString();
                data.setLength(0);
                hasData = false;
                event.accept(complete);
            }
        } else if (text.startsWith("data:")) {
            data.append(hasData ? "\n" : "").append(text, text.startsWith("data: ") ? 6 : 5, text.length());
            hasData = true;
        }
    }
}
